import { appendFile, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** One run of `publish`. */
export interface PublishEntry {
  /** When it began, and how many milliseconds it took. */
  readonly at: string;
  readonly milliseconds: number;
  readonly kind: 'unchanged' | 'released' | 'refused' | 'failed';
  /** The release that was current at the end, if any. */
  readonly release?: string;
  /** Whether every file of that release was found whole. */
  readonly verified?: boolean;
  readonly sources?: readonly object[];
  readonly reasons?: readonly string[];
}

/** Past this size the older half is dropped. */
const MOST_BYTES = 1 << 20;

const journalPath = (releases: string): string => join(releases, 'publish.ndjson');

/** Adds a line; the file stays bounded. A line that a power cut tore is no entry. */
export async function enter(releases: string, entry: PublishEntry): Promise<void> {
  const path = journalPath(releases);
  const text = await readFile(path, 'utf8').catch(() => '');
  const isTorn = text !== '' && !text.endsWith('\n');
  await appendFile(path, `${isTorn ? '\n' : ''}${JSON.stringify(entry)}\n`);
  if ((await stat(path)).size > MOST_BYTES) await halve(path);
}

async function halve(path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  // However long the last line is, it stays.
  const last = text.lastIndexOf('\n', text.length - 2) + 1;
  const middle = Math.min(last, text.indexOf('\n', Math.floor(text.length / 2)) + 1);
  const aside = `${path}.${process.pid}.aside`;
  await writeFile(aside, text.slice(middle));
  await rename(aside, path);
}

/** Whether some run has found a release whole: one that was killed before has not. */
export async function wasVerified(releases: string, id: string): Promise<boolean> {
  const text = await readFile(journalPath(releases), 'utf8').catch(() => '');
  return text.split('\n').some((line) => {
    const entry = entryOf(line);
    return entry?.release === id && entry.verified === true;
  });
}

function entryOf(line: string): Partial<PublishEntry> | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Partial<PublishEntry>);
  } catch {
    return undefined;
  }
}
