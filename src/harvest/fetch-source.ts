import { mkdir, open, rename, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { type Bilingual, DEFAULT_FALL, type Harvest, type HarvestHeader } from '../model/index.ts';
import { likenessOf } from '../sources/index.ts';
import { DEFAULT_BOUNDS, type HarvestBounds } from './bounds.ts';
import { otherMediaType } from './download/download-failures.ts';
import { forgetPartial } from './download/partial.ts';
import { type FailureCode, failureIn } from './failure.ts';
import { fileName } from './file-name.ts';
import { fetchFile } from './origins/fetch-file.ts';
import { bothWithoutSecrets, resolveHeaders, type Secrets } from './secrets.ts';
import { writeState } from './state.ts';
import { createWebClient, type WebEvent } from './web/web-client.ts';

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
      readonly bytes: number;
      readonly sha256: string;
      /** The address that answered. */
      readonly from: string;
      readonly mediaType?: string;
      /** How the source may be declared, so that it is fetched again. */
      readonly harvest: Harvest;
      readonly notes: readonly Bilingual[];
    }
  | {
      readonly kind: 'failed';
      readonly code: FailureCode;
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
    };

/**
 * Fetches a file that nothing is known of yet, for a first look. What is a page, and no data, is refused. The file stands in
 * the folder whole or not at all, its state beside it.
 */
export async function fetchSource(request: FetchRequest): Promise<FetchOutcome> {
  const { bounds = DEFAULT_BOUNDS, secrets = new Map(), waiting, tell: _, ...fetcher } = request;
  const client = createWebClient({ ...fetcher, bounds, ...(waiting && { tell: waiting }) });
  try {
    return await fetched({ ...request, secrets }, client);
  } catch (error) {
    const failure = failureIn(error);
    if (failure === undefined) throw error;
    const { code, reason, remedy } = failure;
    return {
      kind: 'failed',
      code,
      reason: bothWithoutSecrets(reason, secrets),
      remedy: bothWithoutSecrets(remedy, secrets),
    };
  } finally {
    await client.close();
  }
}

async function fetched(
  request: FetchRequest & { readonly secrets: Secrets },
  client: ReturnType<typeof createWebClient>,
): Promise<FetchOutcome> {
  const { url, folder, headers = [], secrets, signal, tell, now = () => new Date() } = request;
  await mkdir(folder, { recursive: true });
  const work = join(folder, `.fetched-${process.pid}`);
  const got = await fetchFile(
    { kind: 'file', url },
    {
      client,
      path: work,
      part: `${work}.part`,
      kept: work,
      dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
      isGeographic: false,
      mediaTypes: [],
      ...resolveHeaders(headers, secrets),
      ...(signal && { signal }),
      ...(tell && { tell }),
    },
  ).catch(async (error) => {
    await forgetPartial(`${work}.part`);
    await rm(work, { force: true });
    throw error;
  });
  if (got.kind === 'unchanged') throw new Error(`${url} was asked without conditions and answered 304.`);
  const likeness = await likenessOfFile(work);
  if (likeness === 'html' || likeness === 'pdf') {
    await rm(work, { force: true });
    throw otherMediaType(url, likeness, likeness === 'html');
  }
  const { from, bytes, sha256, mediaType, disposition, etag, lastModified, notes } = got;
  const name = request.name ?? fileName({ disposition, urls: [from, url], mediaType, likeness });
  const path = join(folder, name);
  await rename(work, path);
  const at = now().toISOString();
  const seen = { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
  await writeState(path, { asked: url, from, ...seen, sha256, bytes, fetched: at, checked: at });
  return {
    kind: 'fetched',
    path,
    name,
    bytes,
    sha256,
    from,
    ...(mediaType !== undefined && { mediaType }),
    harvest: { from: { kind: 'file', url }, fall: DEFAULT_FALL, mediaTypes: [], headers },
    notes,
  };
}

async function likenessOfFile(path: string): Promise<ReturnType<typeof likenessOf>> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const first = buffer.subarray(0, bytesRead);
    return likenessOf(first, first.toString('utf8').replace(/^\ufeff+/, ''));
  } finally {
    await file.close();
  }
}
