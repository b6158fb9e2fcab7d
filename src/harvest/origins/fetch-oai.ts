import { rm } from 'node:fs/promises';
import { type Bilingual, counted } from '../../model/index.ts';
import { type FileSink, madeFile } from './file-sink.ts';
import { pagesInCircle } from './interface-failures.ts';
import { copyRecords, marked, writeEnd, writeHead, writeRecord } from './oai-file.ts';
import { askOai, ExpiredToken, listRecords, type OaiList, type OaiOrigin } from './oai-list.ts';
import type { OaiRecord } from './oai-page.ts';
import type { Fetched, Fetching } from './origin.ts';

/** How often a list is asked from its beginning where its tokens expire. */
const BEGINNINGS = 3;

/**
 * An OAI-PMH repository, written as one file of records. Where it keeps what was deleted, what has changed since the last
 * harvest is asked for and merged by identifier; elsewhere nobody would tell of deletions, and everything is asked for.
 */
export async function fetchOai(origin: OaiOrigin, fetching: Fetching): Promise<Fetched> {
  const { identify } = await askOai(origin, { verb: 'Identify' }, fetching);
  const { before } = fetching;
  const from =
    before?.revision !== undefined && identify['deletedRecord'] === 'persistent'
      ? moment(before.revision, identify['granularity'])
      : undefined;
  for (let beginning = 1; ; beginning++) {
    try {
      return await (from === undefined ? everything(origin, fetching) : changes(origin, from, fetching));
    } catch (error) {
      if (!(error instanceof ExpiredToken)) throw error;
      if (beginning >= BEGINNINGS) throw pagesInCircle(origin.endpoint);
    }
  }
}

/** A moment as the repository understands it; both ends of an interval are inside it, so nothing is missed. */
const moment = (revision: string, granularity: string | undefined): string =>
  granularity === 'YYYY-MM-DDThh:mm:ssZ' ? revision.slice(0, 19).concat('Z') : revision.slice(0, 10);

async function everything(origin: OaiOrigin, fetching: Fetching): Promise<Fetched> {
  const list = await listRecords(origin, undefined, fetching);
  const made = await madeFile(fetching.path, boundOf(origin, fetching), async (sink) => {
    await writeHead(sink);
    if (list) await writeAll(list, sink, fetching);
    await writeEnd(sink);
  });
  return { kind: 'fetched', ...made, from: origin.endpoint, notes: [], ...revisionOf(list) };
}

async function writeAll({ pages }: OaiList, sink: FileSink, { tell }: Fetching): Promise<void> {
  let count = 0;
  for await (const records of pages) {
    for (const record of records) {
      if (record.isDeleted) continue;
      await writeRecord(sink, record);
      count += 1;
    }
    tell?.(count, undefined);
  }
}

/** What has changed goes aside first; then the kept records but those are copied, and the changed ones follow. */
async function changes(origin: OaiOrigin, from: string, fetching: Fetching): Promise<Fetched> {
  const list = await listRecords(origin, from, fetching);
  if (list === undefined) return { kind: 'unchanged' };
  const { part, path, kept } = fetching;
  const bound = boundOf(origin, fetching);
  try {
    const changed = new Changes();
    await madeFile(part, bound, async (sink) => {
      for await (const records of list.pages)
        for (const record of records) {
          changed.add(record);
          if (!record.isDeleted) await writeRecord(sink, record);
        }
    });
    const made = await madeFile(path, bound, async (sink) => {
      await writeHead(sink);
      await copyRecords(kept, (mark) => !changed.has(mark), sink);
      await copyRecords(part, changed.lastOnes(), sink);
      await writeEnd(sink);
    });
    const told = { from: origin.endpoint, notes: [], changes: toldChanges(changed.size, changed.deleted) };
    return { kind: 'fetched', ...made, ...told, ...revisionOf(list) };
  } finally {
    await rm(part, { force: true });
  }
}

/** What a list of changes says of each record, by its mark: the last word counts. */
class Changes {
  readonly #said = new Map<string, { times: number; isDeleted: boolean }>();

  add({ identifier, isDeleted }: OaiRecord): void {
    const mark = marked(identifier);
    const times = (this.#said.get(mark)?.times ?? 0) + (isDeleted ? 0 : 1);
    this.#said.set(mark, { times, isDeleted });
  }

  has = (mark: string): boolean => this.#said.has(mark);

  /** Chooses, of records told one after the other, the last one of each that was not deleted at last. */
  lastOnes(): (mark: string) => boolean {
    const met = new Map<string, number>();
    return (mark) => {
      const time = (met.get(mark) ?? 0) + 1;
      met.set(mark, time);
      const said = this.#said.get(mark);
      return said !== undefined && !said.isDeleted && time === said.times;
    };
  }

  get size(): number {
    return this.#said.size;
  }

  get deleted(): number {
    return [...this.#said.values()].filter(({ isDeleted }) => isDeleted).length;
  }
}

const toldChanges = (changed: number, deleted: number): Bilingual => {
  const all = counted(changed, ['notice changée', 'notices changées'], ['changed record', 'changed records']);
  const gone = counted(deleted, ['supprimée', 'supprimées'], ['of them deleted', 'of them deleted']);
  return {
    fr: `L’entrepôt annonce ${all.fr}${deleted === 0 ? '' : `, dont ${gone.fr}`}.`,
    en: `The repository tells of ${all.en}${deleted === 0 ? '' : `, ${gone.en}`}.`,
  };
};

const boundOf = ({ endpoint }: OaiOrigin, { client }: Fetching) => ({
  url: endpoint,
  most: client.bounds.bytes,
});

const revisionOf = (list: OaiList | undefined) =>
  list === undefined || !/^\d{4}-\d\d-\d\d/.test(list.responseDate) ? {} : { revision: list.responseDate };
