/** Which pages `bench:pages` asks for: every kind, and of each kind all that there are, or many. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../src/cli/release-caches.ts';
import { openReleaseIndex } from '../../src/cli/release-index.ts';
import type { ResourceIndex } from '../../src/model/index.ts';
import { currentRelease } from '../../src/release/index.ts';

/** Pages of a kind, root-relative. */
export interface AskedPages {
  readonly paths: readonly string[];
  /** By default 200. */
  readonly status?: number;
}

const QUESTIONS = [
  'chateau',
  'musee',
  'eglise saint',
  'Louvre',
  'Victor Hugo',
  'le',
  'm',
  'cathedrale gothique',
];
const NOTHING = ['xyzxyz', 'qwertz uiop', 'chateeau'];
/** Things of each dataset, in steps through all of them. */
const THINGS = 40;
/** Terms and branches. */
const MOST = 60;

const encoded = encodeURIComponent;

/** The kinds of pages of the current release, by name. */
export async function pageAddresses(
  releases: string,
  project: string,
): Promise<Readonly<Record<string, AskedPages>>> {
  const release = await currentRelease(releases);
  if (!release) throw new Error(`No release in ${releases}.`);
  const { base, id, datasets } = release.manifest;
  const slugs = datasets.map(({ slug }) => slug);
  const { index } = await openReleaseIndex(release, cacheFolder(releases, id), () => undefined);
  try {
    const things = new Map(slugs.map((slug) => [slug, thingsOf(index, slug)]));
    const firstThing = things.get('musees')?.[0] ?? '';
    const schemes = index.concepts
      .schemes()
      .map(({ iri }) => iri.slice(`${base}dataset/`.length))
      .filter((slug) => slugs.includes(slug));
    const paths = (...all: readonly string[]): AskedPages => ({ paths: all });
    const found = (page: string) => (asked: string) => `/${page}?${asked}`;
    return {
      home: paths('/'),
      datasets: paths('/datasets'),
      dataset: paths(...slugs.map((slug) => `/dataset/${slug}`)),
      'dataset, later things': paths(
        ...slugs.flatMap((slug) =>
          (things.get(slug) ?? []).slice(10, 12).map((iri) => `/dataset/${slug}?after=${encoded(iri)}`),
        ),
      ),
      ...Object.fromEntries(
        [...things].map(([slug, iris]) => [
          `thing, ${slug}`,
          paths(...iris.map((iri) => documentOf(iri, base))),
        ]),
      ),
      vocabularies: paths('/vocabularies'),
      vocabulary: paths(...schemes.map((slug) => `/vocabulary/${slug}`)),
      branch: paths(...schemes.flatMap((slug) => branchesOf(index, base, slug))),
      model: paths('/model'),
      class: paths(...termsOf(index, 'classes')),
      property: paths(...termsOf(index, 'properties')),
      chart: paths(...chartsOf(project).map((name) => `/chart/${name}`)),
      'chart, frame': paths(...chartsOf(project).map((name) => `/chart/${name}/frame`)),
      'search, empty': paths('/search'),
      'search, words': paths(...QUESTIONS.map((text) => `/search?q=${encoded(text)}`)),
      'search, facets': paths(...facetsOf(slugs).map(found('search'))),
      'search, nothing': paths(...NOTHING.map((text) => `/search?q=${encoded(text)}`)),
      map: paths('/map'),
      'map, words': paths(...QUESTIONS.map((text) => `/map?q=${encoded(text)}`)),
      'map, facets': paths(...facetsOf(slugs).map(found('map'))),
      about: paths('/about', '/legal', '/accessibility', '/about/proof'),
      quality: paths(...slugs.map((slug) => `/dataset/${slug}/quality`)),
      releases: paths('/releases', `/releases/${id}`),
      api: paths('/api'),
      reconcile: paths('/reconcile', ...QUESTIONS.map((text) => `/reconcile?q=${encoded(text)}`)),
      forms: paths(
        '/contact',
        '/contribute/reuse?dataset=musees',
        `/contribute/report?thing=${encoded(firstThing)}`,
      ),
      contributions: paths('/contributions'),
      sparql: paths('/sparql'),
      'nothing here': { paths: ['/id/musees/nothing', '/nothing'], status: 404 },
    };
  } finally {
    index.close();
  }
}

const documentOf = (iri: string, base: string): string =>
  `/${iri.slice(base.length).replace(/^(?:id\/)?/, 'doc/')}`;

/** Things in steps through a dataset. */
function thingsOf(index: ResourceIndex, slug: string): readonly string[] {
  const iris = index.things(slug, { language: 'fr', limit: 1_000_000 }).things.map(({ iri }) => iri);
  const step = Math.max(1, Math.floor(iris.length / THINGS));
  return iris.filter((_, at) => at % step === 0);
}

const branchesOf = ({ concepts }: ResourceIndex, base: string, slug: string): readonly string[] =>
  concepts
    .topConcepts(`${base}dataset/${slug}`, { language: 'fr', offset: 0, limit: MOST / 4 })
    .concepts.map(({ iri }) => `/vocabulary/${slug}?concept=${encoded(iri)}`);

const termsOf = (index: ResourceIndex, kind: 'classes' | 'properties'): readonly string[] =>
  index
    .model()
    [kind].slice(0, MOST)
    .map(({ iri }) => `/model?term=${encoded(iri)}`);

const chartsOf = (project: string): readonly string[] =>
  readdirSync(join(project, 'queries', 'charts'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rq'))
    .map(({ name, parentPath }) => `${parentPath.split('/').at(-1)}/${name.slice(0, -3)}`);

const facetsOf = (slugs: readonly string[]): readonly string[] =>
  slugs.flatMap((slug) => [`dataset=${slug}`, `q=saint&dataset=${slug}`, `dataset=${slug}&period=19`]);
