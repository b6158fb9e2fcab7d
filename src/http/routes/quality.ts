import { qualityIri } from '../../catalogue/index.ts';
import { datasetIri, type ResourceDescription } from '../../model/index.ts';
import { qualityPage } from '../../pages/index.ts';
import { parseLines } from '../../rdf/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import { type AppContext, type PublishedDataset, publishedDataset } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';

/** `/dataset/<slug>/quality`, with an extension or without. */
export const QUALITY = /^\/dataset\/[^/]+\/quality(?:\.[a-z.]+)?$/;

const ADDRESS = /^\/dataset\/([^/]+)\/quality(?:\.(.+))?$/;

/** What is measured and noted of a dataset's quality: its page and its description. */
export const quality =
  (context: AppContext): Handler =>
  (request, response) => {
    const [, slug = '', extension] = ADDRESS.exec(iriPathOf(request)) ?? [];
    const found = publishedDataset(context, slug);
    if (!found?.released.quality) throw notFound();
    const description = context.index.describe(qualityIri(context.release.manifest.base, slug));
    if (!description) throw notFound();
    const frame = frameOf(context, request, encodeIri(`/dataset/${slug}/quality`));
    return sendResource(request, response, resourceOf(context, { found, description, frame }), extension);
  };

interface QualityDocument {
  readonly found: PublishedDataset;
  readonly description: ResourceDescription;
  readonly frame: ReturnType<typeof frameOf>;
}

function resourceOf(
  { release }: AppContext,
  { found: { dataset }, description, frame }: QualityDocument,
): NegotiatedResource {
  const { base, createdAt } = release.manifest;
  return {
    uriPath: encodeIri(`/dataset/${dataset.slug}/quality`),
    base,
    lastModified: createdAt,
    page: () => qualityPage(frame, { description, dataset }),
    quads: () => parseLines(description.lines),
    links: [
      { iri: dataset.licence.iri, relation: 'license' },
      { iri: datasetIri(base, dataset.slug), relation: 'describes' },
    ],
  };
}
