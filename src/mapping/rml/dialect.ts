import { nearest } from '../../documents/index.ts';
import { type Bilingual, type CsvDialect, isEncodingLabel } from '../../model/index.ts';
import { csvw, rdf } from '../../rdf/index.ts';
import { unknownTerm } from './complaints.ts';
import { listOf, type RmlDocument, type RmlNode } from './node.ts';
import { badDialectValue, noDialectOf } from './source-complaints.ts';

type Told = { -readonly [K in keyof CsvDialect]?: CsvDialect[K] };

/** A property of a CSVW dialect: what it may say, and what it says to a reader. */
interface DialectProperty {
  readonly allows: (value: string) => boolean;
  readonly remedy: Bilingual;
  readonly read: (value: string) => Told;
}

const like =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

const ONE_CHARACTER: Bilingual = { fr: 'Donnez un seul caractère.', en: 'Give one character.' };
const NUMBER: Bilingual = { fr: 'Donnez un nombre.', en: 'Give a number.' };
const FLAG = like(/^(true|false|1|0)$/);
const TRUE_OR_FALSE: Bilingual = { fr: 'Écrivez true ou false.', en: 'Write true or false.' };
const isTrue = (value: string): boolean => value === 'true' || value === '1';
const TRIMS: Readonly<Record<string, CsvDialect['trim']>> = { start: 'start', end: 'end' };

/** CSV on the Web, “Dialect Descriptions” (https://www.w3.org/TR/tabular-metadata/#dialect-descriptions). */
const PROPERTIES: Readonly<Record<string, DialectProperty>> = {
  [csvw.delimiter]: {
    allows: like(/^[^\r\n]$/),
    remedy: ONE_CHARACTER,
    read: (delimiter) => ({ delimiter }),
  },
  [csvw.quoteChar]: {
    allows: like(/^[^\r\n]?$/),
    remedy: {
      fr: 'Donnez un seul caractère, ou "" s’il n’y en a pas.',
      en: 'Give one character, or "" for none.',
    },
    read: (quote) => ({ quote }),
  },
  [csvw.encoding]: {
    allows: isEncodingLabel,
    remedy: { fr: 'Par exemple utf-8 ou windows-1252.', en: 'For example utf-8 or windows-1252.' },
    read: (encoding) => ({ encoding: encoding.toLowerCase() }),
  },
  [csvw.commentPrefix]: {
    allows: like(/^[^\r\n]$/),
    remedy: ONE_CHARACTER,
    read: (commentPrefix) => ({ commentPrefix }),
  },
  [csvw.doubleQuote]: {
    allows: FLAG,
    remedy: TRUE_OR_FALSE,
    read: (value) => ({ doubleQuote: isTrue(value) }),
  },
  [csvw.header]: { allows: FLAG, remedy: TRUE_OR_FALSE, read: (value) => ({ header: isTrue(value) }) },
  [csvw.headerRowCount]: {
    allows: like(/^[01]$/),
    remedy: {
      fr: 'Une ligne d’en-tête au plus est lue : 0 ou 1.',
      en: 'One header row at most is read: 0 or 1.',
    },
    read: (value) => ({ header: value === '1' }),
  },
  [csvw.skipRows]: {
    allows: like(/^\d{1,9}$/),
    remedy: NUMBER,
    read: (value) => ({ skipRows: Number(value) }),
  },
  [csvw.skipColumns]: {
    allows: like(/^0$/),
    remedy: {
      fr: 'Toutes les colonnes sont lues : ne nommez que celles qu’il faut.',
      en: 'All columns are read: name only those that are meant.',
    },
    read: () => ({}),
  },
  // Blank rows are no records, whatever is said.
  [csvw.skipBlankRows]: { allows: FLAG, remedy: TRUE_OR_FALSE, read: () => ({}) },
  [csvw.skipInitialSpace]: {
    allows: FLAG,
    remedy: TRUE_OR_FALSE,
    read: (value): Told => (isTrue(value) ? { trim: 'start' } : {}),
  },
  [csvw.trim]: {
    allows: like(/^(true|false|start|end)$/),
    remedy: { fr: 'Écrivez true, false, start ou end.', en: 'Write true, false, start or end.' },
    read: (value) => ({ trim: TRIMS[value] ?? isTrue(value) }),
  },
};

/** Read apart: several values, and values that are no part of how a file is cut. */
const OTHERS: readonly string[] = [csvw.lineTerminators, csvw.null];
const KNOWN: readonly string[] = [...Object.keys(PROPERTIES), ...OTHERS];

/**
 * What the nodes of a source say with `csvw:dialect`; of a property said twice the first node counts.
 * @param isTable whether the source is a table: a dialect says nothing to another
 */
export function dialectOf(
  nodes: readonly RmlNode[],
  { isTabbed, isTable }: { readonly isTabbed: boolean; readonly isTable: boolean },
  document: RmlDocument,
): CsvDialect {
  const usual = { delimiter: isTabbed ? '\t' : ',', quote: '"', encoding: 'utf-8' };
  const dialects = nodes.flatMap((node) => node.values(csvw.dialect));
  if (!isTable) for (const { place } of dialects) document.complain(place, ...noDialectOf());
  const told = dialects.map((dialect) => readDialect(dialect, document));
  const dialect: CsvDialect = Object.assign({}, usual, ...told.reverse());
  if (dialect.quote === dialect.delimiter)
    for (const { place } of dialects.slice(0, 1))
      document.complain(place, ...badDialectValue('csvw:quoteChar', dialect.quote, ONE_CHARACTER));
  return dialect;
}

/** Values that count as absent, by `csvw:null` of a table or of its dialect. */
export const nullsOf = (nodes: readonly RmlNode[]): readonly string[] =>
  [...nodes, ...nodes.flatMap((node) => node.values(csvw.dialect))].flatMap((node) =>
    node.values(csvw.null).map(({ term }) => term.value),
  );

function readDialect(node: RmlNode, document: RmlDocument): Told {
  for (const { property, place } of node.properties()) {
    if (property === rdf.type || !property.startsWith(csvw.namespace) || KNOWN.includes(property)) continue;
    const near = nearest(property, KNOWN);
    document.complain(place, ...unknownTerm(short(property), near && short(near), 'csvw:Dialect'));
  }
  const told: Told = {};
  for (const [property, { allows, remedy, read }] of Object.entries(PROPERTIES)) {
    const value = node.value(property);
    if (value === undefined) continue;
    if (allows(value.term.value)) Object.assign(told, read(value.term.value));
    else document.complain(value.place, ...badDialectValue(short(property), value.term.value, remedy));
  }
  const lineTerminators = terminatorsOf(node, document);
  return lineTerminators.length === 0 ? told : { ...told, lineTerminators };
}

const short = (property: string): string => property.replace(csvw.namespace, 'csvw:');

/** One, several or a list of them. */
function terminatorsOf(node: RmlNode, document: RmlDocument): readonly string[] {
  const found = node
    .values(csvw.lineTerminators)
    .flatMap((one) => (one.term.termType === 'Literal' ? [one] : listOf(one)));
  const texts = found.map(({ term }) => term.value).filter((text) => text !== '');
  const beginnings = new Set(texts.map((text) => text[0]));
  if (beginnings.size <= 2) return texts;
  document.complain(
    found[0]?.place ?? node.place,
    ...badDialectValue('csvw:lineTerminators', texts.join(' '), {
      fr: 'Elles commencent par deux caractères différents au plus.',
      en: 'They begin with two different characters at most.',
    }),
  );
  return [];
}
