import { homePage } from '../../pages/index.ts';
import { type AppContext, publishedDatasets } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { reply } from '../reply.ts';

const HTML = [{ mediaType: 'text/html' }] as const;
/** Points of each dataset on the first map. */
const PLACES = 500;

/** `/`: what is published here. */
export const home =
  (context: AppContext): Handler =>
  (request, response) => {
    negotiate(request, response, HTML, [{ path: '/', mediaType: 'text/html', name: 'HTML' }]);
    response.setHeader('Link', SERVICE_DESC);
    const datasets = publishedDatasets(context);
    const body = homePage(frameOf(context, request), {
      datasets,
      places: datasets.flatMap(({ dataset }) => [...context.index.places(dataset.slug, PLACES)]),
      examples: context.queries,
    });
    reply(response, { body, mediaType: 'text/html', lastModified: context.release.manifest.createdAt });
  };
