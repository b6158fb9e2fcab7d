import { below, type HarvestOrigin } from '../../model/index.ts';
import { askJson } from '../web/ask-document.ts';
import { madeFile } from './file-sink.ts';
import { elsewhere, otherShape, pagesInCircle } from './interface-failures.ts';
import { type JsonObject, numberAt, objectAt, objectsAt, textAt } from './json-values.ts';
import type { Fetched, Fetching } from './origin.ts';
import { TableText } from './table-text.ts';

/** The largest page that udata's tabular API gives. */
const PAGE_SIZE = 200;

/** A resource as the tabular API has it: pages, followed by their links, written as one table. */
export async function fetchTabular(
  { api, resource }: Extract<HarvestOrigin, { kind: 'tabular' }>,
  fetching: Fetching,
): Promise<Fetched> {
  const { client, headers, secret, signal, tell, path, dialect } = fetching;
  const first = below(
    api,
    `api/resources/${encodeURIComponent(resource)}/data/?page=1&page_size=${PAGE_SIZE}`,
  );
  // What is a list here was JSON in a cell of the file.
  const text = new TableText(dialect, first, 'json');
  let records = 0;
  let total: number | undefined;
  const made = await madeFile(path, { url: first, most: client.bounds.bytes }, async (sink) => {
    const seen = new Set<string>();
    for (let url: string | undefined = first; url !== undefined; ) {
      if (seen.has(url) || seen.size >= client.bounds.pages) throw pagesInCircle(first);
      seen.add(url);
      const page = await askJson(client, { url, headers, secret }, signal);
      const rows = objectsAt(page, 'data');
      if (rows === undefined) throw otherShape(url, 'data');
      await sink.write(text.rows(rows.map(withoutNumber)));
      records += rows.length;
      total = numberAt(objectAt(page, 'meta'), 'total') ?? total;
      tell?.(records, total);
      url = rows.length === 0 ? undefined : nextOf(page, url);
    }
  });
  return {
    kind: 'fetched',
    ...made,
    from: first,
    notes: [],
    ...(total !== undefined && { records: total }),
  };
}

/** The API numbers rows itself: what is no column of the table is left out. */
const withoutNumber = ({ __id: _, ...record }: JsonObject): JsonObject => record;

function nextOf(page: unknown, url: string): string | undefined {
  const next = textAt(objectAt(page, 'links'), 'next');
  if (next === undefined || !URL.canParse(next, url)) return undefined;
  const address = new URL(next, url);
  if (address.host !== new URL(url).host) throw elsewhere(address.href);
  return address.href;
}
