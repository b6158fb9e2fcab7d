import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { RefusedInput, type Source } from '../../model/index.ts';
import { openSource } from '../../sources/index.ts';
import { HarvestFailure } from '../failure.ts';
import { cutInRow, errorInside, unreadableSource } from './check-failures.ts';
import { endsWithError } from './error-text.ts';
import { LastRecords } from './last-records.ts';

/** What a whole file was found to hold. */
export interface WholeFile {
  readonly records: number;
  /** Columns of a table. */
  readonly columns?: readonly string[];
}

/**
 * Reads a source from its first record to its last, as a build would: every fault of its form comes to light here.
 * @throws HarvestFailure for what cannot be read, is cut short, or ends in an error message
 */
export async function readWhole(
  source: Source,
  {
    url,
    signal,
    tell,
  }: { readonly url: string; readonly signal?: AbortSignal; readonly tell?: (records: number) => void },
): Promise<WholeFile> {
  try {
    const opened = await openSource(source);
    const last = new LastRecords(opened);
    let records = 0;
    for await (const batch of opened.records()) {
      signal?.throwIfAborted();
      records += batch.length;
      last.add(batch);
      tell?.(records);
    }
    const message = last.errorText() ?? endsWithError(await tailOf(source.path), source.format);
    if (message !== undefined) throw errorInside(url, message);
    if (last.isCut() && (await tailOf(source.path)).search(/[\r\n]\s*$/) === -1) throw cutInRow(url, records);
    return { records, ...(opened.columns && { columns: opened.columns }) };
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    throw unreadableSource(url, error.complaints, messageIn(await headOf(source.path)));
  }
}

/** Columns of a kept copy, and its records where nothing tells them; undefined where it cannot be read. */
export async function readKept(source: Source, records: number | undefined): Promise<WholeFile | undefined> {
  try {
    if (records !== undefined) {
      const { columns } = await openSource(source);
      return { records, ...(columns && { columns }) };
    }
    return await readWhole(source, { url: source.shown });
  } catch (error) {
    if (error instanceof RefusedInput || error instanceof HarvestFailure) return undefined;
    throw error;
  }
}

const TAIL = 4096;

async function tailOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(TAIL, size);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.toString('utf8');
  } finally {
    await file.close();
  }
}

async function headOf(path: string): Promise<string> {
  for await (const piece of createReadStream(path, { end: TAIL })) return (piece as Buffer).toString('utf8');
  return '';
}

/** A short text instead of data may be a message of the portal: it is worth telling. */
function messageIn(head: string): string | undefined {
  const text = head.trim();
  return text.length > 0 &&
    text.length < 1000 &&
    /error|erreur|exception|quota|limit|forbidden|denied/i.test(text)
    ? text.replace(/\s+/g, ' ').slice(0, 200)
    : undefined;
}
