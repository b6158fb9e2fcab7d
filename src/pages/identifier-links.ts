import type { IdentifierRegister } from '../model/index.ts';
import { dcterms, type RDF, schema } from '../rdf/index.ts';
import { type Fragment, html, interspersed, safeAddress } from './html.ts';
import { outsideName } from './known-hosts.ts';
import type { Reading } from './links.ts';
import type { ThingStatement } from './origin-addresses.ts';
import type { Sheet } from './sheet.ts';

/** What it takes to know which register an identifier is from. */
export interface IdentifierReading extends Reading {
  readonly sheet: Sheet;
  /** IRI of the register that the thing's own `dcterms:identifier` is from. */
  readonly register?: string | undefined;
}

/** Longer texts are no identifiers. */
const LONGEST = 200;

/**
 * The addresses that an identifier leads to, each by the name of its host, after it; nothing where no register is
 * declared for it, or it is not written as the register says.
 */
export function identifierLinks(statement: ThingStatement, reading: IdentifierReading): Fragment {
  const { value } = statement;
  if (value.termType !== 'Literal' || value.value.length > LONGEST) return undefined;
  const found = registersOf(statement, value, reading).flatMap((one) => addressesIn(one, value.value));
  const links = [...new Set(found)].map((address) => {
    const { name } = outsideName(address, reading.frame.language);
    return html`<a href="${address}" rel="external"><bdi>${name}</bdi></a>`;
  });
  return links.length > 0 && html` <span class="small">· ${interspersed(links, ' · ')}</span>`;
}

/** By property, by datatype (a `skos:notation` has one), by `schema:propertyID` beside it, by the dataset. */
function registersOf(
  { subject, property }: ThingStatement,
  { datatype }: RDF.Literal,
  { sheet, terms, register }: IdentifierReading,
): readonly IdentifierRegister[] {
  const typed = property === schema.value ? sheet.subjects.get(subject)?.get(schema.propertyID) : undefined;
  const isOwn = property === dcterms.identifier && subject === sheet.iri;
  const names = [
    property,
    datatype.value,
    ...(typed ?? []).map(({ value }) => value),
    ...(isOwn && register !== undefined ? [register] : []),
  ];
  return names.flatMap((name) => terms.find(name)?.register ?? []);
}

/** Slashes and colons of an identifier stay: ARK has them. */
function addressesIn({ templates, patterns }: IdentifierRegister, identifier: string): readonly string[] {
  if (!patterns.some((pattern) => pattern.test(identifier))) return [];
  const encoded = encodeURIComponent(identifier.toWellFormed()).replaceAll('%2F', '/').replaceAll('%3A', ':');
  return templates
    .map((template) => template.replaceAll('$1', () => encoded))
    .filter((address) => safeAddress(address) !== undefined && URL.canParse(address));
}
