import type { AppContext } from './context.ts';
import { documentPath } from './document.ts';
import { vocabulariesOf } from './vocabulary/vocabularies.ts';

/** Datasets whose pages are among the main ones, and vocabularies. */
const MOST = 40;

/** Root-relative addresses of the pages that readers see first, and one at least of each kind that takes long to make. */
export function mainPages(context: AppContext): readonly string[] {
  const { release, index, chartQueries = [] } = context;
  const { base, datasets, id } = release.manifest;
  const slugs = datasets.slice(0, MOST).map(({ slug }) => slug);
  const firsts = slugs.flatMap((slug) => index.things(slug, { language: 'fr', limit: 1 }).things);
  const [first] = firsts;
  return [
    '/',
    '/datasets',
    ...slugs.map((slug) => `/dataset/${slug}`),
    ...firsts.map(({ iri }) => documentPath(`/${iri.slice(base.length)}`)),
    '/search',
    ...(first ? [`/search?q=${encodeURIComponent(first.label)}`] : []),
    '/map',
    // Every part of the map is made from the fine squares that this gathers.
    '/map/cells.json?zoom=2',
    '/vocabularies',
    ...vocabulariesOf(context)
      .slice(0, MOST)
      .map(({ dataset: { slug } }) => `/vocabulary/${slug}`),
    '/model',
    ...chartQueries.slice(0, 2).map(({ name }) => `/chart/${name}`),
    '/releases',
    `/releases/${id}`,
    ...slugs.slice(0, 1).map((slug) => `/dataset/${slug}/quality`),
    '/about',
    '/sparql',
  ];
}
