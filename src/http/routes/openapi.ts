import { thingSpace } from '../../model/index.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import type { Handler } from '../methods.ts';
import { languageOf, variesByLanguage } from '../negotiation.ts';
import { openApiDocument } from '../openapi/document.ts';
import { dumpsOf } from '../releases/file-addresses.ts';
import { reply } from '../reply.ts';
import { vocabulariesOf } from '../vocabulary/vocabularies.ts';

/** `/openapi.json`: every address of this server, for programs; in French, or in English by `?lang=en`. */
export const openapi =
  (context: AppContext): Handler =>
  (request, response) => {
    const { base, id, createdAt } = context.release.manifest;
    const examples = examplesOf(context);
    const document = openApiDocument({
      base,
      release: id,
      queries: context.apiQueries ?? [],
      examples,
      language: languageOf(request),
      hasSearch: context.finder !== undefined,
      ...contributionsIn(context, examples),
    });
    variesByLanguage(response);
    const body = `${JSON.stringify(document, null, 2)}\n`;
    reply(response, { body, mediaType: 'application/openapi+json', lastModified: createdAt });
  };

/** The first thing of the first dataset, the first dataset with places, and the kinds of dump there are. */
function examplesOf(context: AppContext) {
  const { index, release } = context;
  const dataset = publishedDatasets(context)[0]?.dataset.slug ?? 'x';
  const [thing] = index.things(dataset, { language: 'fr', limit: 1 }).things;
  const identifier = thing?.iri.slice(thingSpace(release.manifest.base, dataset).length) ?? 'x';
  const all = publishedDatasets(context).flatMap(({ released }) => dumpsOf(released));
  const dumps = [...new Map(all.map((one) => [`${one.format}.${one.packing}`, one])).values()];
  const placed = publishedDatasets(context).find(({ released }) =>
    dumpsOf(released).some(({ format }) => format === 'geojson'),
  );
  const chart = context.charts && context.chartQueries?.[0]?.name;
  const vocabulary = vocabulariesOf(context)[0]?.dataset.slug;
  const slugs = { dataset, placed: placed?.dataset.slug, vocabulary };
  return { ...slugs, identifier, release: release.manifest.id, dumps, chart };
}

/** A thing to report, and a contribution to look at. */
function contributionsIn(
  { contributions, release }: AppContext,
  { dataset, identifier }: { readonly dataset: string; readonly identifier: string },
) {
  if (!contributions) return {};
  const thing = `${thingSpace(release.manifest.base, dataset)}${identifier}`;
  const contribution = contributions.published({ limit: 1 })[0]?.id;
  return { contributions: { thing, dataset, contribution } };
}
