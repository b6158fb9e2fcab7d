import { commentsOf, textObject } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { NOTHING, type Written } from './facts.ts';
import type { Subject } from './subject.ts';
import { callOf, type Object3, quoted, reference } from './terms-text.ts';

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
  const all = parts
    .map(({ key }) => reference(key))
    .reduceRight((otherwise, one) => callOf('cim:coalesce', one, otherwise));
  const condition = isAlways ? undefined : callOf('cim:isNotEmpty', all);
  const isFrench =
    !parts.some((one) => propertyOf(one) === 'schema:addressCountry') &&
    columns.some(({ column }) => FRENCH.has(column.kind.value));
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
          ...(isFrench ? [{ property: 'schema:addressCountry', object: { template: 'FR' } }] : []),
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
