import type { Bilingual, Language } from '../model/index.ts';
import { commentsOf, evidenceLine, textObject } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { NOTHING, type Statement, type Written } from './facts.ts';
import type { Subject } from './subject.ts';
import { callOf, coalesced, type Object3, quoted, reference } from './terms-text.ts';

const ORDER = [
  'schema:streetAddress',
  'schema:extendedAddress',
  'schema:postalCode',
  'schema:addressLocality',
  'schema:addressRegion',
  'schema:addressCountry',
];

/** The postal address as a thing of its own, with the parts that columns give. */
export function writeAddress(
  { language, profile }: DraftRequest,
  columns: readonly PlannedColumn[],
  subject: Subject,
): Written {
  const parts = ORDER.flatMap((property) => columns.filter((one) => propertyOf(one) === property));
  if (!parts.some((one) => propertyOf(one) !== 'schema:addressRegion')) return alone(parts, language);
  const isAlways = parts.some(({ column }) => column.filled === profile.records);
  const all = coalesced(parts.map(({ key }) => reference(key)));
  const condition = isAlways ? undefined : callOf('cim:isNotEmpty', all);
  const french = parts.some((one) => propertyOf(one) === 'schema:addressCountry')
    ? undefined
    : columns.find(({ column }) => FRENCH.has(column.kind.value));
  const always = condition === undefined ? {} : { condition };
  return {
    statements: [{ property: 'schema:address', object: subject.part(FRAGMENT), ...always }],
    rules: [
      {
        name: FRAGMENT,
        subject: subject.partSubject(FRAGMENT),
        ...always,
        statements: [
          { property: 'a', object: { template: 'schema:PostalAddress' } },
          ...parts.map((one) => ({
            property: propertyOf(one) ?? '',
            object: partObject(one),
            comments: commentsOf(one, language),
          })),
          ...(french === undefined ? [] : [countryOf(french, language)]),
        ],
      },
    ],
    facts: [
      {
        property: 'schema:address',
        label: { fr: 'Adresse', en: 'Address' },
        from: parts.map(({ column }) => column.name),
        isAlways,
        isOne: true,
        value: 'iri',
      },
    ],
  };
}

const FRAGMENT = 'adresse';

/** The country that a column tells by what its values are. */
const countryOf = ({ column }: PlannedColumn, language: Language): Statement => ({
  property: 'schema:addressCountry',
  object: { template: 'FR' },
  comments: [
    evidenceLine([column.name], { said: IN_FRANCE[language], confidence: column.kind.confidence }, language),
  ],
});

const IN_FRANCE: Bilingual = {
  fr: 'ses valeurs sont celles de lieux de France.',
  en: 'its values are those of places in France.',
};

/** A postcode gets back the zero that a spreadsheet took. */
function partObject(one: PlannedColumn): Object3 {
  const cell = reference(one.key);
  const { column } = one;
  const seen = [...column.odd, ...column.frequent].map(({ value }) => value.trim());
  const isCut = propertyOf(one) === 'schema:postalCode' && seen.some((value) => /^[0-9]{4}$/.test(value));
  return isCut
    ? { call: callOf('cim:replacePattern', cell, quoted('^([0-9]{4})$'), quoted('0$1')) }
    : textObject(cell, 'plain');
}

/** Codes and names that only places of this country have. */
const FRENCH: ReadonlySet<string> = new Set([
  'insee-commune',
  'insee-department',
  'insee-region',
  'department-name',
  'region-name',
  'post-code',
]);

const propertyOf = ({ fate }: PlannedColumn): string | undefined =>
  fate.kind === 'used' && fate.use.kind === 'address' ? fate.use.property : undefined;

/** A territory without town or street is no address: it is said of the thing. */
function alone(parts: readonly PlannedColumn[], language: 'fr' | 'en'): Written {
  if (parts.length === 0) return NOTHING;
  return {
    ...NOTHING,
    statements: parts.map((one) => ({
      property: 'schema:addressRegion',
      object: textObject(reference(one.key), 'plain'),
      comments: commentsOf(one, language),
    })),
    facts: parts.map(({ column, label }) => ({
      property: 'schema:addressRegion',
      label,
      from: [column.name],
      isAlways: false,
      isOne: true,
      value: 'text',
    })),
  };
}
