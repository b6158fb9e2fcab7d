import type { Request } from 'express';
import { datasetIri, type Language } from '../../model/index.ts';
import {
  chartsSection,
  type DatasetVersion,
  datasetPage,
  type ListedChart,
  type PageFrame,
  type TableContent,
} from '../../pages/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import type { CatalogueGraph } from '../catalogue-graph.ts';
import { chartsOfDataset } from '../charts/find-chart.ts';
import { type AppContext, type PublishedDataset, publishedDataset } from '../context.ts';
import { type AboutContributions, aboutContributions } from '../contributions/about-contributions.ts';
import { addressParameters } from '../form.ts';
import { frameOf } from '../frame.ts';
import { sendGone, withdrawalAt } from '../gone.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, sendResource, withoutExtension } from '../negotiated-resource.ts';
import { memoryOfPage } from '../page-memory.ts';
import { notFound } from '../problem.ts';
import { datasetVersions } from '../releases/dataset-versions.ts';
import { signposted } from '../releases/signposted.ts';
import type { ServedContext } from '../serving.ts';
import { datasetLinks } from '../signposting.ts';
import { vocabulariesOf } from '../vocabulary/vocabularies.ts';

/** Things of one page of the table. */
const THINGS = 25;
/** Points of the map. */
const PLACES = 2000;

/** `/dataset/<slug>`: the dataset's page and description. */
export const dataset =
  (context: ServedContext, graph: CatalogueGraph): Handler =>
  async (request, response) => {
    const rest = iriPathOf(request).slice('/dataset/'.length);
    const parts = withoutExtension(rest);
    const slug = parts?.path ?? rest;
    const found = publishedDataset(context, slug);
    const withdrawal = found ? undefined : withdrawalAt(context, `/dataset/${slug}`);
    if (withdrawal) return sendGone(context, request, response, { withdrawal, ...parts, asDocument: true });
    if (!found) throw notFound();
    const charts = await chartsOfDataset(context, slug);
    const versions = await datasetVersions(context, slug);
    const resource = resourceOf(context, graph, { ...found, charts, versions }, request);
    return sendResource(request, response, resource, parts?.extension);
  };

/** A dataset with its charts and its releases. */
interface ShownDataset extends PublishedDataset {
  readonly charts: readonly ListedChart[];
  readonly versions: readonly DatasetVersion[];
}

function resourceOf(
  context: ServedContext,
  graph: CatalogueGraph,
  found: ShownDataset,
  request: Request,
): NegotiatedResource {
  const { base } = context.release.manifest;
  const { slug } = found.dataset;
  const uriPath = encodeIri(`/dataset/${slug}`);
  const readers = aboutContributions(context, datasetIri(base, slug), slug);
  const after = addressParameters(request.originalUrl).get('after') ?? '';
  const changing = JSON.stringify([found.charts.map(({ name }) => name), found.versions]);
  return {
    uriPath,
    base,
    lastModified: readers.lastModified,
    page: () => pageOf(context, { ...found, readers, after }, frameOf(context, request, uriPath)),
    pageMemory: memoryOfPage(context, request, { path: `${uriPath}?after=${after}`, changing }),
    quads: async () => [...(await graph.about(datasetIri(base, slug))), ...readers.usages()],
    links: datasetLinks(signposted(context, found)),
  };
}

interface AskedDataset extends ShownDataset {
  readonly readers: AboutContributions;
  /** IRI of the thing before those of the table; empty: they are the first. */
  readonly after: string;
}

function pageOf(
  context: AppContext,
  { charts, readers, after, ...found }: AskedDataset,
  frame: PageFrame,
): string {
  const { slug } = found.dataset;
  const { index, queries, terms } = context;
  const scheme = vocabulariesOf(context).find(({ dataset: { slug: one } }) => one === slug)?.scheme;
  return datasetPage(frame, {
    ...found,
    table: tableOf(context, slug, after, frame.language),
    places: index.places(slug, PLACES),
    charts: chartsSection(frame, charts),
    contributions: readers.section(frame),
    examples: queries.filter((query) => query.dataset === slug),
    terms,
    label: (iri) => index.label(iri, frame.language),
    ...(scheme && { concepts: scheme.concepts }),
  });
}

/** A page of the table, and the things by which its columns are chosen. */
function tableOf({ index }: AppContext, slug: string, after: string, language: Language): TableContent {
  const described = (from: string) => {
    const { things, next } = index.things(slug, { language, limit: THINGS, ...(from && { after: from }) });
    const rows = things.flatMap(({ iri, label }) => {
      const description = index.describe(iri);
      return description ? [{ label, description }] : [];
    });
    return { rows, next };
  };
  const shown = described(after);
  const sample = after === '' ? shown : described('');
  return {
    rows: shown.rows,
    sample: sample.rows.map(({ description }) => description),
    ...(after && { after }),
    ...(shown.next !== undefined && { next: shown.next }),
  };
}
