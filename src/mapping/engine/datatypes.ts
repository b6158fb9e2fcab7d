import { edtf, xsd } from '../../rdf/index.ts';
import { canonicalDouble } from '../../sources/index.ts';

const DATE = /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d\d:\d\d)?$/;

/** Lexical forms of XSD 1.1 datatypes; a datatype that is not here is not checked. */
const LEXICAL: Readonly<Record<string, (value: string) => boolean>> = {
  [xsd.integer]: (value) => /^[+-]?\d+$/.test(value),
  [xsd.nonNegativeInteger]: (value) => /^\+?\d+$/.test(value),
  [xsd.decimal]: (value) => /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value),
  [xsd.double]: (value) => /^([+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?INF|NaN)$/.test(value),
  [xsd.boolean]: (value) => /^(true|false|1|0)$/.test(value),
  [xsd.gYear]: (value) => /^-?(\d{4}|[1-9]\d{4,})(Z|[+-]\d\d:\d\d)?$/.test(value),
  [xsd.date]: isDate,
  [xsd.anyURI]: (value) => !/\s/.test(value),
  [edtf.EDTF]: (value) => value !== '' && !/\s/.test(value),
};

/** Tells whether a value has the lexical form of a datatype. */
export const lexicalCheck = (datatype: string): ((value: string) => boolean) =>
  LEXICAL[datatype] ?? (() => true);

function isDate(value: string): boolean {
  if (!DATE.test(value)) return false;
  const [year, month, day] = value
    .replace(/^-/, '')
    .slice(0)
    .split('-')
    .map((part) => Number.parseInt(part, 10));
  return (day ?? 0) <= new Date(Date.UTC(2000 + ((year ?? 0) % 400), month ?? 1, 0)).getUTCDate();
}

/**
 * Canonical lexical form (XSD 1.1) where forms of one value differ most: doubles. Other datatypes keep the form of the
 * source.
 */
export const canonicalForm = (datatype: string): ((value: string) => string) =>
  datatype === xsd.double ? canonicalNumber : (value) => value;

function canonicalNumber(value: string): string {
  const number = Number(value);
  return Number.isFinite(number) ? canonicalDouble(number) : value;
}
