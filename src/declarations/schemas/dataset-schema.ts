import { described, type JsonSchema, mapOf, oneOrMany, oneOrOther } from '../../documents/index.ts';
import { MAPPING_POLICIES } from '../../model/index.ts';
import { DATASET_KEYS, SOURCE_KEYS } from '../dataset-context.ts';
import { SOURCE_FORMATS } from '../source-declaration.ts';
import { harvestSchema } from './harvest-schema.ts';

/** Names that the platform has, for editors to offer. */
export interface OfferedNames {
  /** Files of shapes. */
  readonly shapes: readonly string[];
  /** Datasets that others look up in. */
  readonly vocabularies: readonly string[];
}

/** The JSON Schema of `dataset.yml`. Its keys are those that the loader knows. */
export const datasetSchema = (offered: OfferedNames): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'dataset.yml',
  ...described(
    'Décrit un jeu de données (YAML-LD, contexte fixe).',
    'Describes a dataset (YAML-LD, fixed context).',
  ),
  ...mapOf(DATASET_KEYS, topKeys(offered), [
    'title',
    'description',
    'publisher',
    'licence',
    'source',
    'shapes',
  ]),
});

const TEXT = { type: 'string' } as const;
const TEXTS = {
  type: 'object',
  properties: {
    fr: described('En français.', 'In French.', TEXT),
    en: described('En anglais.', 'In English.', TEXT),
  },
  required: ['fr', 'en'],
} as const;
const IRI = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9+.-]*:' } as const;
const SHARE = { type: 'number', minimum: 0, maximum: 1 } as const;

const agent = (example: string): JsonSchema => ({
  type: 'object',
  properties: {
    id: described('Son adresse.', 'Its address.', { ...IRI, examples: [example] }),
    name: described('Son nom, dans les deux langues.', 'Its name, in both languages.', TEXTS),
  },
  required: ['id', 'name'],
});

/** A code of an EU authority table, or the IRI of another concept. */
const codes = (words: readonly string[]): JsonSchema => ({ anyOf: [{ enum: words }, IRI] });

const THEMES = 'AGRI ECON EDUC ENER ENVI GOVE HEAL INTR JUST OP_DATPRO REGI SOCI TECH TRAN'.split(' ');
const FREQUENCIES =
  'ANNUAL ANNUAL_2 ANNUAL_3 BIENNIAL BIMONTHLY BIWEEKLY CONT DAILY IRREG MONTHLY NEVER QUARTERLY TRIENNIAL UNKNOWN WEEKLY'.split(
    ' ',
  );

