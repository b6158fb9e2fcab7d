import { qualityIri } from '../../catalogue/index.ts';
import { datasetIri, type ResourceDescription } from '../../model/index.ts';
import { qualityPage } from '../../pages/index.ts';
import { parseLines } from '../../rdf/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import { type PublishedDataset, publishedDataset } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource } from '../negotiated-resource.ts';
import { memoryOfPage } from '../page-memory.ts';
import { notFound } from '../problem.ts';
import type { ServedContext } from '../serving.ts';

/** `/dataset/<slug>/quality`, with an extension or without. */
export const QUALITY = /^\/dataset\/[^/]+\/quality(?:\.[a-z.]+)?$/;

const ADDRESS = /^\/dataset\/([^/]+)\/quality(?:\.(.+))?$/;

/** What is measured and noted of a dataset's quality: its page and its description. */
export const quality =
  (context: ServedContext): Handler =>
  (request, response) => {
    const [, slug = '', extension] = ADDRESS.exec(iriPathOf(request)) ?? [];
    const found = publishedDataset(context, slug);
    if (!found?.released.quality) throw notFound();
    const iri = qualityIri(context.release.manifest.base, slug);
    if (!context.index.has(iri)) throw notFound();
    // Read only where a page is not known: it is long.
    const description = (): ResourceDescription => {
      const read = context.index.describe(iri);
      if (!read) throw notFound();
      return read;
    };
    const frame = frameOf(context, request, encodeIri(`/dataset/${slug}/quality`));
    const pageMemory = memoryOfPage(context, request, { path: frame.path });
    const resource = resourceOf(context, { found, description, frame });
    return sendResource(request, response, { ...resource, pageMemory }, extension);
  };

interface QualityDocument {
  readonly found: PublishedDataset;
  readonly description: () => ResourceDescription;
  readonly frame: ReturnType<typeof frameOf>;
}

function resourceOf(
  { release }: ServedContext,
  { found: { dataset }, description, frame }: QualityDocument,
): NegotiatedResource {
  const { base, createdAt } = release.manifest;
  return {
    uriPath: encodeIri(`/dataset/${dataset.slug}/quality`),
    base,
    lastModified: createdAt,
    page: () => qualityPage(frame, { description: description(), dataset }),
    quads: () => parseLines(description().lines),
    links: [
      { iri: dataset.licence.iri, relation: 'license' },
      { iri: datasetIri(base, dataset.slug), relation: 'describes' },
    ],
  };
}
