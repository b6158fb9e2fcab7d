import { valueName } from '../model/index.ts';
import { type RDF, termText } from '../rdf/index.ts';

/** A statement of a thing. */
export interface ThingStatement {
  readonly subject: string;
  readonly property: string;
  readonly value: RDF.Term;
}

/** What an address asks for: a thing, or one of its statements. */
type Asked = { readonly thing: string } & Partial<ThingStatement>;

/** A longer value is named by its hash in an address. */
const LONGEST_VALUE = 500;

/** The form by which an error is reported. */
export function reportAddress({ thing, subject, property, value }: Asked): string {
  const text = value && termText(value);
  return `/contribute/report?${parameters({
    thing,
    subject,
    property,
    value: text !== undefined && text.length > LONGEST_VALUE ? valueName(text) : text,
  })}`;
}

/** The same for programs. */
export const apiAddress = ({ thing }: Pick<Asked, 'thing'>): string =>
  `/api/origins.json?${parameters({ thing })}`;

const parameters = (given: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(given)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encoded(value)}`]))
    .join('&');

const PLAIN = /^[A-Za-z0-9\-_.~:/]*$/;

/** A query may hold colons and slashes as they are (RFC 3986, 3.4): addresses stay readable, and short. */
const encoded = (text: string): string =>
  PLAIN.test(text)
    ? text
    : encodeURIComponent(text.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/');
