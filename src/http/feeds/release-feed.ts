import { type Bilingual, type Dataset, type Language, spaced } from '../../model/index.ts';
import { encodeIri } from '../address.ts';
import type { AppContext } from '../context.ts';
import { releaseIri, versionIri } from '../releases/release-graph.ts';
import type { AtomEntry, AtomFeed, AtomLink } from './atom.ts';
import { type ChangeSummary, changeSummaries } from './change-summaries.ts';
import { CHANGE_KINDS, type ThingChange } from './release-changes.ts';
import { type TracedRelease, tracedHistory, tracedRelease } from './traced-history.ts';

/** Releases of the document that readers subscribe to; older ones have a document each. */
const LATEST = 10;

export const ATOM = 'application/atom+xml';

/** The document that readers come back to: the latest releases, and the way to those before. */
export async function latestFeed(context: AppContext, language: Language): Promise<AtomFeed> {
  const traced: TracedRelease[] = [];
  for await (const one of tracedHistory(context)) {
    traced.push(one);
    if (traced.length === LATEST) break;
  }
  return feedOf(context, traced, { language, isArchive: false });
}

/** The document of one release, which never changes (RFC 5005 section 4). */
export async function archivedFeed(context: AppContext, id: string, language: Language): Promise<AtomFeed> {
  return feedOf(context, [await tracedRelease(context, id)], { language, isArchive: true });
}

interface FeedManner {
  readonly language: Language;
  readonly isArchive: boolean;
}

async function feedOf(
  context: AppContext,
  traced: readonly TracedRelease[],
  { language, isArchive }: FeedManner,
): Promise<AtomFeed> {
  const { base } = context.release.manifest;
  const [newest] = traced;
  const before = traced.at(-1)?.before;
  const publisher = context.datasets[0]?.publisher;
  const current = `${base}feed.atom`;
  const archive = (id: string): string => `${base}feed/${id}.atom`;
  const self = isArchive && newest ? archive(newest.release.manifest.id) : current;
  return {
    id: current,
    title: said(TEXTS.title, language),
    subtitle: said(TEXTS.subtitle, language),
    language,
    updated: newest?.release.manifest.createdAt ?? context.release.manifest.createdAt,
    author: publisher
      ? { name: publisher.name[language], uri: encodeIri(publisher.iri) }
      : { name: 'Cimaise' },
    links: [
      link('self', self, ATOM),
      link('alternate', `${base}releases`, 'text/html'),
      ...(isArchive ? [link('current', current, ATOM)] : []),
      ...(before ? [link('prev-archive', archive(before.manifest.id), ATOM)] : []),
    ],
    isArchive,
    entries: (await Promise.all(traced.map((one) => entriesOf(context, one, language)))).flat(),
  };
}

const link = (relation: string, address: string, mediaType: string): AtomLink => ({
  relation,
  address,
  mediaType,
});

/** An entry for each dataset that a release changed; one for the release where it changed no thing. */
async function entriesOf(
  context: AppContext,
  { release, before }: TracedRelease,
  language: Language,
): Promise<readonly AtomEntry[]> {
  const { base } = context.release.manifest;
  const { id, createdAt } = release.manifest;
  const links = [
    link('alternate', releaseIri(base, id), 'text/html'),
    link('related', `${base}ldes/${id}/1`, 'text/turtle'),
  ];
  const summaries = await changeSummaries(release, before);
  if (summaries.length === 0) {
    const title = filled(said(TEXTS.unchanged, language), { id });
    const [first] = links.slice(0, 1);
    return [
      { id: releaseIri(base, id), title, updated: createdAt, links: first ? [first] : [], summary: title },
    ];
  }
  return summaries.map((summary) => ({
    id: encodeIri(versionIri(base, id, summary.slug)),
    title: titleOf(summary, context.datasets, { language, id }),
    updated: createdAt,
    links,
    summary: summary.sample.map((change) => lineOf(change, context, language)).join('\n'),
  }));
}

function titleOf(
  { slug, counts }: ChangeSummary,
  datasets: readonly Dataset[],
  { language, id }: { readonly language: Language; readonly id: string },
): string {
  const name = datasets.find((one) => one.slug === slug)?.title[language] ?? slug;
  const told = CHANGE_KINDS.filter((kind) => counts[kind] > 0).map((kind) =>
    filled(said(counts[kind] === 1 ? ONE[kind] : MANY[kind], language), {
      n: counts[kind].toLocaleString(language),
    }),
  );
  return filled(said(TEXTS.entry, language), { name, id, changes: told.join(', ') });
}

function lineOf({ kind, iri }: ThingChange, { index }: AppContext, language: Language): string {
  const label = index.label(iri, language);
  return `${said(LINES[kind], language)} ${label === undefined ? iri : `${label} <${iri}>`}`;
}

const said = (text: Bilingual, language: Language): string => spaced(text[language], language);

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const TEXTS = {
  entry: { fr: '{name} : {changes} ({id})', en: '{name}: {changes} ({id})' },
  title: { fr: 'Cimaise : ce qui change', en: 'Cimaise: what changes' },
  subtitle: {
    fr: 'Les versions publiées, et ce que chacune a changé dans chaque jeu de données.',
    en: 'The published releases, and what each of them changed in each dataset.',
  },
  unchanged: {
    fr: 'Version {id} : aucune chose publiée n’a changé.',
    en: 'Release {id}: no published thing changed.',
  },
};

const ONE = {
  created: { fr: 'une nouvelle', en: 'one new' },
  updated: { fr: 'une modifiée', en: 'one updated' },
  removed: { fr: 'une retirée', en: 'one removed' },
};

const MANY = {
  created: { fr: '{n} nouvelles', en: '{n} new' },
  updated: { fr: '{n} modifiées', en: '{n} updated' },
  removed: { fr: '{n} retirées', en: '{n} removed' },
};

const LINES = {
  created: { fr: 'Nouvelle :', en: 'New:' },
  updated: { fr: 'Modifiée :', en: 'Updated:' },
  removed: { fr: 'Retirée :', en: 'Removed:' },
};
