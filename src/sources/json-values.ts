import { NotAScalar } from '../model/index.ts';
import { xsd } from '../rdf/index.ts';

/**
 * The text of a JSON scalar: integers and decimals in plain notation (`3.5`, which is a lexical form of xsd:decimal and
 * of xsd:double), numbers that have none in the canonical form of xsd:double (`1.0E21`).
 * @throws NotAScalar for objects and arrays
 */
export function scalarText(value: unknown, reference: string): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (value === null || value === undefined) return undefined;
  throw Array.isArray(value)
    ? new NotAScalar(reference, 'array', `[… ${value.length}]`)
    : new NotAScalar(reference, 'object', `{${Object.keys(value).slice(0, 5).join(', ')}}`);
}

function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? canonicalDouble(value) : text;
}

/** The canonical form of xsd:double (XML Schema 1.1, 3.3.5.2): one digit before the point, `E`, no plus sign. */
export function canonicalDouble(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'INF' : '-INF';
  if (value === 0) return Object.is(value, -0) ? '-0.0E0' : '0.0E0';
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`;
}

/** The natural datatype of a JSON scalar (RML-Core, natural mapping); undefined for text. */
export function naturalDatatype(value: unknown): string | undefined {
  if (typeof value === 'boolean') return xsd.boolean;
  if (typeof value === 'bigint') return xsd.integer;
  if (typeof value !== 'number') return undefined;
  return Number.isInteger(value) && Math.abs(value) < 1e21 ? xsd.integer : xsd.double;
}

/**
 * Parses one item. A member named twice counts once, with its last value; integers that a double cannot hold stay
 * whole (as `bigint`), which `hasLongNumber` announces.
 * @throws SyntaxError
 */
export const parseJson = (text: string, hasLongNumber: boolean): unknown =>
  hasLongNumber ? (JSON.parse as ParseWithSource)(text, exact) : JSON.parse(text);

type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;
type ParseWithSource = (text: string, reviver: Reviver) => unknown;

const exact: Reviver = (_, value, { source }) =>
  typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source)
    ? BigInt(source)
    : value;
