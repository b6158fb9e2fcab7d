import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Fault } from '../model/index.ts';
import { type Dump, readSubjects } from './dump-subjects.ts';
import { IndexWriter } from './index-writer.ts';
import { type OriginInput, writeOrigins } from './origins/write-origins.ts';
import { readLedger } from './read-ledger.ts';
import { sealFile } from './seal.ts';

/** What an index is made of. */
export interface IndexInput {
  readonly dumps: readonly Dump[];
  /**
   * The release's ledger (`ledger.tsv.gz`): hashes, dates of change, withdrawals. Without one hashes are computed, and
   * nothing is dated or withdrawn.
   */
  readonly ledger?: string;
  /** Where the statements of datasets come from; absent: nothing is told of it. */
  readonly origins?: readonly OriginInput[];
  /** Base IRI, ending in `/`. */
  readonly base: string;
  /** Where the index goes; folders are made. */
  readonly file: string;
  /** Stands for the release (a hash of its manifest, say): `openIndex` compares it. */
  readonly fingerprint?: string;
}

/** How much an index holds. */
export interface IndexCounts {
  /** Subjects described, hash IRIs included; one described in two dumps counts twice, as its statements do. */
  readonly subjects: number;
  readonly statements: number;
}

/**
 * Writes the index of a release into one SQLite file: aside first, then renamed, so that a file of that name is
 * always whole. Memory grows slowly with the dumps: some 300 MB for a million statements, under 900 for fifteen.
 * @throws Fault where a dump cannot be read or the file cannot be written
 */
export async function buildIndex(input: IndexInput): Promise<IndexCounts> {
  const { file } = input;
  const aside = `${file}.tmp-${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await removeLeftovers(file);
    const counts = await write(aside, input);
    await writeOrigins(aside, input.origins ?? []);
    await sealFile(aside);
    await rename(aside, file);
    return counts;
  } catch (error) {
    await rm(aside, { force: true });
    throw isOfTheDisk(error) ? unwritable(file, error) : error;
  }
}

async function write(
  file: string,
  { dumps, base, ledger, fingerprint = '' }: IndexInput,
): Promise<IndexCounts> {
  const writer = new IndexWriter(
    file,
    base,
    dumps.map((dump) => dump.dataset),
  );
  try {
    const counts = { subjects: 0, statements: 0 };
    for (const dump of dumps)
      for await (const batch of readSubjects(dump))
        for (const subject of batch) {
          writer.gather(subject, dump.dataset);
          counts.subjects++;
          counts.statements += subject.statements.length;
        }
    if (ledger !== undefined) for await (const line of readLedger(ledger)) writer.remember(line);
    writer.finish({ base, fingerprint });
    return counts;
  } finally {
    writer.close();
  }
}

/** Files that killed builds left aside; those of builds that still run stay. */
async function removeLeftovers(file: string): Promise<void> {
  const start = `${basename(file)}.tmp-`;
  for (const name of await readdir(dirname(file)))
    if (name.startsWith(start) && !isOtherRunning(Number.parseInt(name.slice(start.length), 10)))
      await rm(join(dirname(file), name), { force: true });
}

function isOtherRunning(pid: number): boolean {
  if (pid === process.pid || !(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Errors of SQLite and of the file system; others are faults of the program and stay as they are. */
const isOfTheDisk = (error: unknown): boolean =>
  /^(?:ERR_SQLITE_ERROR|E[A-Z]+)$/.test(String((error as { code?: unknown }).code));

function unwritable(file: string, cause: unknown): Fault {
  const reason = (cause as Error).message;
  return new Fault(
    {
      fr: `L’index ${file} ne peut pas être écrit : ${reason}.`,
      en: `The index ${file} cannot be written: ${reason}.`,
    },
    {
      fr: 'Vérifiez la place libre et les droits du dossier.',
      en: 'Check the free space and the permissions of the folder.',
    },
    cause,
  );
}
