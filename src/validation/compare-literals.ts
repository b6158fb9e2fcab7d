import { type RDF, xsd } from '../rdf/index.ts';
import { isWellFormed } from './lexical-forms.ts';

/** A literal on a scale; only literals of one scale can be compared. */
export interface Measure {
  readonly scale: string;
  readonly value: number | string;
  /** The lexical form of a whole or decimal number, which is compared exactly where a double cannot hold it. */
  readonly decimal?: string;
}

interface Exact {
  readonly digits: bigint;
  readonly decimals: number;
}

const MOST_EXACT_DIGITS = 400;
/** Decimals of so many digits stay apart as doubles. */
const DOUBLE_DIGITS = 15;

const local = (datatype: string): string | undefined =>
  datatype.startsWith(xsd.namespace) ? datatype.slice(xsd.namespace.length) : undefined;

const DECIMALS = new Set(
  `decimal integer nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger long int short byte
   unsignedLong unsignedInt unsignedShort unsignedByte`.split(/\s+/),
);
const MOMENTS = new Set(['date', 'dateTime', 'dateTimeStamp', 'gYear', 'gYearMonth']);

/** Whether an order is known among literals like this one; needed of the parameter of `sh:minInclusive` and its kin. */
export const isComparable = (literal: RDF.Literal): boolean => measured(literal) !== undefined;

/**
 * Order of two literals as SPARQL's `<` has it: negative, zero or positive; undefined where they cannot be compared
 * (ill-formed, of different kinds, NaN, one moment with and one without time zone).
 */
export const compareLiterals = (left: RDF.Literal, right: RDF.Literal): number | undefined =>
  compareMeasures(measured(left), measured(right));

/** The same of literals that were measured before. */
export function compareMeasures(a: Measure | undefined, b: Measure | undefined): number | undefined {
  if (!a || !b) return undefined;
  if (a.decimal !== undefined && b.decimal !== undefined && (isLong(a.decimal) || isLong(b.decimal)))
    return compareExact(a.decimal, b.decimal);
  if (a.scale !== b.scale) return undefined;
  if (typeof a.value === 'string') return Buffer.compare(Buffer.from(a.value), Buffer.from(String(b.value)));
  return compareNumbers(a.value, Number(b.value));
}

const isLong = (lexical: string): boolean => lexical.length > DOUBLE_DIGITS;

/** Where a literal stands on its scale; undefined where it stands on none. */
export function measured(literal: RDF.Literal): Measure | undefined {
  const type = local(literal.datatype.value);
  if (type === undefined || !isWellFormed(literal)) return undefined;
  if (DECIMALS.has(type)) return { scale: 'number', value: Number(literal.value), decimal: literal.value };
  if (type === 'double' || type === 'float') return { scale: 'number', value: floatValue(literal.value) };
  if (type === 'string') return { scale: 'text', value: literal.value };
  if (type === 'boolean') return { scale: 'boolean', value: /^(?:true|1)$/.test(literal.value) ? 1 : 0 };
  return MOMENTS.has(type) ? moment(literal.value, type) : undefined;
}

function exact(lexical: string): Exact {
  const [whole = '', fraction = ''] = lexical.replace(/^\+/, '').split('.');
  const digits = BigInt(whole.replace('-', '') + fraction || '0');
  return { digits: whole.startsWith('-') ? -digits : digits, decimals: fraction.length };
}

const floatValue = (lexical: string): number => Number(lexical.replace('INF', 'Infinity'));

/** Milliseconds since 1970 on the proleptic Gregorian calendar, zoned and unzoned moments on scales of their own. */
function moment(lexical: string, type: string): Measure {
  const [, year = '', month = '1', day = '1', hour = '0', minute = '0', second = '0', zone] =
    /^(-?\d+)(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d):([\d.]+))?(Z|[+-]\d\d:\d\d)?$/.exec(lexical) ?? [];
  const days = daysFromEpoch(Number(year), Number(month), Number(day));
  const minutes = Number(hour) * 60 + Number(minute) - offset(zone);
  const kind = type === 'dateTimeStamp' ? 'dateTime' : type;
  return {
    scale: `${kind}${zone ? ' zoned' : ''}`,
    value: days * 86_400_000 + minutes * 60_000 + Number(second) * 1000,
  };
}

function offset(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Days from 1970-01-01, for any year: 400 years have 146,097 days, counted from March. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

function compareExact(left: string, right: string): number | undefined {
  if (Math.max(left.length, right.length) > MOST_EXACT_DIGITS)
    return compareNumbers(Number(left), Number(right));
  const [a, b] = [exact(left), exact(right)];
  const decimals = Math.max(a.decimals, b.decimals);
  const gap =
    a.digits * 10n ** BigInt(decimals - a.decimals) - b.digits * 10n ** BigInt(decimals - b.decimals);
  return gap === 0n ? 0 : gap < 0n ? -1 : 1;
}

function compareNumbers(a: number, b: number): number | undefined {
  if (Number.isNaN(a) || Number.isNaN(b)) return undefined;
  return a === b ? 0 : a < b ? -1 : 1;
}
