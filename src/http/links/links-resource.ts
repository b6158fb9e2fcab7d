import { type DocumentInput, describeDocument } from '../../catalogue/index.ts';
import { linksAddress, type ResourceDescription } from '../../model/index.ts';
import { linksPage, type PageFrame } from '../../pages/index.ts';
import { encodeIri } from '../address.ts';
import type { NegotiatedResource } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';
import { memoryOfDocuments, type ServedContext } from '../serving.ts';
import type { AskedLinks } from './asked-links.ts';
import { collection, linkStatements, viewQuads } from './links-quads.ts';

/** Links on a page: some kilobytes, in HTML and in RDF. */
const LINKS_A_PAGE = 100;

/** A page of the things that link to one: a document of its own, in every format. */
export function linksResource(
  { index, serving, terms, release: { manifest } }: ServedContext,
  { path, extension, description, facts, frame }: LinksDocument,
  { property, after }: AskedLinks,
): NegotiatedResource {
  const limit = LINKS_A_PAGE;
  const thing = description.iri;
  const page = index.incoming(thing, property, { limit, ...(after !== undefined && { after }) });
  if (!page) throw notFound();
  const uriPath = encodeIri(path);
  const sent = extension === undefined ? uriPath : `${uriPath}.${extension}`;
  const at = (iri: string | undefined): string => linksAddress(sent, property, iri);
  const label = (iri: string): string | undefined => index.label(iri, frame.language);
  const next = page.next === undefined ? undefined : at(page.next);
  return {
    uriPath,
    search: at(after).slice(sent.length),
    base: manifest.base,
    lastModified: manifest.createdAt,
    memory: memoryOfDocuments(serving),
    page: () =>
      linksPage(
        { ...frame, path: linksAddress(uriPath, property, after) },
        { thing, property, page, terms, label, document: uriPath, ...(next !== undefined && { next }) },
      ),
    quads: () => [
      ...linkStatements(thing, { property, ...page }),
      ...collection(thing, facts.document, { property, count: page.count }),
      ...viewQuads(facts.document, property, {
        ...(after !== undefined && { after }),
        ...(page.next !== undefined && { next: page.next }),
      }),
      ...describeDocument({ thing, ...facts, document: linksAddress(facts.document, property, after) }),
    ],
    links: [
      { iri: at(undefined), relation: 'first' },
      ...(next === undefined ? [] : [{ iri: next, relation: 'next' }]),
      { iri: uriPath, relation: 'up' },
    ],
  };
}

/** The document about the thing, whose links are asked for. */
export interface LinksDocument {
  /** Root-relative, as IRIs write it. */
  readonly path: string;
  /** Of the format that the address names. */
  readonly extension: string | undefined;
  readonly description: ResourceDescription;
  readonly facts: Omit<DocumentInput, 'thing'>;
  readonly frame: PageFrame;
}
