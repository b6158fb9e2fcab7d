import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { acquireLock } from '../locks/index.ts';
import { type Bilingual, Fault, type Harvest, originAddress, type Source } from '../model/index.ts';
import { checkNew } from './check/check-new.ts';
import type { KnownColumn } from './check/drift.ts';
import { type FailureCode, failureIn, type HarvestFailure } from './failure.ts';
import {
  filesOf,
  forgetRefused,
  type HarvestFiles,
  keepAside,
  knownState,
  putInPlace,
} from './kept-files.ts';
import { fetchOrigin } from './origins/fetch-origin.ts';
import type { Fetched } from './origins/origin.ts';
import { bothWithoutSecrets, resolveHeaders, type Secrets } from './secrets.ts';
import { addressKey, type HarvestState, validatorsOf, writeState } from './state.ts';
import type { WebClient } from './web/web-client.ts';

/** A dataset's source to be fetched again. */
export interface HarvestRequest {
  /** As it is declared; its path is that of the kept copy. */
  readonly source: Source & { readonly harvest: Harvest };
  readonly client: WebClient;
  readonly secrets: Secrets;
  /** What the mapping reads, where that is known. */
  readonly known?: readonly KnownColumn[];
  /** Asks for the file although it has not changed. */
  readonly isForced?: boolean;
  /** A fall of the records and a changed header refuse nothing. */
  readonly isAccepted?: boolean;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
  readonly tell?: (event: HarvestProgress) => void;
}

/** What is told while a source is fetched and read. */
export type HarvestProgress =
  | { readonly kind: 'fetching'; readonly done: number; readonly total: number | undefined }
  | { readonly kind: 'reading'; readonly records: number };

export type HarvestOutcome =
  | { readonly kind: 'unchanged'; readonly notes: readonly Bilingual[] }
  | {
      readonly kind: 'renewed';
      readonly records: number;
      readonly before?: number;
      readonly bytes: number;
      readonly notes: readonly Bilingual[];
    }
  /** The kept copy stays. `refusedFile`: what came, to be looked at. */
  | {
      readonly kind: 'refused';
      readonly code: FailureCode;
      readonly reason: Bilingual;
      readonly remedy: Bilingual;
      readonly refusedFile?: string;
    };

/**
 * Fetches a source again. The kept copy is replaced, in one step, by a new one that was read whole; everything else leaves it
 * as it is. @throws Fault where the same source is being harvested, or the system fails
 */
export async function harvestSource(request: HarvestRequest): Promise<HarvestOutcome> {
  const files = filesOf(request.source.path);
  await mkdir(dirname(files.kept), { recursive: true });
  const lock = await acquireLock(files.lock, alreadyHarvesting);
  try {
    return await harvested(request, files);
  } catch (error) {
    const failure = failureIn(error);
    if (failure === undefined) throw error;
    return await refusedFor(failure, request, files);
  } finally {
    await rm(files.fresh, { force: true });
    await lock.release();
  }
}

async function harvested(request: HarvestRequest, files: HarvestFiles): Promise<HarvestOutcome> {
  const { source, now = () => new Date() } = request;
  const asked = addressKey(source.harvest.from);
  const before = await knownState(files.kept, asked);
  const got = await fetched(request, files, before);
  const at = now().toISOString();
  const isSame = got.kind === 'unchanged' || (got.sha256 === before?.sha256 && !request.isForced);
  if (isSame && before) {
    const told = got.kind === 'unchanged' ? {} : validatorsOf(got);
    await writeState(files.kept, { ...before, ...told, checked: at }, request.secrets);
    await forgetRefused(files);
    return { kind: 'unchanged', notes: got.kind === 'unchanged' ? [] : got.notes };
  }
  if (got.kind === 'unchanged') throw new Error(`${asked} was asked without conditions and answered 304.`);
  const { records, notes, ...counted } = await checkFresh(request, files, { got, before });
  await putInPlace(files);
  const { bytes, sha256, from } = got;
  const state = { asked, from, ...validatorsOf(got), sha256, bytes, records, fetched: at, checked: at };
  await writeState(files.kept, state, request.secrets);
  const changes = got.changes ? [got.changes] : [];
  return { kind: 'renewed', records, bytes, notes: [...got.notes, ...changes, ...notes], ...counted };
}

async function fetched(
  { source, client, secrets, isForced, signal, tell }: HarvestRequest,
  { part, fresh, kept }: HarvestFiles,
  before: HarvestState | undefined,
): Promise<Fetched> {
  const { harvest, format, dialect, path, iterator } = source;
  return fetchOrigin(harvest.from, {
    client,
    path: fresh,
    part,
    kept,
    format,
    dialect,
    isGeographic: /\.geojson$/i.test(path) || iterator?.startsWith('$.features') === true,
    mediaTypes: harvest.mediaTypes,
    ...resolveHeaders(harvest.headers, secrets),
    ...(before && !isForced && { before }),
    ...(signal && { signal }),
    ...(tell && { tell: (done, total) => tell({ kind: 'fetching', done, total }) }),
  });
}

function checkFresh(
  { source, known, isAccepted = false, signal, tell }: HarvestRequest,
  { fresh, kept }: HarvestFiles,
  {
    got,
    before,
  }: { readonly got: Extract<Fetched, { kind: 'fetched' }>; readonly before: HarvestState | undefined },
) {
  const records = before?.records;
  return checkNew({
    source: { ...source, path: fresh },
    url: got.from,
    fall: source.harvest.fall,
    isAccepted,
    ...(existsSync(kept) && { kept: { source, ...(records !== undefined && { records }) } }),
    ...(known && { known }),
    ...(got.records !== undefined && { told: got.records }),
    ...(signal && { signal }),
    ...(tell && { tell: (count) => tell({ kind: 'reading', records: count }) }),
  });
}

async function refusedFor(
  failure: HarvestFailure,
  { source, secrets, now = () => new Date() }: HarvestRequest,
  files: HarvestFiles,
): Promise<HarvestOutcome> {
  const reason = bothWithoutSecrets(failure.reason, secrets);
  const remedy = bothWithoutSecrets(failure.remedy, secrets);
  const { code } = failure;
  const asked = originAddress(source.harvest.from);
  const isThere = await keepAside(files, { code, reason, remedy }, { asked, at: now().toISOString() });
  return { kind: 'refused', code, reason, remedy, ...(isThere && { refusedFile: files.refused }) };
}

const alreadyHarvesting = (pid: number, path: string): Fault =>
  new Fault(
    {
      fr: `Cette source est déjà moissonnée par un autre processus (${pid}).`,
      en: `This source is being harvested by another process (${pid}).`,
    },
    {
      fr: `Attendez qu’il finisse ; s’il n’existe plus, supprimez ${path}.`,
      en: `Wait for it to end; if it is gone, delete ${path}.`,
    },
  );
