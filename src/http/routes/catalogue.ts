import type { Request } from 'express';
import { iriOfPath } from '../../model/index.ts';
import { datasetsPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { cataloguePage, describePage } from '../catalogue-page.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';

const ADDRESSES = ['/catalogue', '/datasets'];

/** `/catalogue` and `/datasets`: the list of datasets; its RDF is the DCAT catalogue, `?page=` by page. */
export const catalogue =
  (context: AppContext, graph: CatalogueGraph): Handler =>
  async (request, response) => {
    const asked = iriPathOf(request);
    const parts = withoutExtension(asked);
    const uriPath = parts?.path ?? asked;
    if (!ADDRESSES.includes(uriPath)) throw notFound();
    const resource = await resourceOf(context, graph, { request, uriPath, asked });
    return sendResource(request, response, resource, parts?.extension);
  };

interface Asked {
  readonly request: Request;
  readonly uriPath: string;
  /** Path with the extension, where there is one: the other pages have it too. */
  readonly asked: string;
}

async function resourceOf(
  context: AppContext,
  graph: CatalogueGraph,
  { request, uriPath, asked }: Asked,
): Promise<NegotiatedResource> {
  const { base, createdAt } = context.release.manifest;
  const quads = await graph.quads();
  const given = new URLSearchParams(request.originalUrl.split('?')[1] ?? '').get('page');
  const page = cataloguePage(quads, pageNumber(given));
  if (!page) throw notFound();
  const address = (of: number): string => `${asked}?page=${of}`;
  const whole = {
    catalogue: `${base}catalogue`,
    quads,
    address: (of: number) => iriOfPath(address(of), base),
  };
  const frame = frameOf(context, request, uriPath);
  return {
    uriPath,
    ...(given !== null && { search: `?page=${page.number}` }),
    base,
    lastModified: createdAt,
    page: () => datasetsPage(frame, { datasets: publishedDatasets(context) }),
    quads: () => describePage(whole, page),
    links: [
      { iri: '/openapi.json', relation: 'service-desc' },
      ...(page.number > 1 ? [{ iri: address(page.number - 1), relation: 'prev' }] : []),
      ...(page.number < page.last ? [{ iri: address(page.number + 1), relation: 'next' }] : []),
    ],
  };
}

/** The number that is asked for, 1 where none is; 0, which no page has, where what is asked for is no number. */
function pageNumber(asked: string | null): number {
  if (asked === null) return 1;
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
}
