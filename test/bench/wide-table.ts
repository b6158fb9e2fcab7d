import { random } from './museum-catalogue.ts';

/** A table as national bases are published: 68 columns between `|`, most of them empty, values between `;`. */
export const WIDE_COLUMNS: readonly string[] = [
  ...[
    'reference',
    'inventaire',
    'domaine',
    'denomination',
    'titre',
    'auteur',
    'precisions',
    'lieu',
    'periode',
  ],
  ...[
    'millesime',
    'epoque',
    'dimensions',
    'technique',
    'sujet',
    'statut',
    'acquisition',
    'conservation',
    'musee',
  ],
  ...['coordonnees', 'commentaire', 'historique', 'inscription'],
  ...Array.from({ length: 46 }, (_, index) => `champ_${index + 1}`),
];

const DOMAINS = [
  'dessin',
  'peinture',
  'estampe;gravure',
  'céramique',
  'sculpture',
  'archéologie;gallo-romain',
];
const PERIODS = [
  '4e quart 19e siècle',
  '2e quart 19e siècle;3e quart 19e siècle',
  '1ère moitié 17e siècle',
  '',
];
const NAMES = ['MOREL Hélène', 'GIRAUD Étienne ; ROUX Noël (d’après)', 'BLANC Théodore (?)', 'ANONYME'];
const TECHNIQUES = ['plume;lavis brun;papier (blanc ; bleu)', 'huile;toile', 'faïence;grand feu', 'bronze'];
const SENTENCE =
  'Acquis lors de la vente de la collection, l’objet fut restauré puis déposé dans une salle de l’étage ; son état est bon.';

/** Rows of about 1.2 kB; one in ten has line breaks in a quoted cell. */
export function* wideTable(rows: number, seed = 2): Generator<string> {
  yield `${WIDE_COLUMNS.join('|')}\n`;
  const next = random(seed);
  const one = (of: readonly string[]): string => of[Math.floor(next() * of.length)] as string;
  const maybe = (share: number, value: () => string): string => (next() < share ? value() : '');
  for (let row = 0; row < rows; row++) {
    const cells = [
      `000PE${String(row).padStart(7, '0')}`,
      `${Math.floor(next() * 900)} ${Math.floor(next() * 9)} ${row}`,
      one(DOMAINS),
      maybe(0.7, () => 'tableau;étude'),
      `VUE DE LA VILLE ; LE PONT ET LA RIVIÈRE ${row}`,
      one(NAMES),
      maybe(0.4, () => 'Besançon, 1812 ; Paris, 1879'),
      maybe(0.2, () => 'France (lieu de création)'),
      one(PERIODS),
      maybe(0.5, () => String(1600 + Math.floor(next() * 350))),
      '',
      maybe(0.8, () => `H. ${Math.floor(next() * 90)} cm ; L. ${Math.floor(next() * 90)} cm`),
      one(TECHNIQUES),
      maybe(0.8, () => 'paysage (rivière, pont, arbre) ; figure (homme, debout)'),
      'propriété de la commune ; legs ; Besançon ; musée des Beaux-Arts',
      maybe(0.7, () => String(1850 + Math.floor(next() * 150))),
      'Besançon ; musée des Beaux-Arts et d’Archéologie',
      `M${String(Math.floor(next() * 1200)).padStart(4, '0')}`,
      `${(43 + next() * 7).toFixed(5)},${(next() * 8).toFixed(5)}`,
      maybe(0.6, () => SENTENCE),
      maybe(0.9, () => (next() < 0.1 ? `"${SENTENCE}\n${SENTENCE}|${SENTENCE}"` : `${SENTENCE} ${SENTENCE}`)),
      maybe(0.5, () => 'signé et daté en bas à droite'),
    ];
    for (let at = cells.length; at < WIDE_COLUMNS.length; at++)
      cells.push(maybe(0.15, () => SENTENCE.slice(0, 60)));
    yield `${cells.join('|')}\n`;
  }
}

/** What a publisher would say of such a table, in YARRRML. */
export const wideMapping = (path: string): string => `prefixes:
  ex: http://example.org/def/
  schema: http://schema.org/
  crm: http://www.cidoc-crm.org/cidoc-crm/
  dcterms: http://purl.org/dc/terms/
  wgs: http://www.w3.org/2003/01/geo/wgs84_pos#
  xsd: http://www.w3.org/2001/XMLSchema#
sources:
  table: { access: ${path}, referenceFormulation: csv, delimiter: '|' }
mappings:
  objet:
    sources: table
    subjects: http://example.org/id/objets/$(reference)
    predicateobjects:
      - [a, [schema:VisualArtwork, crm:E22_Human-Made_Object]]
      - [dcterms:identifier, $(reference)]
      - [ex:inventaire, $(inventaire)]
      - [schema:name, $(titre), fr~lang]
      - { p: ex:domaine, o: { function: 'cim:split($(domaine), ";")', language: fr } }
      - { p: ex:denomination, o: { function: 'cim:split($(denomination), ";")', language: fr } }
      - { p: ex:auteur, o: { function: 'cim:split($(auteur), ";")', language: fr } }
      - { p: ex:periode, o: { function: 'cim:split($(periode), ";")', language: fr } }
      - [ex:debut, { function: cim:yearBegin($(periode)), datatype: xsd:gYear }]
      - { p: ex:technique, o: { function: 'cim:split($(technique), ";")', language: fr } }
      - [ex:dimensions, $(dimensions), fr~lang]
      - [ex:sujet, $(sujet), fr~lang]
      - [ex:statut, $(statut), fr~lang]
      - [ex:acquisition, $(acquisition), xsd:gYear]
      - [crm:P50_has_current_keeper, 'http://example.org/id/musees/$(musee)~iri']
      - { p: wgs:lat, o: { function: cim:latitude($(coordonnees)), datatype: xsd:decimal } }
      - { p: wgs:long, o: { function: cim:longitude($(coordonnees)), datatype: xsd:decimal } }
      - [ex:commentaire, $(commentaire), fr~lang]
      - [ex:historique, $(historique), fr~lang]
      - [ex:inscription, $(inscription), fr~lang]
`;
