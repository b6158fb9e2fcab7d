import type { Request, Response } from 'express';
import { type Language, same } from '../../model/index.ts';
import {
  CHART_STYLE_HASH,
  type ChartContent,
  chartFrame,
  chartPage,
  type ShownChart,
} from '../../pages/index.ts';
import { iriPathOf, uriPathOf } from '../canonical-address.ts';
import { CHART_FORMATS, type ChartFormat } from '../charts/chart-formats.ts';
import { findChart, releasesWith } from '../charts/find-chart.ts';
import type { AppContext } from '../context.ts';
import { addressParameters } from '../form.ts';
import { frameOf } from '../frame.ts';
import { EMBEDDED_POLICY } from '../headers.ts';
import type { Handler } from '../methods.ts';
import { alternateLinks, chosenLanguage, languageOf, negotiate, variesByLanguage } from '../negotiation.ts';
import { type Alternate, notFound, problem } from '../problem.ts';
import { FOREVER } from '../release-file.ts';
import { MINUTE, reply } from '../reply.ts';

/** /chart/<dataset>/<name>: a chart as a page, an image, a table, a frame for other pages. */
export const CHART = /^\/chart\/./;

const ADDRESS = /^\/chart\/([^/]+\/[^/.]+)(?:\.([a-z]+)|\/(frame))?$/;

const PAGE = { extension: 'html', mediaType: 'text/html', name: 'HTML' } as const;

type Format = ChartFormat | typeof PAGE;

/** In the order of preference: who takes anything gets JSON; browsers that like images as much as pages get the page. */
const FORMATS: readonly Format[] = [
  ...CHART_FORMATS.filter(({ extension }) => extension === 'json'),
  PAGE,
  ...CHART_FORMATS.filter(({ extension }) => extension !== 'json'),
];

/** An image draws with its own style, and with nothing else. */
const IMAGE_POLICY = `default-src 'none'; style-src '${CHART_STYLE_HASH}'`;

/** A chart of the latest release, or with `?release=<id>` of a kept one. */
export const chart =
  (context: AppContext): Handler =>
  async (request, response) => {
    const [, name, extension, part] = ADDRESS.exec(iriPathOf(request)) ?? [];
    if (name === undefined) throw notFound();
    const shown = await findChart(context, { name, release: releaseAsked(request) });
    if (part !== undefined) return sendFrame(context, request, response, shown);
    const alternates = alternatesOf(shown, chosenLanguage(request));
    const format =
      extension === undefined
        ? negotiate(request, response, FORMATS, alternates)
        : FORMATS.find((one) => one.extension === extension);
    if (!format) throw notFound();
    const own = alternates.find(({ mediaType }) => mediaType === format.mediaType);
    if (extension === undefined && own) response.setHeader('Content-Location', own.path);
    response.setHeader('Link', linksOf(shown, alternates, format));
    return format === PAGE
      ? sendPage(context, request, response, shown)
      : sendFile(context, request, response, { shown, format: format as ChartFormat });
  };

function releaseAsked({ originalUrl }: Request): string | undefined {
  const asked = addressParameters(originalUrl).getAll('release');
  if (asked.length > 1)
    throw problem('parameter-repeated', {
      fr: 'Une seule version à la fois : « release » est écrit plusieurs fois.',
      en: 'One release at a time: “release” is written several times.',
    });
  return asked[0];
}

/** Addresses of the formats, as of the release and in the language that were asked for. */
function alternatesOf(
  { chart: { name }, isPinned, release: { id } }: ShownChart,
  language: Language | undefined,
): readonly Alternate[] {
  const asked = [...(isPinned ? [`release=${id}`] : []), ...(language ? [`lang=${language}`] : [])].join('&');
  return FORMATS.map(({ extension, mediaType, name: format }) => ({
    path: `/chart/${name}.${extension}${asked && `?${asked}`}`,
    mediaType,
    name: format,
  }));
}

function linksOf({ chart: { dataset } }: ShownChart, alternates: readonly Alternate[], sent: Format): string {
  const others = alternates.filter(({ mediaType }) => mediaType !== sent.mediaType);
  return [alternateLinks(others), `</dataset/${encodeURIComponent(dataset)}>; rel="collection"`].join(', ');
}

async function contentOf(context: AppContext, shown: ShownChart): Promise<ChartContent> {
  const slug = shown.chart.dataset;
  const title = context.datasets.find((one) => one.slug === slug)?.title ?? same(slug);
  return { ...shown, dataset: { slug, title }, releases: await releasesWith(context, shown.chart.name) };
}

async function sendPage(
  context: AppContext,
  request: Request,
  response: Response,
  shown: ShownChart,
): Promise<void> {
  variesByLanguage(response);
  const path = `/chart/${shown.chart.name}${shown.isPinned ? `?release=${shown.release.id}` : ''}`;
  const body = chartPage(frameOf(context, request, path), await contentOf(context, shown));
  return reply(response, {
    body,
    mediaType: PAGE.mediaType,
    lastModified: context.release.manifest.createdAt,
  });
}

/** The one page of this site that others may put into theirs. */
async function sendFrame(
  context: AppContext,
  request: Request,
  response: Response,
  shown: ShownChart,
): Promise<void> {
  variesByLanguage(response);
  response.setHeader('Content-Security-Policy', EMBEDDED_POLICY);
  const body = chartFrame(frameOf(context, request, uriPathOf(request)), await contentOf(context, shown));
  return reply(response, {
    body,
    mediaType: PAGE.mediaType,
    lastModified: context.release.manifest.createdAt,
  });
}

async function sendFile(
  context: AppContext,
  request: Request,
  response: Response,
  { shown, format }: { readonly shown: ShownChart; readonly format: ChartFormat },
): Promise<void> {
  if (format.hasLanguage) variesByLanguage(response);
  if (format.extension === 'svg') response.setHeader('Content-Security-Policy', IMAGE_POLICY);
  const language = languageOf(request);
  const { dataset } = await contentOf(context, shown);
  const body = format.write({
    shown,
    base: context.release.manifest.base,
    language,
    datasetTitle: dataset.title[language],
  });
  return reply(response, {
    body,
    mediaType: format.mediaType,
    lastModified: shown.release.createdAt,
    cacheControl: shown.isPinned ? FOREVER : MINUTE,
  });
}
