import { datasetsPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';

const ADDRESSES = ['/catalogue', '/datasets'];

/** `/catalogue` and `/datasets`: the list of datasets; its RDF is the DCAT catalogue. */
export const catalogue =
  (context: AppContext, graph: CatalogueGraph): Handler =>
  (request, response) => {
    const asked = iriPathOf(request);
    const parts = withoutExtension(asked);
    const uriPath = parts?.path ?? asked;
    if (!ADDRESSES.includes(uriPath)) throw notFound();
    const frame = frameOf(context, request, uriPath);
    const resource = {
      uriPath,
      base: context.release.manifest.base,
      lastModified: context.release.manifest.createdAt,
      page: () => datasetsPage(frame, { datasets: publishedDatasets(context) }),
      quads: () => graph.quads(),
      links: [{ iri: '/openapi.json', relation: 'service-desc' }],
    };
    return sendResource(request, response, resource, parts?.extension);
  };
