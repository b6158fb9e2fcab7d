import { type Bilingual, same } from '../model/index.ts';
import type { RDF } from '../rdf/index.ts';
import type { CheckName } from './checks.ts';
import { compareGraphs, type Difference, inOtherGraphs } from './compare-graphs.ts';
import { type Judged, judgedAll } from './judged-all.ts';
import { failed, figures, listed, notApplicable, passed } from './outcomes.ts';
import { cameText, quadsOf, readGraph } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import { type Followed, mediaTypeOf, type Site } from './site.ts';
import { isAlternate, Visits } from './visits.ts';

/** The four formats: check → media type. */
export const FORMATS: readonly (readonly [CheckName, string])[] = [
  ['thing-turtle', 'text/turtle'],
  ['thing-json-ld', 'application/ld+json'],
  ['thing-rdf-xml', 'application/rdf+xml'],
  ['thing-n-triples', 'application/n-triples'],
];

export interface ThingsToProve {
  readonly site: Site;
  readonly record: ProofRecord;
  /** The things drawn, with what the dumps say of them. */
  readonly things: ReadonlyMap<string, readonly RDF.Quad[]>;
  /** For the name of a thing that there is not. */
  readonly seed: string;
}

/** Dereferences the things drawn, in every format, and holds what comes against the dumps and against HTTP. */
export async function proveThings({ site, record, things, seed }: ThingsToProve): Promise<void> {
  const iris = [...things.keys()];
  const [first] = iris;
  if (first === undefined) {
    const asked = `GET ${site.base}`;
    for (const name of ALL) await record.check({ name, asked }, () => notApplicable(NOTHING_DRAWN));
    return;
  }
  const asked = iris.length === 1 ? `GET ${first}` : `GET ${first} … (${iris.length})`;
  const visits = new Visits(site);
  const every = (name: CheckName, judge: (thing: string) => Promise<Judged>): Promise<unknown> =>
    record.check({ name, asked }, () => judgedAll(iris, judge));
  for (const [name, mediaType] of FORMATS)
    await every(name, (thing) => sameGraph(visits, { thing, mediaType, published: things.get(thing) ?? [] }));
  await every('thing-see-other', (thing) => seeOther(visits, thing, things.get(thing) ?? []));
  await every('thing-page', (thing) => page(visits, thing));
  // Last of those that look at the same answers: by now they differ by Accept.
  await every('thing-vary', (thing) => Promise.resolve(varies(visits, thing)));
  await every('thing-head', (thing) => head(visits, thing));
  await every('thing-conditional', (thing) => conditional(visits, thing));
  const unknown = `${first}-${seed}-unknown`;
  await record.check({ name: 'thing-unknown', asked: `GET ${unknown}` }, async () => {
    const { last } = await site.follow(unknown, { accept: 'text/turtle' });
    return last.status === 404 || last.status === 410 ? passed(came(last)) : failed(came(last));
  });
}

const ALL: readonly CheckName[] = [
  ...FORMATS.map(([name]) => name),
  'thing-see-other',
  'thing-page',
  'thing-vary',
  'thing-head',
  'thing-conditional',
  'thing-unknown',
];

interface Asked {
  readonly thing: string;
  readonly mediaType: string;
  readonly published: readonly RDF.Quad[];
}

async function sameGraph(visits: Visits, { thing, mediaType, published }: Asked): Promise<Judged> {
  const followed = await visits.get(thing, mediaType);
  const { last } = followed;
  if (last.status === 406 && !isAlternate(visits, thing, mediaType)) return 'not-offered';
  if (last.status !== 200 || mediaTypeOf(last) !== mediaType) return { wrong: came(last) };
  const document = await quadsOf(visits.site, last);
  const plain = compareGraphs(thing, published, { document });
  if (isSame(plain)) return 'right';
  const elsewhere =
    plain.added.length > 0 ? await statementsElsewhere(visits, thing, published) : new Set<string>();
  const difference = compareGraphs(thing, published, { document, elsewhere });
  return isSame(difference) ? 'right' : { wrong: differenceText(difference) };
}

const isSame = ({ missing, added }: Difference): boolean => missing.length + added.length === 0;

