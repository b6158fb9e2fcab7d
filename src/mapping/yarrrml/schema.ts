import { described, type JsonSchema, mapOf, oneOrMany } from '../../documents/index.ts';
import {
  AUTHOR_KEYS,
  JOIN_KEYS,
  OBJECT_KEYS,
  OTHER_SECTIONS,
  PAIR_KEYS,
  RULE_KEYS,
  SECTIONS,
  SOURCE_KEYS,
  UNREAD_SOURCE_KEYS,
  VIEW_KEYS,
} from './keys.ts';

/** What one key holds, under each of its names. */
type Row = readonly [names: string, fr: string, en: string, schema?: JsonSchema];

const rows = (table: readonly Row[]): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    table.flatMap(([names, fr, en, schema]) =>
      names.split(' ').map((name) => [name, described(fr, en, schema)] as const),
    ),
  );

/** The JSON Schema of `mapping.yml` (YARRRML with `columns` and views). Its keys are those that the parser knows. */
export const mappingSchema = (): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'mapping.yml',
  ...described(
    'Comment une ligne du fichier devient des énoncés (YARRRML).',
    'How a row of the file becomes statements (YARRRML).',
  ),
  ...mapOf([...SECTIONS, ...OTHER_SECTIONS], TOP),
});

const MAP = { type: 'object' } as const;
const TEXT = { type: ['string', 'number', 'boolean', 'null'] } as const;
const CONDITION = oneOrMany({ anyOf: [{ type: 'string' }, MAP] });

const CALL: readonly Row[] = [
  [
    'function fn f',
    'Une fonction, avec ses arguments entre parenthèses : cim:split($(col), ";"). « cimaise functions » les montre.',
    'A function, with its arguments in parentheses: cim:split($(col), ";"). “cimaise functions” shows them.',
    { type: 'string' },
  ],
  [
    'parameters pms',
    'Arguments de la fonction, par leurs noms.',
    'Arguments of the function, by their names.',
  ],
];

const OBJECT = mapOf([...new Set([...OBJECT_KEYS, ...JOIN_KEYS])], {
  ...rows([
    ...CALL,
    [
      'value v',
      'Un texte où $(colonne) est lu dans la ligne.',
      'A text in which $(column) is read from the row.',
      TEXT,
    ],
    [
      'type',
      'Ce qu’est la valeur : iri, literal, blank.',
      'What the value is: iri, literal, blank.',
      {
        anyOf: [{ enum: ['iri', 'literal', 'blank'] }, { type: 'string' }],
      },
    ],
    ['language lang', 'Langue du texte, comme fr.', 'Language of the text, such as fr.'],
    ['datatype', 'Type de la valeur, comme xsd:date.', 'Datatype of the value, such as xsd:date.'],
    ['condition c', 'Quand cette valeur est dite.', 'When this value is said.', CONDITION],
    ['mapping', 'Les sujets d’une autre règle.', 'The subjects of another rule.', { type: 'string' }],
    ['targets target t', 'Où cela est écrit aussi.', 'Where this is written too.'],
  ]),
});

const TERM = { anyOf: [TEXT, { type: 'array' }, OBJECT] };

const PAIR = mapOf(PAIR_KEYS, {
  ...rows([
    ['predicates predicate p', 'La propriété, comme schema:name.', 'The property, such as schema:name.'],
    ['objects object o', 'La valeur, ou plusieurs.', 'The value, or several.', oneOrMany(TERM)],
    [
      'inversepredicates inversepredicate i',
      'La propriété dite dans l’autre sens.',
      'The property said the other way round.',
    ],
    ['graphs graph g', 'Le graphe de ces énoncés.', 'The graph of these statements.'],
    [
      'condition conditions c',
      'Quand c’est dit : cim:isNotEmpty($(col)).',
      'When it is said: cim:isNotEmpty($(col)).',
      CONDITION,
    ],
    ['type', 'Ce que sont les valeurs : iri, literal, blank.', 'What the values are: iri, literal, blank.'],
  ]),
});

const RULE = mapOf(RULE_KEYS, {
  ...rows([
    [
      'sources source',
      'D’où les lignes viennent, si ce n’est de dataset.yml.',
      'Where rows come from, if not from dataset.yml.',
    ],
    [
      'subjects subject s',
      'L’adresse de la chose : id:musees/$(ref), avec un fragment pour ses parties.',
      'The address of the thing: id:musees/$(ref), with a fragment for its parts.',
    ],
    [
      'condition conditions c',
      'Quelles lignes : cim:isNotEmpty($(col)).',
      'Which rows: cim:isNotEmpty($(col)).',
      CONDITION,
    ],
    [
      'predicateobjects po',
      'Ce qui est dit : [propriété, valeur, fr~lang ou xsd:date], ou { p: …, o: … }.',
      'What is said: [property, value, fr~lang or xsd:date], or { p: …, o: … }.',
      oneOrMany({ anyOf: [{ type: 'array', minItems: 1 }, PAIR, { type: 'string' }] }),
    ],
    ['graphs graph g', 'Le graphe de ces énoncés.', 'The graph of these statements.'],
  ]),
});

const SOURCE = {
  anyOf: [
    { type: 'string' },
    { type: 'array' },
    mapOf([...new Set([...VIEW_KEYS, ...SOURCE_KEYS, ...UNREAD_SOURCE_KEYS])], {
      ...rows([
        [
          'each',
          'Une ligne par valeur : cim:split($(col), ";").',
          'One record a value: cim:split($(col), ";").',
        ],
        ['as', 'Le nom de cette valeur : $(nom).', 'The name of that value: $(name).', { type: 'string' }],
        ['access', 'Chemin d’un fichier.', 'Path of a file.', { type: 'string' }],
      ]),
    }),
  ],
};

const TOP = rows([
  [
    'prefixes',
    'Préfixes en plus de ceux de Cimaise (id:, def:, cim:, schema:, skos:, crm:…).',
    'Prefixes beside those of Cimaise (id:, def:, cim:, schema:, skos:, crm:…).',
    { ...MAP, additionalProperties: { type: 'string' } },
  ],
  [
    'columns',
    'Colonnes et leurs autres noms : { ref: [Identifiant, REF], note: { aliases: [Remarque], optional: true } }.',
    'Columns and their other names: { ref: [Identifiant, REF], note: { aliases: [Remarque], optional: true } }.',
    MAP,
  ],
  [
    'sources source s',
    'Vues des lignes : { auteurs: { each: cim:split($(col), ";"), as: auteur } }, ou d’autres fichiers.',
    'Views of rows: { auteurs: { each: cim:split($(col), ";"), as: auteur } }, or other files.',
    { ...MAP, additionalProperties: SOURCE },
  ],
  [
    'mappings mapping m',
    'Les règles, par leurs noms.',
    'The rules, by their names.',
    { ...MAP, additionalProperties: RULE },
  ],
  [
    'targets target t',
    'Fichiers où des énoncés sont écrits aussi.',
    'Files in which statements are written too.',
  ],
  ['external', 'Valeurs que $(_nom) donne.', 'Values that $(_name) gives.', MAP],
  ['base', 'Base des IRI relatives.', 'Base of relative IRIs.', { type: 'string' }],
  [
    'authors author a',
    'Qui a écrit ces règles.',
    'Who wrote these rules.',
    oneOrMany({ anyOf: [{ type: 'string' }, mapOf(AUTHOR_KEYS, {})] }),
  ],
]);
