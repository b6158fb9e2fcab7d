import { type RDF, rdf, xsd } from '../rdf/index.ts';

type Check = RegExp | ((lexical: string) => boolean);

const ZONE = '(?:Z|[+-](?:(?:0\\d|1[0-3]):[0-5]\\d|14:00))?';
const YEAR = '-?(?:[1-9]\\d{3,}|0\\d{3})';
const MONTH_DAY = '(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])';
const TIME = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?|24:00:00(?:\\.0+)?)';
const DURATION_DAYS = '(?:\\d+D)?(?:T(?=\\d)(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?';
const INTEGER = /^[+-]?\d+$/;
const DOUBLE = /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|[+-]?INF|NaN)$/;
const TOKEN = (lexical: string): boolean => !/[\t\n\r]|^ | $| {2}/.test(lexical);

const within = (least: bigint | undefined, most?: bigint) => (lexical: string) => {
  if (!INTEGER.test(lexical) || lexical.length > 1000) return false;
  const value = BigInt(lexical.replace(/^\+/, ''));
  return (least === undefined || value >= least) && (most === undefined || value <= most);
};
const signed = (bits: bigint) => within(-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n);
const unsigned = (bits: bigint) => within(0n, 2n ** bits - 1n);

/** The lexical space of each datatype of XSD 1.1 (https://www.w3.org/TR/xmlschema11-2/), one row a datatype. */
const FORMS: Readonly<Record<string, Check>> = {
  string: () => true,
  anyURI: () => true,
  anySimpleType: () => true,
  anyAtomicType: () => true,
  normalizedString: /^[^\t\n\r]*$/,
  token: TOKEN,
  language: /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/,
  Name: /^[\p{L}_:][\p{L}\p{N}\p{M}._:·-]*$/u,
  NCName: /^[\p{L}_][\p{L}\p{N}\p{M}._·-]*$/u,
  NMTOKEN: /^[\p{L}\p{N}\p{M}._:·-]+$/u,
  boolean: /^(?:true|false|0|1)$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  integer: INTEGER,
  nonNegativeInteger: within(0n),
  positiveInteger: within(1n),
  nonPositiveInteger: within(undefined, 0n),
  negativeInteger: within(undefined, -1n),
  long: signed(64n),
  int: signed(32n),
  short: signed(16n),
  byte: signed(8n),
  unsignedLong: unsigned(64n),
  unsignedInt: unsigned(32n),
  unsignedShort: unsigned(16n),
  unsignedByte: unsigned(8n),
  double: DOUBLE,
  float: DOUBLE,
  date: realDay(`${YEAR}-${MONTH_DAY}${ZONE}`),
  dateTime: realDay(`${YEAR}-${MONTH_DAY}T${TIME}${ZONE}`),
  dateTimeStamp: realDay(`${YEAR}-${MONTH_DAY}T${TIME}(?=.)${ZONE}`),
  time: new RegExp(`^${TIME}${ZONE}$`),
  gYear: new RegExp(`^${YEAR}${ZONE}$`),
  gYearMonth: new RegExp(`^${YEAR}-(?:0[1-9]|1[0-2])${ZONE}$`),
  gMonth: new RegExp(`^--(?:0[1-9]|1[0-2])${ZONE}$`),
  gDay: new RegExp(`^---(?:0[1-9]|[12]\\d|3[01])${ZONE}$`),
  gMonthDay: new RegExp(
    `^--(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|[12]\\d))${ZONE}$`,
  ),
  duration: new RegExp(`^-?P(?=[\\dT])(?:\\d+Y)?(?:\\d+M)?${DURATION_DAYS}$`),
  dayTimeDuration: new RegExp(`^-?P(?=[\\dT])${DURATION_DAYS}$`),
  yearMonthDuration: /^-?P(?=\d)(?:\d+Y)?(?:\d+M)?$/,
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
  base64Binary: (lexical) =>
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(lexical.replaceAll(' ', '')),
};

const BY_IRI = new Map(
  Object.entries(FORMS).map(([name, form]) => [
    xsd.namespace + name,
    typeof form === 'function' ? form : (lexical: string): boolean => form.test(lexical),
  ]),
);

/** IRIs of the datatypes whose lexical forms are checked. */
export const XSD_DATATYPES: readonly string[] = [...BY_IRI.keys()];

/** Whether a literal's text is one its datatype knows: false for `"2024-02-30"^^xsd:date`. Other datatypes pass. */
export function isWellFormed({ value, datatype, language }: RDF.Literal): boolean {
  const name = datatype.value;
  if (name === rdf.langString) return language !== '';
  const form = BY_IRI.get(name);
  return form === undefined || form(value);
}

/** A date that the calendar has: the pattern holds, and the month has that day in that year. */
function realDay(pattern: string): (lexical: string) => boolean {
  const form = new RegExp(`^${pattern}$`);
  return (lexical) => {
    if (!form.test(lexical)) return false;
    const [, year, month, day] = /^(-?\d+)-(\d\d)-(\d\d)/.exec(lexical) ?? [];
    return Number(day) <= daysIn(Number(year), Number(month));
  };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