const topKeys = ({ shapes, vocabularies }: OfferedNames): Readonly<Record<string, JsonSchema>> => ({
  title: described('Titre, dans les deux langues.', 'Title, in both languages.', TEXTS),
  description: described(
    'Deux ou trois phrases : ce que le jeu contient, d’où il vient, à qui il sert. Au moins 40 signes.',
    'Two or three sentences: what the dataset holds, where it comes from, whom it serves. At least 40 characters.',
    TEXTS,
  ),
  publisher: described(
    'Qui publie ces données.',
    'Who publishes these data.',
    agent('https://www.example.org/'),
  ),
  licence: described('Licence, par son adresse.', 'Licence, by its address.', {
    type: 'object',
    properties: {
      id: { ...IRI, examples: ['https://www.etalab.gouv.fr/licence-ouverte-open-licence'] },
      label: TEXTS,
    },
    required: ['id', 'label'],
  }),
  contact: described(
    'À qui écrire : « mailto:… » ou une page.',
    'Whom to write to: “mailto:…” or a page.',
    agent('mailto:contact@example.org'),
  ),
  keywords: described('Mots-clés, dans chaque langue.', 'Keywords, in each language.', {
    type: 'object',
    properties: Object.fromEntries(['fr', 'en'].map((one) => [one, oneOrMany(TEXT)])),
    required: ['fr', 'en'],
  }),
  themes: described(
    'Thèmes : codes de la table européenne « data-theme », comme EDUC (culture).',
    'Themes: codes of the EU table “data-theme”, such as EDUC (culture).',
    oneOrMany(codes(THEMES)),
  ),
  spatial: described('Lieux couverts, par leurs adresses.', 'Places covered, by their addresses.', {
    ...oneOrMany(IRI),
    examples: [['http://publications.europa.eu/resource/authority/country/FRA']],
  }),
  frequency: described(
    'À quel rythme les données changent (table européenne « frequency »).',
    'How often the data change (EU table “frequency”).',
    codes(FREQUENCIES),
  ),
  origins: described('Pages d’où viennent les faits.', 'Pages that the facts come from.', oneOrMany(IRI)),
  source: described('Le fichier, et comment le lire.', 'The file, and how to read it.', sourceSchema()),
  uriPattern: described(
    'La fin des adresses, pour les lecteurs : « {ref} » pour id/<jeu>/<ref>.',
    'The end of addresses, for readers: “{ref}” for id/<dataset>/<ref>.',
    { ...TEXT, examples: ['{ref}'] },
  ),
  register: described(
    'Le registre dont viennent les identifiants (ontologies/) : les pages y mènent.',
    'The register that identifiers are from (ontologies/): pages lead there.',
    IRI,
  ),
  privateColumns: described(
    'Colonnes dont aucune version ne garde les cellules ; « * » : toutes.',
    'Columns whose cells no release holds; “*”: all.',
    oneOrMany(TEXT),
  ),
  mapping: described('Le mapping (mapping.yml sinon).', 'The mapping (else mapping.yml).', TEXT),
  shapes: described(
    'Fichiers de shapes/ qui jugent le jeu, d’ici ou de Cimaise, avec ceux qu’ils demandent.',
    'Files of shapes/ that judge the dataset, from here or from Cimaise, with those that they ask.',
    oneOrMany(oneOrOther(shapes)),
  ),
  vocabularies: described(
    'Jeux où cim:lookup cherche, d’ici ou de Cimaise.',
    'Datasets where cim:lookup looks, from here or from Cimaise.',
    oneOrMany(oneOrOther(vocabularies)),
  ),
  policy: described(
    'Ce que coûte une valeur illisible : le terme (skip-term), la ligne (skip-record), la version (strict).',
    'What a value that cannot be read costs: the term (skip-term), the row (skip-record), the release (strict).',
    { enum: [...MAPPING_POLICIES] },
  ),
  faultLimit: described(
    'Part de valeurs illisibles, de 0 à 1, qui refuse la version.',
    'Share of values that cannot be read, 0 to 1, that refuses the release.',
    SHARE,
  ),
  quarantineLimit: described(
    'Part de choses écartées, de 0 à 1, qui refuse la version (0.05).',
    'Share of things left out, 0 to 1, that refuses the release (0.05).',
    SHARE,
  ),
});

const sourceSchema = (): JsonSchema => mapOf(SOURCE_KEYS, SOURCE);

const SOURCE: Readonly<Record<string, JsonSchema>> = {
  path: described('Chemin du fichier, depuis ce dossier.', 'Path of the file, from this folder on.', {
    ...TEXT,
    examples: ['source/musees.csv'],
  }),
  format: described('Format (celui de l’extension sinon).', 'Format (else that of the extension).', {
    enum: SOURCE_FORMATS,
  }),
  iterator: described(
    'Ce qu’est un enregistrement : « $.features[*] » (JSON), « //lido:lido » (XML).',
    'What one record is: “$.features[*]” (JSON), “//lido:lido” (XML).',
    TEXT,
  ),
  delimiter: described('Ce qui sépare les colonnes.', 'What parts columns.', {
    ...TEXT,
    examples: [',', ';', '|', '\t'],
  }),
  quote: described("Ce qui entoure les cellules ; '' : rien.", "What surrounds cells; '': nothing.", TEXT),
  header: described(
    'false si la première ligne ne nomme pas les colonnes : _col.1, _col.2, …',
    'false where the first row does not name the columns: _col.1, _col.2, …',
    { type: 'boolean' },
  ),
  encoding: described('Encodage du fichier.', 'Encoding of the file.', {
    ...TEXT,
    examples: ['utf-8', 'windows-1252', 'utf-16le'],
  }),
  harvest: described(
    'L’adresse dont le fichier est une copie (cimaise harvest).',
    'The address that the file is a copy of (cimaise harvest).',
    harvestSchema(),
  ),
  dataset: described('Le jeu dont le fichier est lu.', 'The dataset whose file is read.', TEXT),
  namespaces: described('Préfixes (XML).', 'Prefixes (XML).', {
    type: 'object',
    additionalProperties: IRI,
  }),
};
