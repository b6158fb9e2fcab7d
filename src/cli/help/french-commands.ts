/** What commands do and what they are given: the English sentence of the help, and the French one. */
export const FRENCH_COMMANDS: Readonly<Record<string, string>> = {
  'Publishes cultural datasets as linked data: maps, validates, releases, serves.':
    'Publie des jeux de données culturels en données liées : transforme, valide, verse, sert.',
  'make the folder of a project: who publishes, and where declarations go':
    'crée le dossier d’un projet : qui publie, et où vont les déclarations',
  'where (default: here); what is there already stays as it is':
    'où (ici, sauf mention contraire) ; ce qui s’y trouve déjà reste en l’état',
  'check the declarations, without building': 'vérifie les déclarations, sans rien construire',
  'map, validate and release what changed': 'transforme ce qui a changé, le valide et en publie une version',
  'datasets to build; the others stay as they are published':
    'jeux à construire ; les autres restent tels qu’ils sont publiés',
  'serve the current release': 'sert la version courante',
  'build what changed, then serve': 'construit ce qui a changé, puis sert',
  'fetch the sources that are addresses, where they have changed':
    'va chercher les sources qui sont des adresses, quand elles ont changé',
  'datasets to fetch; without any, all that declare where they come from':
    'jeux à moissonner ; sans précision, tous ceux qui déclarent d’où ils viennent',
  'harvest, build, look for what breaks, release and verify, in one':
    'moissonne, construit, cherche ce qui casse, publie et vérifie, d’un seul geste',
  'datasets to publish; without any, all': 'jeux à publier ; sans précision, tous',
  'profile a file or an address and draft the declarations of a dataset':
    'examine un fichier ou une adresse et rédige les déclarations d’un jeu de données',
  'a CSV, JSON, GeoJSON or XML file, packed or not; or its http or https address':
    'un fichier CSV, JSON, GeoJSON ou XML, compressé ou non ; ou son adresse http ou https',
  'show chosen records as row, statements and page, and follow the files as they are edited':
    'montre des enregistrements choisis, en ligne, en énoncés et en page, et suit les fichiers que l’on modifie',
  'the dataset; may be left out where there is one only': 'le jeu de données ; inutile s’il n’y en a qu’un',
  'list, compare, check and remove releases': 'liste, compare, vérifie et supprime des versions',
  'list the releases, newest first': 'liste les versions, la plus récente d’abord',
  'what a release holds, and what it was made of': 'ce que contient une version, et de quoi elle est faite',
  'a release; the current one': 'une version ; sinon la courante',
  'what differs between two releases': 'ce qui diffère entre deux versions',
  'a release; the one before [to]': 'une version ; sinon celle qui précède [to]',
  'serve a kept release again; a running server follows':
    'revient à une version conservée ; un serveur en marche suit',
  'a release; the one before the current one': 'une version ; sinon celle qui précède la courante',
  'remove old releases; the current one and the one before always stay':
    'supprime d’anciennes versions ; la courante et la précédente restent toujours',
  'check every file of a release against its sums':
    'vérifie chaque fichier d’une version d’après ses empreintes',
  'run a mapping (RML or YARRRML) on its own sources':
    'applique une transformation (RML ou YARRRML) à ses propres sources',
  'RML in Turtle, or YARRRML (.yml, .yaml)': 'du RML en Turtle, ou du YARRRML (.yml, .yaml)',
  'work on a mapping itself': 'travaille sur une transformation elle-même',
  'write a mapping (YARRRML or RML) as RML in Turtle':
    'écrit une transformation (YARRRML ou RML) en RML, dans la syntaxe Turtle',
  'the mapping': 'la transformation',
  'tell the functions that mappings may call':
    'présente les fonctions que les transformations peuvent appeler',
  'a function, or a part of its name': 'une fonction, ou une partie de son nom',
  'judge RDF files by SHACL shapes, without a project':
    'juge des fichiers RDF d’après des formes SHACL, sans projet',
  'Turtle, TriG, N-Triples, N-Quads, JSON-LD or RDF/XML, plain or .gz, - for standard input: judged as one graph':
    'Turtle, TriG, N-Triples, N-Quads, JSON-LD ou RDF/XML, compressés (.gz) ou non, - pour l’entrée standard : jugés comme un seul graphe',
  'tell why shapes judge a resource, and what came of each constraint':
    'dit pourquoi des formes jugent une ressource, et ce qu’a donné chaque contrainte',
  'the resource; in a project its path below the base is enough':
    'la ressource ; dans un projet, son chemin sous la base suffit',
  'prove a publication from outside: URIs, dumps, counts, examples, catalogue':
    'prouve une publication de l’extérieur : URI, exports, comptes, exemples, catalogue',
  'where the server answers; a project is not needed': 'où le serveur répond ; aucun projet n’est nécessaire',
  'moderate what readers sent': 'modère ce que les lecteurs ont envoyé',
  'list contributions, the latest first; those that wait, unless told otherwise':
    'liste les contributions, les dernières d’abord ; celles qui attendent, sauf mention contraire',
  'a contribution, whole': 'une contribution, en entier',
  'Its number': 'son numéro',
  'its number': 'son numéro',
  'publish contributions (a message is marked as read)':
    'publie des contributions (un message est marqué comme lu)',
  'their numbers': 'leurs numéros',
  'refuse contributions; those that were published are taken back':
    'refuse des contributions ; celles qui étaient publiées sont retirées',
  'all of them as JSON Lines on standard output, e-mail addresses included':
    'toutes, en JSON Lines sur la sortie standard, adresses électroniques comprises',
  'print the JSON Schema of dataset.yml, mapping.yml or site.yml, for editors':
    'écrit le JSON Schema de dataset.yml, de mapping.yml ou de site.yml, pour les éditeurs',
  'the document': 'le document',
  'display help for command': 'affiche l’aide d’une commande',
};
