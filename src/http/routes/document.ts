import type { ResourceDescription } from '../../model/index.ts';
import { datasetIri, iriOfPath } from '../../model/index.ts';
import { thingPage } from '../../pages/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { AppContext } from '../context.ts';
import { describePath, documentQuads, thingPath, typesOf } from '../document.ts';
import { frameOf } from '../frame.ts';
import { type GoneAddress, sendGone, withdrawalAt } from '../gone.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';

/** `/doc/…`: the document about a thing, negotiated, or in one format by its extension. */
export const document =
  (context: AppContext): Handler =>
  async (request, response) => {
    const path = iriPathOf(request);
    const found = describe(context, path);
    if (found)
      return sendResource(request, response, resourceOf(context, path, found, frameOf(context, request)));
    // An identifier may end like an extension, so the whole path is tried first.
    const parts = withoutExtension(path);
    const gone = goneAt(context, path, parts);
    if (gone) return sendGone(context, request, response, gone);
    const shortened = parts && describe(context, parts.path);
    if (!shortened) throw notFound();
    const frame = frameOf(context, request, encodeIri(parts.path));
    return sendResource(
      request,
      response,
      resourceOf(context, parts.path, shortened, frame),
      parts.extension,
    );
  };

function goneAt(
  context: AppContext,
  path: string,
  parts: ReturnType<typeof withoutExtension>,
): GoneAddress | undefined {
  const whole = withdrawalAt(context, thingPath(path));
  if (whole) return { withdrawal: whole, asDocument: true };
  const withdrawal = parts && withdrawalAt(context, thingPath(parts.path));
  return withdrawal && { withdrawal, asDocument: true, extension: parts.extension };
}

const describe = ({ index, release }: AppContext, path: string): ResourceDescription | undefined =>
  describePath(index, thingPath(path), release.manifest.base);

function resourceOf(
  { datasets, index, release, terms }: AppContext,
  path: string,
  description: ResourceDescription,
  frame: ReturnType<typeof frameOf>,
): NegotiatedResource {
  const { base, createdAt } = release.manifest;
  const dataset = datasets.find(({ slug }) => slug === description.dataset);
  const label = (iri: string): string | undefined => index.label(iri, frame.language);
  const facts = { document: iriOfPath(path, base), dataset, base, release: release.manifest };
  return {
    uriPath: encodeIri(path),
    base,
    lastModified: createdAt,
    page: () => thingPage(frame, { description, dataset, terms, label }),
    quads: () => documentQuads(description, facts),
    links: [
      { iri: description.iri, relation: 'describes' },
      ...typesOf(description).map((iri) => ({ iri, relation: 'type' })),
      ...(dataset ? linksOf(dataset.licence.iri, datasetIri(base, dataset.slug)) : []),
    ],
  };
}

const linksOf = (licence: string, collection: string) => [
  { iri: licence, relation: 'license' },
  { iri: collection, relation: 'collection' },
];
