import { randomBytes } from 'node:crypto';
import { lookup as systemLookup } from 'node:dns/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { isIP } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProofCheck, ProofReport } from '../model/index.ts';
import { isPublicAddress } from '../network/index.ts';
import { proveApi } from './api-checks.ts';
import { proveCatalogue, type ShapesText } from './catalogue-checks.ts';
import { proveCounts } from './count-checks.ts';
import type { DescribedDataset } from './description.ts';
import { type Discovered, discover } from './discover.ts';
import { proveDump } from './dump-checks.ts';
import { openEndpoint, proveEndpoint } from './endpoint-checks.ts';
import { proveDataset, proveTerms } from './iri-checks.ts';
import { type ReadDump, statementsOf } from './read-dump.ts';
import { ProofRecord } from './record.ts';
import { Sample } from './sample.ts';
import { Site } from './site.ts';
import type { SparqlEndpoint } from './sparql-endpoint.ts';
import { proveThings } from './thing-checks.ts';
import { createWebClient, type WebBounds } from './web-client.ts';

/** What is proved, and how far it goes. */
export interface ProofOptions {
  /** http or https; ends in `/`. */
  readonly address: string;
  /** Base of the IRIs that the address answers for; absent: as its catalogue says, else the address. */
  readonly base?: string;
  /** Rules of a catalogue. */
  readonly shapes: ShapesText;
  /** Most IRIs that are drawn, spread over the datasets. Default 20. */
  readonly sample?: number;
  /** Draws the sample; absent: a new one. */
  readonly seed?: string;
  readonly toolVersion: string;
  readonly bounds?: Partial<WebBounds>;
  /** An existing folder for what is fetched, which the caller removes; absent: a temporary one. */
  readonly folder?: string;
  readonly signal?: AbortSignal;
  /** Told of each check when it is made. */
  readonly tell?: (check: ProofCheck) => void;
}

export const DEFAULT_SAMPLE = 20;

export const DEFAULT_BOUNDS: WebBounds = {
  milliseconds: 30_000,
  bytes: 64 << 20,
  dumpBytes: 2 ** 31,
  dumpMilliseconds: 600_000,
};

/** How temporary folders of proofs are named. */
export const PROOF_FOLDER = 'cimaise-proof-';

/** Terms that are dereferenced. */
const TERMS = 3;
/** Datasets that are looked at. */
const MOST_DATASETS = 200;

/**
 * Proves a publication from outside, knowing nothing but the Web: finds out what a server says that it publishes, fetches
 * it, and holds each way of asking against the others. Works against any server: what one does not promise is not
 * applicable.
 * @throws Unanswered where there is no answer from the address at all
 */
export async function prove(options: ProofOptions): Promise<ProofReport> {
  const started = performance.now();
  const startedAt = new Date().toISOString();
  const { address, sample = DEFAULT_SAMPLE, seed = randomBytes(4).toString('hex'), tell } = options;
  const client = createWebClient({
    userAgent: `cimaise-verify/${options.toolVersion}`,
    reach: await reachOf(address),
    bounds: { ...DEFAULT_BOUNDS, ...options.bounds },
    ...(options.signal && { signal: options.signal }),
  });
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), PROOF_FOLDER)));
  const record = new ProofRecord(tell);
  try {
    const site = new Site(client, address);
    // Without any answer there is nothing to tell apart.
    const { headers } = await site.client.ask({ url: address, method: 'HEAD' });
    const found = await discover(site, record, options.base);
    await proveAll(found, { record, folder, sample, seed, shapes: options.shapes });
    const release = headers['cimaise-release'];
    return {
      address,
      base: found.site.base,
      ...(typeof release === 'string' && { release: release.slice(0, 100) }),
      startedAt,
      milliseconds: Math.round(performance.now() - started),
      seed,
      sample,
      counts: record.counts(),
      checks: record.checks,
    };
  } finally {
    client.close();
    if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** An address of an intranet or of this machine is asked because it was given; a public one leads to no such. */
async function reachOf(address: string): Promise<'public' | 'any'> {
  const host = new URL(address).hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses =
    isIP(host) !== 0 ? [{ address: host }] : await systemLookup(host, { all: true }).catch(() => []);
  return addresses.every((one) => isPublicAddress(one.address)) ? 'public' : 'any';
}

interface Extent {
  readonly record: ProofRecord;
  readonly folder: string;
  readonly sample: number;
  readonly seed: string;
  readonly shapes: ShapesText;
}

async function proveAll(found: Discovered, extent: Extent): Promise<void> {
  const { site, description } = found;
  const { record, seed } = extent;
  const endpoint = await openEndpoint(found, record);
  const { dumps, things, terms } = await proveDumps(found, extent, endpoint);
  const statements = await statementsOf(things, dumps);
  await proveThings({ site, record, things: statements, seed });
  await proveTerms(site, record, terms);
  if (endpoint) await proveEndpoint(record, endpoint);
  if (description.datasets.length > 0) await proveApi(site, record);
  await proveCatalogue(record, found, extent.shapes);
}

/** The dumps of all datasets, and what was drawn from them. */
async function proveDumps(
  { site, description }: Discovered,
  { record, folder, sample, seed }: Extent,
  endpoint: SparqlEndpoint | undefined,
) {
  const datasets = description.datasets.slice(0, MOST_DATASETS);
  // What a catalogue holds of its datasets is drawn from theirs.
  const isDrawnFrom = ({ isCatalogue }: DescribedDataset): boolean =>
    !isCatalogue || datasets.every((one) => one.isCatalogue);
  const share = Math.ceil(sample / Math.max(1, datasets.filter(isDrawnFrom).length));
  const terms = new Sample(TERMS, seed);
  const drawn: string[] = [];
  const dumps: ReadDump[] = [];
  for (const [at, dataset] of datasets.entries()) {
    const things = new Sample(share, seed);
    await proveDataset(site, record, dataset);
    const read = await proveDump({
      site,
      record,
      dataset,
      path: join(folder, String(at)),
      things: onlyIf((iri) => isDrawnFrom(dataset) && isThing(iri, site, dataset.uriSpace), things),
      terms: onlyIf((iri) => isDrawnFrom(dataset) && iri.startsWith(site.base) && !isSkolem(iri), terms),
    });
    if (!read) continue;
    dumps.push(read);
    drawn.push(...things.drawn());
    const isAlone = datasets.length === 1;
    await proveCounts({ site, record, dataset, statements: read.statements, endpoint, isAlone });
  }
  return { dumps, things: [...new Set(drawn)].slice(0, sample), terms: terms.drawn() };
}

const onlyIf = (isMeant: (iri: string) => boolean, sample: Sample) => ({
  offer: (iri: string): void => {
    if (isMeant(iri)) sample.offer(iri);
  },
});

const isThing = (iri: string, site: Site, uriSpace: string | undefined): boolean =>
  site.owns(iri) && !isSkolem(iri) && (uriSpace === undefined || iri.startsWith(uriSpace));

/** Skolem IRIs (RDF 1.1 section 3.5) stand for blank nodes: nobody promises that they dereference. */
const isSkolem = (iri: string): boolean => iri.includes('/.well-known/genid/');
