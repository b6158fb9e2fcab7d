import type { HarvestOrigin } from '../../model/index.ts';
import { askJson } from '../web/ask-document.ts';
import { type FileSink, madeFile } from './file-sink.ts';
import { beyondPages, noOrder, otherShape } from './interface-failures.ts';
import { type JsonObject, objectsAt } from './json-values.ts';
import type { Fetched, Fetching } from './origin.ts';
import { TableText } from './table-text.ts';

/** Limits of `records`: a page, and `offset + limit`, which must stay below. */
const PAGE = 100;
const BEYOND = 10_000;

interface Paging {
  readonly origin: Extract<HarvestOrigin, { kind: 'opendatasoft' }>;
  readonly dataset: string;
  readonly total: number;
}

/** Records page by page: by offset as far as that goes, else in the order of a key. @throws HarvestFailure beyond */
export async function fetchRecordPages(paging: Paging, fetching: Fetching): Promise<Fetched> {
  const { origin, dataset, total } = paging;
  const { client, path, format = 'csv', isGeographic, dialect } = fetching;
  const url = `${dataset}/records`;
  if ((total >= BEYOND && origin.key === undefined) || isGeographic)
    throw beyondPages(url, total, BEYOND - 1);
  const write = format === 'json' ? jsonWriter() : tableWriter(new TableText(dialect, url));
  const made = await madeFile(path, { url, most: client.bounds.bytes }, async (sink) => {
    await write.open(sink);
    for await (const page of pages(paging, fetching)) await write.page(sink, page);
    await write.close(sink);
  });
  return { kind: 'fetched', ...made, from: url, records: total, notes: [] };
}

interface PageWriter {
  open(sink: FileSink): Promise<void>;
  page(sink: FileSink, records: readonly JsonObject[]): Promise<void>;
  close(sink: FileSink): Promise<void>;
}

const tableWriter = (text: TableText): PageWriter => ({
  open: async () => undefined,
  page: (sink, records) => sink.write(text.rows(records)),
  close: async () => undefined,
});

function jsonWriter(): PageWriter {
  let isFirst = true;
  return {
    open: (sink) => sink.write('['),
    async page(sink, records) {
      for (const record of records) {
        await sink.write(`${isFirst ? '' : ','}\n${JSON.stringify(record)}`);
        isFirst = false;
      }
    },
    close: (sink) => sink.write('\n]\n'),
  };
}

async function* pages(
  { origin, dataset, total }: Paging,
  { client, headers, secret, signal, tell }: Fetching,
): AsyncGenerator<readonly JsonObject[]> {
  const { key, where, select } = origin;
  let after: string | undefined;
  for (let done = 0; done < total; ) {
    const clauses = [where, after].filter((one) => one !== undefined).map((one) => `(${one})`);
    const query = new URLSearchParams({
      limit: String(Math.min(PAGE, total - done)),
      ...(key === undefined ? { offset: String(done) } : { order_by: key }),
      ...(clauses.length > 0 && { where: clauses.join(' and ') }),
      ...(select !== undefined && { select }),
    });
    const url = `${dataset}/records?${query}`;
    const results = objectsAt(await askJson(client, { url, headers, secret }, signal), 'results');
    if (results === undefined) throw otherShape(url, 'results');
    // Less than was told is found by whoever counts what was written.
    if (results.length === 0) return;
    yield results;
    done += results.length;
    tell?.(done, total);
    if (key !== undefined) after = beyond(key, results.at(-1)?.[key], after);
  }
}

/** The condition for what comes behind a record in the order of its key. */
function beyond(key: string, value: unknown, before: string | undefined): string {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw noOrder(key, {
      fr: 'il n’est pas dans les enregistrements, ou il est vide',
      en: 'it is not in the records, or empty',
    });
  const written = typeof value === 'number' ? String(value) : `"${value.replace(/[\\"]/g, '\\$&')}"`;
  const clause = `${key} > ${written}`;
  if (clause === before)
    throw noOrder(key, {
      fr: 'plus de cent enregistrements ont la même valeur',
      en: 'more than a hundred records have the same value',
    });
  return clause;
}
