/** What options do: the English sentence of the help, and the French one. */
export const FRENCH_OPTIONS: Readonly<Record<string, string>> = {
  'output the version number': 'affiche le numéro de version',
  'the folder that holds data, shapes, ontologies, queries':
    'le dossier qui contient data, shapes, ontologies, queries',
  'log and stack traces': 'journal et piles d’appels',
  'name of the site': 'nom du site',
  'what every published address begins with, for ever (http://localhost:3000/ to try)':
    'ce par quoi commence toute adresse publiée, pour toujours (http://localhost:3000/ pour essayer)',
  'who publishes (as --title)': 'qui publie (sinon --title)',
  'ask nothing': 'ne pose aucune question',
  'read this file instead of the declared one, in this build (the next one without it reads the declared file again)':
    'lit ce fichier au lieu de celui qui est déclaré, pour cette fois (sans l’option, la construction suivante relit le fichier déclaré)',
  'build again what did not change': 'reconstruit aussi ce qui n’a pas changé',
  'tell what the release would hold and break, and publish nothing':
    'dit ce que la version contiendrait et casserait, sans rien publier',
  'how it ended and what it changes, for scripts; words for people go to standard error':
    'l’issue et ce qui change, pour les programmes ; les phrases vont sur la sortie d’erreur',
  'do not ask the server for what it promises once it answers (/about/proof)':
    'ne demande pas au serveur, une fois qu’il répond, de prouver ce qu’il promet (/about/proof)',
  'fetch again what has not changed': 'va chercher aussi ce qui n’a pas changé',
  'take a new file although its records have fallen or its header has changed':
    'prend le nouveau fichier bien que ses enregistrements aient diminué ou que son en-tête ait changé',
  'how each ended, for scripts; words for people go to standard error':
    'l’issue de chacun, pour les programmes ; les phrases vont sur la sortie d’erreur',
  'publish although something that others use is gone':
    'publie bien que disparaisse quelque chose dont d’autres se servent',
  'how it ended, for scripts; words for people go to standard error':
    'l’issue, pour les programmes ; les phrases vont sur la sortie d’erreur',
  'name of the dataset in addresses (from the file’s name)':
    'nom du jeu dans les adresses (sinon d’après le nom du fichier)',
  'title of the dataset': 'titre du jeu de données',
  'who publishes it: a name, an address, or "name <address>"':
    'qui le publie : un nom, une adresse, ou "nom <adresse>"',
  'lo, odbl, cc-by, cc0, or the address of a licence (lo)':
    'lo, odbl, cc-by, cc0, ou l’adresse d’une licence (lo)',
  'column that names a record; several times for several columns together':
    'colonne qui nomme un enregistrement ; plusieurs fois pour plusieurs colonnes ensemble',
  'what a thing is, such as schema:Museum; may be repeated':
    'ce qu’est une chose, par exemple schema:Museum ; peut être répété',
  'sent to an address; a secret as ${CIMAISE_SECRET_…}, in single quotes; may be repeated':
    'envoyé à une adresse ; un secret s’écrit $\u007bCIMAISE_SECRET_…}, entre apostrophes ; peut être répété',
  'what separates cells, where it is not found': 'ce qui sépare les cellules, si ce n’est pas trouvé',
  'how characters are encoded, where it is not found': 'le codage des caractères, s’il n’est pas trouvé',
  'ask nothing: take what is proposed': 'ne pose aucune question : prend ce qui est proposé',
  'show the declarations, and write nothing': 'montre les déclarations, sans rien écrire',
  'replace files that are there': 'remplace les fichiers qui s’y trouvent',
  'port to listen on (any free one)': 'port d’écoute (sinon un port libre)',
  'draw the same records as a preview with this seed':
    'tire les mêmes enregistrements qu’un aperçu qui avait cette graine',
  'for scripts': 'pour les programmes',
  'for scripts: its manifest': 'pour les programmes : son manifeste',
  'every statement that differs, + or - before its N-Quads':
    'chaque énoncé qui diffère, + ou - devant ses N-Quads',
  'even though addresses published since would answer 404':
    'même si des adresses publiées depuis répondaient 404',
  'all but the newest so many go': 'toutes partent, sauf ce nombre des plus récentes',
  'those made before a day (UTC) go': 'celles d’avant ce jour (UTC) partent',
  'tell what would go, and remove nothing': 'dit ce qui partirait, sans rien supprimer',
  'every release that is kept': 'toutes les versions conservées',
  'base of relative IRIs where the mapping gives none (CIMAISE_BASE_IRI)':
    'base des IRI relatifs quand la transformation n’en donne pas (CIMAISE_BASE_IRI)',
  'where to write; - or nothing is standard output': 'où écrire ; - ou rien est la sortie standard',
  "how to write: by the file's extension, else nq":
    'comment écrire : d’après l’extension du fichier, sinon nq',
  'on a fault: end, leave the term out, leave the record out':
    'devant une faute : s’arrêter, laisser le terme, laisser l’enregistrement',
  'more faults than this (100) or this share of records (2%) refuse the run':
    'au-delà de ce nombre de fautes (100) ou de cette part des enregistrements (2%), tout est refusé',
  'write which file, record and line each subject comes from (tab-separated; .gz packs it)':
    'écrit de quel fichier, enregistrement et ligne vient chaque sujet (tabulations ; .gz compresse)',
  'write what was read, written and not produced': 'écrit ce qui a été lu, écrit et non produit',
  "by the file's extension, else text": 'd’après l’extension du fichier, sinon text',
  'describe all of them in the Function Ontology': 'les décrit toutes dans la Function Ontology',
  'the reference of all of them': 'leur manuel complet',
  'the shapes (SHACL 1.0, core and SPARQL), in the same syntaxes':
    'les formes (SHACL 1.0, cœur et SPARQL), dans les mêmes syntaxes',
  'what is a subclass of what, where data and shapes do not say it':
    'les sous-classes, quand ni les données ni les formes ne les disent',
  'ttl, nt, nq, trig, jsonld, rdf or a media type: syntax of standard input':
    'ttl, nt, nq, trig, jsonld, rdf ou un type de média : syntaxe de l’entrée standard',
  "how to report: by the output's extension, else text":
    'comment rendre compte : d’après l’extension du fichier, sinon text',
  'base of relative IRIs in all these files; without it, each file is its own':
    'base des IRI relatifs de tous ces fichiers ; sans elle, chacun est la sienne',
  'tell so many results one by one, the gravest (10000 in turtle and jsonld); counts are of all':
    'dit ce nombre de résultats un par un, les plus graves (10000 en turtle et jsonld) ; les comptes portent sur tous',
  'the least severity that makes the exit code 1': 'la moindre gravité qui donne le code de sortie 1',
  'house: refuse shapes that are likely mistaken; letter: as SHACL says':
    'house : refuse les formes sans doute erronées ; letter : comme SHACL le dit',
  'where to report; - or nothing is standard output': 'où rendre compte ; - ou rien est la sortie standard',
  'explain a resource of these RDF files, not of the project':
    'explique une ressource de ces fichiers RDF, et non du projet',
  'the shapes to judge it by, with --data': 'les formes qui la jugent, avec --data',
  'what is a subclass of what, with --data': 'les sous-classes, avec --data',
  'base of relative IRIs in these files; without it, each file is its own':
    'base des IRI relatifs de ces fichiers ; sans elle, chacun est la sienne',
  'read these files instead of the declared ones, in a project':
    'lit ces fichiers au lieu de ceux qui sont déclarés, dans un projet',
  'how to answer (text)': 'comment répondre (text)',
  'base of its IRIs, where it is another (without it: as its catalogue says)':
    'base de ses IRI, si c’est une autre (sinon, celle que dit son catalogue)',
  'most URIs to dereference, drawn from the dumps (20)': 'nombre d’URI à suivre, tirés des exports (20)',
  'draw the same sample as a proof that told this seed':
    'tire le même échantillon qu’une preuve qui a dit cette graine',
  'longest wait for an answer (30)': 'plus longue attente d’une réponse (30)',
  'largest dump to fetch (2048)': 'plus gros export à télécharger (2048)',
  'the whole proof on standard output, as JSON': 'toute la preuve sur la sortie standard, en JSON',
  'write the proof as a page': 'écrit la preuve en page',
  'of this status': 'de ce statut',
  'of this kind': 'de cette sorte',
  'what you answer, published with them': 'ce que vous répondez, publié avec elles',
  'why, for yourself and other moderators: it is not published':
    'pourquoi, pour vous et les autres modérateurs : ce n’est pas publié',
};
