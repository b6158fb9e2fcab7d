import type { Request } from 'express';
import { datasetIri, iriOfPath } from '../../model/index.ts';
import { datasetsPage } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { type CataloguePage, cataloguePage, describePage } from '../catalogue-page.ts';
import { publishedDatasets } from '../context.ts';
import { addressParameters } from '../form.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource, withoutExtension } from '../negotiated-resource.ts';
import { memoryOfPage } from '../page-memory.ts';
import { notFound } from '../problem.ts';
import type { ServedContext } from '../serving.ts';

const ADDRESSES = ['/catalogue', '/datasets'];

/** `/catalogue` and `/datasets`: the list of datasets; its RDF is the DCAT catalogue, `?page=` by page. */
export const catalogue =
  (context: ServedContext, graph: CatalogueGraph): Handler =>
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
  context: ServedContext,
  graph: CatalogueGraph,
  { request, uriPath, asked }: Asked,
): Promise<NegotiatedResource> {
  const { base, createdAt } = context.release.manifest;
  const quads = await graph.quads();
  const given = addressParameters(request.originalUrl).get('page');
  const page = cataloguePage(quads, pageNumber(given));
  if (!page) throw notFound();
  const address = (of: number): string => `${asked}?page=${of}`;
  const whole = {
    catalogue: `${base}catalogue`,
    quads,
    address: (of: number) => iriOfPath(address(of), base),
  };
  const frame = frameOf(context, request, page.number > 1 ? `${uriPath}?page=${page.number}` : uriPath);
  return {
    uriPath,
    ...(given !== null && { search: `?page=${page.number}` }),
    base,
    lastModified: createdAt,
    page: () => datasetsPage(frame, pageOfList(context, page)),
    pageMemory: memoryOfPage(context, request, { path: frame.path }),
    quads: () => describePage(whole, page),
    links: [
      { iri: '/openapi.json', relation: 'service-desc' },
      ...(page.number > 1 ? [{ iri: address(page.number - 1), relation: 'prev' }] : []),
      ...(page.number < page.last ? [{ iri: address(page.number + 1), relation: 'next' }] : []),
    ],
  };
}

/** The datasets of a page, and how much there is on all. */
function pageOfList(context: ServedContext, { number, last, datasets }: CataloguePage) {
  const isHere = new Set(datasets);
  const { base } = context.release.manifest;
  const all = publishedDatasets(context);
  return {
    datasets: all.filter(({ dataset: { slug } }) => isHere.has(datasetIri(base, slug))),
    all: { datasets: all.length, things: all.reduce((sum, { released }) => sum + released.things, 0) },
    number,
    last,
  };
}

/** The number that is asked for, 1 where none is; 0, which no page has, where what is asked for is no number. */
function pageNumber(asked: string | null): number {
  if (asked === null) return 1;
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 0;
}
