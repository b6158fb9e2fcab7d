import type { Bilingual, Source } from '../../model/index.ts';
import { fallen, noRecord, notAll, otherColumns } from './check-failures.ts';
import { addedText, driftOf, type KnownColumn, lostText } from './drift.ts';
import { readKept, readWhole, type WholeFile } from './read-whole.ts';

/** A new file, and what it is held against. */
export interface NewFile {
  /** The declared source, at the new file's path. */
  readonly source: Source;
  /** The address that gave it, for messages. */
  readonly url: string;
  /** The kept copy; absent: there is none. */
  readonly kept?: { readonly source: Source; readonly records?: number };
  readonly fall: number;
  readonly known?: readonly KnownColumn[];
  /** How many records the address promised. */
  readonly told?: number;
  /** A fall and a changed header are told, and refuse nothing. */
  readonly isAccepted: boolean;
  readonly signal?: AbortSignal;
  readonly tell?: (records: number) => void;
}

export interface CheckedFile {
  readonly records: number;
  /** Of the kept copy, where it could be read. */
  readonly before?: number;
  readonly notes: readonly Bilingual[];
}

/** Reads a new file whole and holds it against the one before. @throws HarvestFailure where it may not take its place */
export async function checkNew(file: NewFile): Promise<CheckedFile> {
  const { source, url, kept, fall, told, isAccepted, signal, tell } = file;
  const now = await readWhole(source, { url, ...(signal && { signal }), ...(tell && { tell }) });
  if (now.records === 0) throw noRecord(url);
  if (told !== undefined && now.records < told) throw notAll(url, told, now.records);
  const before = kept && (await readKept(kept.source, kept.records));
  const notes = checkColumns(now, before, file);
  if (before && now.records < before.records * (1 - fall)) {
    const failure = fallen(before.records, now.records, fall);
    if (!isAccepted) throw failure;
    notes.push(failure.reason);
  }
  return { records: now.records, notes, ...(before && { before: before.records }) };
}

function checkColumns(
  now: WholeFile,
  before: WholeFile | undefined,
  { known, isAccepted }: NewFile,
): Bilingual[] {
  if (now.columns === undefined) return [];
  const drift = driftOf(before?.columns, now.columns, before === undefined ? (known ?? []) : known);
  const isNeeded = drift.lost.some(({ read }) => read !== undefined);
  if ((isNeeded || drift.isOther) && !isAccepted) throw otherColumns(drift);
  return [...drift.lost.map(lostText), ...(drift.added.length > 0 ? [addedText(drift.added)] : [])];
}
