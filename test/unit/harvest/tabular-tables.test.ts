import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openSource } from '../../../src/sources/index.ts';
import { describeShared, SHARED } from '../../shared.ts';
import { world } from './harvesting.ts';
import { openPortal, send } from './portal.ts';

const SQL = 'fixtures/tabular-api/db/initdb/0-init.sql';

interface SqlTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of a dump of PostgreSQL, by its name. */
function tableOf(name: string): SqlTable {
  const text = readFileSync(join(SHARED, SQL), 'utf8');
  const found = new RegExp(
    `^COPY "csvapi"\\.${name} \\((.*)\\) FROM stdin;\n([\\s\\S]*?)\n\\\\\\.$`,
    'm',
  ).exec(text);
  const columns = [...(found?.[1] ?? '').matchAll(/"((?:[^"]|"")*)"|([^, "]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
  return { columns, rows: (found?.[2] ?? '').split('\n').map((line) => line.split('\t')) };
}

/** Records as the API types them: numbers, booleans and JSON are no texts. */
const recordsOf = ({ columns, rows }: SqlTable): readonly Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, typed(row[at] ?? '')])));

const typed = (text: string): unknown =>
  /^(-?\d+(\.\d+)?|\[.*\])$/.test(text) ? JSON.parse(text) : ({ True: true, False: false }[text] ?? text);

describeShared(SQL)('Tables of udata’s tabular API', () => {
  /** Answers as the API’s description has it: `data`, `links`, `meta`. */
  const apiOf = async (records: readonly object[]) => {
    let url = '';
    const portal = await openPortal((request, response) => {
      const { searchParams } = new URL(request.url ?? '', 'http://x');
      const page = Number(searchParams.get('page'));
      const size = Number(searchParams.get('page_size'));
      const link = (to: number) => `${url}api/resources/r1/data/?page=${to}&page_size=${size}`;
      send(
        JSON.stringify({
          data: records.slice((page - 1) * size, page * size),
          links: {
            profile: `${url}api/resources/r1/profile/`,
            swagger: `${url}api/resources/r1/swagger/`,
            next: page * size < records.length ? link(page + 1) : null,
            prev: page > 1 ? link(page - 1) : null,
          },
          meta: { page, page_size: size, total: records.length },
        }),
        { 'content-type': 'application/json' },
      )(request, response);
    });
    url = portal.url;
    return portal;
  };

  it('come whole over several pages, with every value', async () => {
    const found = tableOf('eb7a008177131590c2f1a2ca0');
    const portal = await apiOf(recordsOf(found));
    const one = world({ kind: 'tabular', api: portal.url, resource: 'r1' });
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: found.rows.length });
    expect(portal.asked).toHaveLength(Math.ceil(found.rows.length / 200));
    const lines = one.kept().trimEnd().split('\n');
    expect(lines[0]).toBe(found.columns.slice(1).join(','));
    const [, id, score, count] = found.rows.at(-1) ?? [];
    expect(lines.at(-1)).toContain(`${id},${score},${count},`);
  });

  it('keep names that are hard to write', async () => {
    const found = tableOf('a6311c164ebfb165ddc828ded');
    const portal = await apiOf(recordsOf(found));
    const one = world({ kind: 'tabular', api: portal.url, resource: 'r1' });
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 4 });
    const { columns } = await openSource(one.source);
    expect(columns).toEqual(found.columns.slice(1));
    expect(columns).toContain('nom "propre"');
  });
});
