import type { Bilingual } from '../model/index.ts';
import { inDefaultGraph, quadLine, type RDF } from '../rdf/index.ts';
import { type Description, readDescription } from './description.ts';
import { linkedRdf } from './html-links.ts';
import { figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { ANY_RDF, cameText, readGraph } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import type { Site } from './site.ts';

/** What a server says of itself, and the base that it says it under. */
export interface Discovered {
  readonly site: Site;
  readonly quads: readonly RDF.Quad[];
  readonly description: Description;
}

/** Linked descriptions that are looked at, where no known address has one. */
const MOST_LINKED = 4;

/**
 * Looks for a description: `/.well-known/void` and `/catalogue`, else the address itself, its `Link` and `<link>`.
 * @param givenBase the base of the IRIs; absent: as the catalogue names itself, else the address
 */
export async function discover(
  site: Site,
  record: ProofRecord,
  givenBase: string | undefined,
): Promise<Discovered> {
  const merged = new Map<string, RDF.Quad>();
  const take = (quads: readonly RDF.Quad[]): void => {
    for (const one of inDefaultGraph(quads)) merged.set(quadLine(one), one);
  };
  const given = givenBase === undefined ? site : site.withBase(givenBase);
  for (const [name, path] of [
    ['void', '.well-known/void'],
    ['catalogue-found', 'catalogue'],
  ] as const) {
    const url = given.address + path;
    await record.check({ name, asked: `GET ${url}` }, () => wellKnown(given, url, take));
  }
  if (merged.size === 0)
    await record.check({ name: 'links-found', asked: `GET ${site.address}` }, () => byLinks(given, take));
  const quads = [...merged.values()];
  const description = readDescription(quads);
  return {
    site: givenBase === undefined ? site.withBase(baseOf(site, description)) : given,
    quads,
    description,
  };
}

type Take = (quads: readonly RDF.Quad[]) => void;

async function wellKnown(site: Site, url: string, take: Take): Promise<Outcome> {
  const read = await readGraph(site, url);
  if (read.kind === 'none') return notApplicable(nothingAt(cameText(read.followed.last)));
  const { datasets } = readDescription(read.quads);
  if (datasets.length === 0) return notApplicable(NO_DATASETS);
  take(read.quads);
  return passed(found(datasets.length, read.quads.length));
}

async function byLinks(site: Site, take: Take): Promise<Outcome> {
  const home = await readGraph(site, site.address, `${ANY_RDF}, text/html;q=0.5`);
  const graphs = home.kind === 'graph' ? [home.quads] : [];
  for (const url of linkedRdf(home.followed.last).slice(0, MOST_LINKED)) {
    if (!site.owns(url)) continue;
    const read = await readGraph(site, url);
    if (read.kind === 'graph') graphs.push(read.quads);
  }
  const useful = graphs.filter((quads) => isDescription(readDescription(quads)));
  for (const quads of useful) take(quads);
  return useful.length > 0 ? passed(FOUND_BY_LINKS) : notApplicable(NO_DATASETS);
}

const isDescription = ({ datasets, endpoints }: Description): boolean =>
  datasets.length + endpoints.length > 0;

/** A catalogue that is served as `<address>catalogue` and calls itself `<base>catalogue` tells the base. */
function baseOf({ address }: Site, { catalogues }: Description): string {
  const own = catalogues.find((iri) => /^https?:\/\/.+\/catalogue$/.test(iri));
  return own === undefined ? address : own.slice(0, -'catalogue'.length);
}

const found = (datasets: number, statements: number): Bilingual => ({
  fr: `${figures(datasets).fr} jeux, ${figures(statements).fr} énoncés`,
  en: `${figures(datasets).en} datasets, ${figures(statements).en} statements`,
});

const nothingAt = (came: string): Bilingual => ({
  fr: `rien de tel (${came})`,
  en: `no such thing (${came})`,
});
const NO_DATASETS: Bilingual = { fr: 'aucun jeu n’y est décrit', en: 'no dataset is described there' };
const FOUND_BY_LINKS: Bilingual = { fr: 'une description a été trouvée', en: 'a description was found' };
