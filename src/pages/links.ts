import { type Bilingual, pathOfIri, type Terms } from '../model/index.ts';
import { compactIri } from '../rdf/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Fragment, type Html, html, safeAddress } from './html.ts';
import { outsideName } from './known-hosts.ts';
import { portableQuery } from './portable-query.ts';
import { TERM_WORDS } from './texts/term-texts.ts';
import { capitalised, shortened, withoutDirectionControls } from './typography.ts';

/** What it takes to show a thing's statements to a reader. */
export interface Reading {
  readonly frame: PageFrame;
  readonly terms: Terms;
  /** Label of a published thing in the reader's language. */
  readonly label: (iri: string) => string | undefined;
}

/** A link where the address may be followed, the bare content where it may not. */
export function anchor(address: string | undefined, content: Fragment): Html {
  const safe = address === undefined ? undefined : safeAddress(address);
  return safe === undefined ? html`${content}` : html`<a href="${safe}">${content}</a>`;
}

/** A link to a page of this site. */
export const pageLink = (frame: PageFrame, path: string, content: Fragment): Html =>
  anchor(safeAddress(path) && pageAddress(frame, path), content);

/** Where a query stands in the editor, ready to be run. */
export const queryAddress = (frame: PageFrame, query: string): string =>
  pageAddress(frame, `/sparql?query=${encodeURIComponent(portableQuery(query, frame.base))}`);

/** Any IRI as a reader meets it: by its label, linked where something answers. */
export function iriLink(iri: string, reading: Reading): Html {
  const { frame, terms, label } = reading;
  const path = pathOfIri(iri, frame.base);
  const name = label(iri) ?? wordsOf(iri, terms)?.[frame.language];
  if (path === undefined) return outsideLink(iri, reading, name ?? prefixedName(iri));
  if (name !== undefined)
    return pageLink(frame, path, html`<bdi>${withoutDirectionControls(shortened(name, 300))}</bdi>`);
  return answersWithoutLabel(path)
    ? pageLink(frame, path, shortenedIri(path))
    : html`<code class="iri">${shortenedIri(iri)}</code>`;
}

/** A link that leaves the site. */
export function outsideLink(iri: string, { frame }: Pick<Reading, 'frame'>, label?: string): Html {
  if (safeAddress(iri) === undefined) return html`<code class="iri">${shortenedIri(iri)}</code>`;
  const { name, identifier } = outsideName(iri, frame.language);
  const known = label === undefined ? name : shortened(label, 300);
  return html`<a href="${iri}" rel="external"><bdi>${withoutDirectionControls(known)}</bdi></a>${
    label === undefined &&
    identifier !== undefined &&
    html` <span class="soft identifier">${identifier}</span>`
  }`;
}

/** The last part of an IRI in words: `dateOfCreation` and `date_of_creation` are “date of creation”. */
export function readableLocalName(iri: string): string {
  const local = /[^/#:]*$/.exec(iri.replace(/[/#:]+$/, ''))?.[0] ?? iri;
  return local
    .replace(/^[A-Z]\d+[a-z]?_/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll(/[_-]+/g, ' ')
    .toLowerCase();
}

/** The label of a class or property in the reader's language. */
export const termLabel = (iri: string, { terms, frame }: Pick<Reading, 'terms' | 'frame'>): string =>
  wordsOf(iri, terms)?.[frame.language] ?? readableLocalName(iri);

/** The name of a term of a vocabulary: in our words where it describes vocabularies, as declared elsewhere. */
const wordsOf = (iri: string, terms: Terms): Bilingual | undefined =>
  TERM_WORDS.get(iri) ?? terms.find(iri)?.label;

/** The same as a heading: with a capital. */
export const termTitle = (iri: string, reading: Pick<Reading, 'terms' | 'frame'>): string =>
  capitalised(termLabel(iri, reading), reading.frame.language);

/** Datasets, the catalogue, the first page and what stands for a blank node always answer; things only when published. */
const answersWithoutLabel = (path: string): boolean =>
  /^\/(?:dataset\/[^/?#]+|catalogue|\.well-known\/genid\/.+)?$/.test(path);

/** `schema:Museum` for the terms of known vocabularies. */
function prefixedName(iri: string): string | undefined {
  const compact = compactIri(iri);
  return compact.startsWith('<') ? undefined : compact;
}

const shortenedIri = (iri: string): string => shortened(withoutDirectionControls(iri), 200);
