import type { Bilingual, ProofGroup } from '../model/index.ts';

interface CheckText {
  readonly group: ProofGroup;
  readonly title: Bilingual;
  readonly expected: Bilingual;
}

const row = (group: ProofGroup, title: readonly [string, string], expected: readonly [string, string]) =>
  ({
    group,
    title: { fr: title[0], en: title[1] },
    expected: { fr: expected[0], en: expected[1] },
  }) satisfies CheckText;

/** Every check: what it is called, and what is expected of whoever promises it. */
export const CHECKS = {
  void: row(
    'discovery',
    ['Description VoID', 'VoID description'],
    [
      '/.well-known/void donne du RDF qui décrit des jeux',
      '/.well-known/void gives RDF that describes datasets',
    ],
  ),
  'catalogue-found': row(
    'discovery',
    ['Catalogue', 'Catalogue'],
    ['/catalogue donne du RDF qui décrit des jeux', '/catalogue gives RDF that describes datasets'],
  ),
  'links-found': row(
    'discovery',
    ['Liens de l’accueil', 'Links of the home page'],
    [
      'l’adresse même, ses Link ou ses <link> mènent à une description en RDF',
      'the address itself, its Link or its <link> lead to a description in RDF',
    ],
  ),
  'dataset-iri': row(
    'discovery',
    ['IRI du jeu', 'IRI of the dataset'],
    [
      'l’IRI mène à du RDF qui décrit le jeu, avec le même nombre d’énoncés',
      'the IRI leads to RDF that describes the dataset, with the same number of statements',
    ],
  ),
  'dump-whole': row(
    'dumps',
    ['Fichier entier', 'Whole dump'],
    ['arrive entier, se décompresse, chaque ligne est du RDF', 'arrives whole, unpacks, every line is RDF'],
  ),
  'dump-digest': row(
    'dumps',
    ['Empreinte SHA-256', 'SHA-256 digest'],
    [
      'la même que dans le catalogue, Repr-Digest et le fichier .sha256',
      'the same as in the catalogue, Repr-Digest and the .sha256 file',
    ],
  ),
  'dump-size': row(
    'dumps',
    ['Taille', 'Size'],
    [
      'les octets annoncés par Content-Length et dcat:byteSize',
      'the bytes of Content-Length and dcat:byteSize',
    ],
  ),
  'dump-range': row(
    'dumps',
    ['Plages d’octets', 'Byte ranges'],
    ['206 et ces mêmes octets', '206 and these very bytes'],
  ),
  'dump-others': row(
    'dumps',
    ['Autres fichiers', 'Other files'],
    ['là, avec la taille et l’empreinte du catalogue', 'there, with the size and digest of the catalogue'],
  ),
  'dataset-versions': row(
    'dumps',
    ['Versions gardées', 'Kept versions'],
    [
      'leur IRI répond, leurs fichiers sont là, avec la taille et l’empreinte du catalogue',
      'their IRIs answer, their files are there, with the size and digest of the catalogue',
    ],
  ),
  'count-void': row(
    'dumps',
    ['Énoncés du fichier et de VoID', 'Statements of dump and VoID'],
    ['autant de lignes que void:triples', 'as many lines as void:triples'],
  ),
  'count-endpoint': row(
    'dumps',
    ['Énoncés du fichier et de SPARQL', 'Statements of dump and SPARQL'],
    ['autant de lignes que COUNT(*)', 'as many lines as COUNT(*)'],
  ),
  'count-page': row(
    'dumps',
    ['Énoncés du fichier et de la page', 'Statements of dump and page'],
    ['la page dit ce nombre', 'the page says this number'],
  ),
  'thing-see-other': row(
    'things',
    ['303 vers un document', '303 to a document'],
    ['303, ou 200 pour un IRI à fragment', '303, or 200 for an IRI with a fragment'],
  ),
  'thing-vary': row(
    'things',
    ['Vary', 'Vary'],
    ['toute réponse qui dépend d’Accept le dit', 'every answer that depends on Accept says so'],
  ),
  'thing-turtle': row(
    'things',
    ['Graphe en Turtle', 'Graph in Turtle'],
    ['exactement les énoncés du fichier', 'exactly the statements of the dump'],
  ),
  'thing-json-ld': row(
    'things',
    ['Graphe en JSON-LD', 'Graph in JSON-LD'],
    ['exactement les énoncés du fichier', 'exactly the statements of the dump'],
  ),
  'thing-rdf-xml': row(
    'things',
    ['Graphe en RDF/XML', 'Graph in RDF/XML'],
    ['exactement les énoncés du fichier', 'exactly the statements of the dump'],
  ),
  'thing-n-triples': row(
    'things',
    ['Graphe en N-Triples', 'Graph in N-Triples'],
    ['exactement les énoncés du fichier', 'exactly the statements of the dump'],
  ),
  'thing-page': row('things', ['Page', 'Page'], ['200, un <title> et un <h1>', '200, a <title> and an <h1>']),
  'thing-head': row(
    'things',
    ['HEAD comme GET', 'HEAD like GET'],
    ['même statut, mêmes en-têtes, pas de corps', 'same status, same headers, no body'],
  ),
  'thing-conditional': row(
    'things',
    ['Requête conditionnelle', 'Conditional request'],
    ['304 à qui a déjà la réponse', '304 to who has the answer already'],
  ),
  'thing-unknown': row('things', ['IRI inconnu', 'Unknown IRI'], ['404 ou 410', '404 or 410']),
  term: row(
    'things',
    ['Terme du vocabulaire', 'Term of the vocabulary'],
    [
      'l’IRI mène à du RDF qui le décrit, le même en quatre formats',
      'the IRI leads to RDF that describes it, the same in four formats',
    ],
  ),
  'endpoint-description': row(
    'endpoint',
    ['Description du service', 'Service description'],
    ['l’adresse donne du RDF qui décrit le service', 'the address gives RDF that describes the service'],
  ),
  'endpoint-ask': row(
    'endpoint',
    ['ASK', 'ASK'],
    ['200 et un résultat SPARQL en JSON', '200 and a SPARQL result in JSON'],
  ),
  'endpoint-malformed': row('endpoint', ['Requête mal écrite', 'Malformed query'], ['400', '400']),
  'endpoint-update': row('endpoint', ['Mise à jour', 'Update'], ['refusée', 'refused']),
  example: row(
    'examples',
    ['Exemple', 'Example'],
    ['200, une réponse entière, pas vide', '200, a complete answer, not empty'],
  ),
  'api-list': row(
    'examples',
    ['Liste de /api', 'List of /api'],
    ['200 et des questions, en JSON', '200 and queries, in JSON'],
  ),
  'api-query': row(
    'examples',
    ['Question de /api', 'Query of /api'],
    ['200, une réponse entière', '200, a complete answer'],
  ),
  'catalogue-shapes': row(
    'catalogue',
    ['Règles du catalogue', 'Rules of the catalogue'],
    ['aucune violation de shapes/catalogue.ttl', 'no violation of shapes/catalogue.ttl'],
  ),
} as const satisfies Readonly<Record<string, CheckText>>;

export type CheckName = keyof typeof CHECKS;
