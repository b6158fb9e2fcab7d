import { mkdir, rename, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import {
  type Bilingual,
  DEFAULT_FALL,
  type Harvest,
  type HarvestHeader,
  type HarvestOrigin,
} from '../model/index.ts';
import type { Choice } from './addresses/choose-resource.ts';
import { originOf } from './addresses/origin-of.ts';
import { DEFAULT_BOUNDS, type HarvestBounds } from './bounds.ts';
import { firstLook } from './check/first-look.ts';
import { forgetPartial } from './download/partial.ts';
import { fileName } from './file-name.ts';
import { type FirstFailure, firstFailure } from './first-failure.ts';
import { fetchOrigin } from './origins/fetch-origin.ts';
import type { Fetched } from './origins/origin.ts';
import { resolveHeaders, type Secrets } from './secrets.ts';
import { addressKey, statePath, validatorsOf, writeState } from './state.ts';
import { createWebClient, type WebClient, type WebEvent } from './web/web-client.ts';

/** Who fetches, and how far. */
export interface Fetcher {
  readonly userAgent: string;
  /** Whether a host may have an address of an intranet or of this machine. */
  readonly allowsPrivate: (host: string) => boolean;
  readonly secrets?: Secrets;
  readonly bounds?: HarvestBounds;
  readonly signal?: AbortSignal;
  readonly lookup?: LookupFunction;
  readonly now?: () => Date;
}

export interface FetchRequest extends Fetcher {
  /** An http or https address. */
  readonly url: string;
  /** Where the file goes; made where it is not there. */
  readonly folder: string;
  /** The file's name; absent: as the answer names it, in plain letters. */
  readonly name?: string;
  readonly headers?: readonly HarvestHeader[];
  /** Bytes that have come, and how many there are in all where that is known. */
  readonly tell?: (bytes: number, total: number | undefined) => void;
  readonly waiting?: (event: WebEvent) => void;
}

export type FetchOutcome =
  | {
      readonly kind: 'fetched';
      /** Absolute path of the file, and its name. */
      readonly path: string;
      readonly name: string;
      /** Absolute path of what a next harvest needs to know of it. */
      readonly state: string;
      readonly bytes: number;
      readonly sha256: string;
      /** The address that answered. */
      readonly from: string;
      readonly mediaType?: string;
      /** How many records an interface promises. */
      readonly records?: number;
      /** How the source may be declared, so that it is fetched again. */
      readonly harvest: Harvest;
      readonly notes: readonly Bilingual[];
    }
  | FirstFailure;

/**
 * Fetches a file that nothing is known of yet, for a first look. An address of a portal's interface, or of the page of a
 * dataset, leads to its data; what is a page, and no data, is refused. The file stands in the folder whole or not at all, its
 * state beside it.
 */
export async function fetchSource(request: FetchRequest): Promise<FetchOutcome> {
  const { bounds = DEFAULT_BOUNDS, secrets = new Map(), waiting, tell: _, ...fetcher } = request;
  const client = createWebClient({ ...fetcher, bounds, ...(waiting && { tell: waiting }) });
  try {
    const choice = await originOf(request.url, {
      client,
      headers: request.headers ?? [],
      secrets,
      ...(request.signal && { signal: request.signal }),
    });
    return await fetched({ ...request, secrets }, client, choice);
  } catch (error) {
    return firstFailure(error, secrets);
  } finally {
    await client.close();
  }
}

type Fetching = FetchRequest & { readonly secrets: Secrets };

async function fetched(request: Fetching, client: WebClient, { from, notes }: Choice): Promise<FetchOutcome> {
  const { url, folder, headers = [], secrets, now = () => new Date() } = request;
  await mkdir(folder, { recursive: true });
  const work = join(folder, `.fetched-${process.pid}`);
  const got = await fetchedTo(work, { ...request, from, client });
  const likeness = await firstLook(work, url).catch(async (error) => {
    await rm(work, { force: true });
    throw error;
  });
  const { bytes, sha256, mediaType, disposition, records } = got;
  const urls = [got.from, url];
  const name = request.name ?? fileName({ from, disposition, urls, mediaType, likeness });
  const path = join(folder, name);
  await rename(work, path);
  const at = now().toISOString();
  const state = { asked: addressKey(from), from: got.from, ...validatorsOf(got) };
  await writeState(path, { ...state, sha256, bytes, fetched: at, checked: at }, secrets);
  return {
    kind: 'fetched',
    path,
    name,
    state: statePath(path),
    bytes,
    sha256,
    from: got.from,
    ...(mediaType !== undefined && { mediaType }),
    ...(records !== undefined && { records }),
    harvest: { from, fall: DEFAULT_FALL, mediaTypes: [], headers },
    notes: [...notes, ...got.notes],
  };
}

/** Fetches to a path, or leaves nothing there. */
async function fetchedTo(
  work: string,
  {
    from,
    client,
    headers = [],
    secrets,
    signal,
    tell,
  }: Fetching & { readonly from: HarvestOrigin; readonly client: WebClient },
): Promise<Extract<Fetched, { kind: 'fetched' }>> {
  const part = `${work}.part`;
  try {
    const got = await fetchOrigin(from, {
      client,
      path: work,
      part,
      kept: work,
      dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      isGeographic: false,
      mediaTypes: [],
      ...resolveHeaders(headers, secrets),
      ...(signal && { signal }),
      ...(tell && { tell }),
    });
    if (got.kind === 'unchanged')
      throw new Error('What was asked without conditions is said to be unchanged.');
    return got;
  } catch (error) {
    await forgetPartial(part);
    await rm(work, { force: true });
    throw error;
  }
}
