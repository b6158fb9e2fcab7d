import { type HomeContent, homePage, type PageFrame } from '../../pages/index.ts';
import { publishedDatasets } from '../context.ts';
import { frameOf } from '../frame.ts';
import type { Handler } from '../methods.ts';
import { negotiate } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { memoryOfPage } from '../page-memory.ts';
import { latestChanges } from '../releases/latest-changes.ts';
import { replyAgain } from '../reply-again.ts';
import type { ServedContext } from '../serving.ts';
import { vocabulariesOf } from '../vocabulary/vocabularies.ts';

const HTML = [{ mediaType: 'text/html' }] as const;
/** Points of each dataset on the first map. */
const PLACES = 500;
/** Datasets that are on it. */
const MOST_MAPPED = 20;

/** `/`: what is published here. */
export const home =
  (context: ServedContext): Handler =>
  async (request, response) => {
    negotiate(request, response, HTML, [{ path: '/', mediaType: 'text/html', name: 'HTML' }]);
    response.setHeader('Link', SERVICE_DESC);
    const latest = await latestChanges(context);
    return replyAgain(
      response,
      {
        body: () => pageOf(context, frameOf(context, request), latest),
        mediaType: 'text/html',
        lastModified: context.release.manifest.createdAt,
      },
      memoryOfPage(context, request, { path: '/', changing: JSON.stringify(latest) }),
    );
  };

function pageOf(context: ServedContext, frame: PageFrame, latest: Pick<HomeContent, 'changes'>): string {
  const datasets = publishedDatasets(context);
  return homePage(frame, {
    datasets,
    places: datasets
      .slice(0, MOST_MAPPED)
      .flatMap(({ dataset }) => [...context.index.places(dataset.slug, PLACES)]),
    examples: context.queries,
    vocabularies: vocabulariesOf(context).map(({ dataset }) => dataset),
    ...latest,
  });
}
