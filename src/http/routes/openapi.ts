import { thingSpace } from '../../model/index.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import type { Handler } from '../methods.ts';
import { languageOf, variesByLanguage } from '../negotiation.ts';
import { openApiDocument } from '../openapi/document.ts';
import { dumpsOf } from '../releases/file-addresses.ts';
import { reply } from '../reply.ts';

/** `/openapi.json`: every address of this server, for programs; in French, or in English by `?lang=en`. */
export const openapi =
  (context: AppContext): Handler =>
  (request, response) => {
    const { base, id, createdAt } = context.release.manifest;
    const document = openApiDocument({
      base,
      release: id,
      queries: context.apiQueries ?? [],
      examples: examplesOf(context),
      language: languageOf(request),
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
  return { dataset, identifier, release: release.manifest.id, placed: placed?.dataset.slug, dumps };
}