/** A document may say more of a thing than one dump does: N-Quads tells what comes from other graphs. */
async function statementsElsewhere(
  visits: Visits,
  thing: string,
  published: readonly RDF.Quad[],
): Promise<ReadonlySet<string>> {
  const graphs = new Set(published.map(({ graph }) => graph.value));
  const read = await readGraph(visits.site, thing, 'application/n-quads');
  const isDataset = mediaTypeOf(read.followed.last) === 'application/n-quads';
  return read.kind === 'graph' && isDataset ? inOtherGraphs(read.quads, graphs) : new Set();
}

/** A thing is not its document: 303. One that is only described by hash IRIs is told apart by its fragment. */
async function seeOther(visits: Visits, thing: string, published: readonly RDF.Quad[]): Promise<Judged> {
  const { first } = await visits.get(thing, 'text/turtle');
  const isHash = published.length > 0 && published.every(({ subject }) => subject.value !== thing);
  const isRight = first.status === 303 || (isHash && first.status === 200);
  return isRight ? 'right' : { wrong: came(first) };
}

async function page(visits: Visits, thing: string): Promise<Judged> {
  const { last } = await visits.get(thing, 'text/html');
  if (last.status === 406) return 'not-offered';
  const isPage = last.status === 200 && /^(text\/html|application\/xhtml\+xml)$/.test(mediaTypeOf(last));
  if (!isPage) return { wrong: came(last) };
  const hasTitle = /<title[^<>]*>\s{0,99}[^<\s]/i.test(last.text);
  return hasTitle && /<h1[\s>]/i.test(last.text) ? 'right' : { wrong: NO_TITLE };
}

function varies(visits: Visits, thing: string): Judged {
  const silent = visits
    .answersThatDiffer(thing)
    .find(({ headers }) => !/(^|[\s,])(accept|\*)\s*(,|$)/i.test(headers.vary ?? ''));
  return silent ? { wrong: noVary(silent.url) } : 'right';
}

/** Header fields that a HEAD must tell as a GET does. */
const TOLD_BY_HEAD = ['content-type', 'etag', 'last-modified', 'vary', 'link'] as const;

async function head(visits: Visits, thing: string): Promise<Judged> {
  const { last } = await visits.get(thing, 'text/turtle');
  const answer = await visits.site.client.ask({
    url: last.url,
    method: 'HEAD',
    headers: { accept: 'text/turtle' },
  });
  if (answer.status !== last.status) return { wrong: came(answer) };
  const other = TOLD_BY_HEAD.filter((name) => String(answer.headers[name]) !== String(last.headers[name]));
  return other.length > 0 ? { wrong: same(other.join(', ')) } : 'right';
}

async function conditional(visits: Visits, thing: string): Promise<Judged> {
  const { last } = await visits.get(thing, 'text/turtle');
  const { etag, 'last-modified': date } = last.headers;
  if (last.status !== 200 || (etag === undefined && date === undefined)) return 'not-offered';
  const condition: Record<string, string> =
    etag === undefined ? { 'if-modified-since': date ?? '' } : { 'if-none-match': etag };
  const answer = await visits.site.client.ask({
    url: last.url,
    headers: { accept: 'text/turtle', ...condition },
  });
  return answer.status === 304 ? 'right' : { wrong: came(answer) };
}

const came = (answer: Followed['last']): Bilingual => same(cameText(answer));

const differenceText = ({ missing, added }: Difference): Bilingual => ({
  fr: `il manque ${figures(missing.length).fr} énoncés, ${figures(added.length).fr} sont en trop : ${listed([...missing, ...added]).fr}`,
  en: `${figures(missing.length).en} statements are missing, ${figures(added.length).en} are too many: ${listed([...missing, ...added]).en}`,
});

const noVary = (url: string): Bilingual => ({
  fr: `${url} dépend d’Accept sans « Vary »`,
  en: `${url} depends on Accept without “Vary”`,
});

const NO_TITLE: Bilingual = { fr: 'pas de <title> ou de <h1>', en: 'no <title> or <h1>' };
const NOTHING_DRAWN: Bilingual = {
  fr: 'aucun IRI de ce serveur n’a été tiré d’un fichier',
  en: 'no IRI of this server was drawn from a dump',
};
