import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeShared, SHARED } from '../shared.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';

/** An open file of all museums, of which this project publishes some: what is not published must not be matched. */
const FILE = 'data/real/museofile-2020.csv';
/** Rows of museums that are not published. */
const OTHERS = 200;
const BATCH = 50;

interface Row {
  readonly identifier: string;
  readonly name: string;
  readonly town: string;
}
interface Quality {
  readonly precision: number;
  readonly recall: number;
  /** Share of what is published that is among the first five candidates. */
  readonly proposed: number;
}

let site: ShippedSite;

/** Rows of a file with semicolons and quotes: as much of CSV as this one needs. */
function rowsOf(text: string): readonly Row[] {
  const records = [...text.matchAll(/((?:"(?:[^"]|"")*"|[^"\n])*)(?:\n|$)/g)].map(
    ([, record = '']) => record,
  );
  const cells = records.map((record) =>
    [...record.matchAll(/(?:^|;)("(?:[^"]|"")*"|[^;]*)/g)].map(([, cell = '']) =>
      cell.replace(/^"|"$/g, '').replaceAll('""', '"').trim(),
    ),
  );
  const [header = [], ...rest] = cells;
  const at = (name: string) => header.indexOf(name);
  const [identifier, name, town] = [at('Identifiant'), at('Nom officiel'), at('Ville')];
  return rest
    .map((row) => ({ identifier: row[identifier] ?? '', name: row[name] ?? '', town: row[town] ?? '' }))
    .filter((row) => /^M\d/.test(row.identifier) && row.name !== '');
}

async function candidates(rows: readonly Row[], withTown: boolean) {
  const queries = rows.map(({ name, town }, at) => [
    `q${at}`,
    { query: name, limit: 5, ...(withTown && { properties: [{ pid: 'schema:addressLocality', v: town }] }) },
  ]);
  const answer = await site.server.ask('/reconcile/musees', {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ queries: JSON.stringify(Object.fromEntries(queries)) }).toString(),
  });
  const results = JSON.parse(answer.text) as Record<string, { result: { id: string; match: boolean }[] }>;
  return rows.map((row, at) => ({ row, result: results[`q${at}`]?.result ?? [] }));
}

async function qualityOf(
  rows: readonly Row[],
  published: ReadonlySet<string>,
  withTown: boolean,
): Promise<Quality> {
  const all: Awaited<ReturnType<typeof candidates>> = [];
  for (let from = 0; from < rows.length; from += BATCH)
    all.push(...(await candidates(rows.slice(from, from + BATCH), withTown)));
  const matched = all.flatMap(({ row, result }) =>
    result.filter(({ match }) => match).map(({ id }) => id === `musees/${row.identifier}`),
  );
  const right = matched.filter((isRight) => isRight).length;
  const known = all.filter(({ row }) => published.has(row.identifier));
  const proposed = known.filter(({ row, result }) =>
    result.some(({ id }) => id === `musees/${row.identifier}`),
  );
  return {
    precision: right / matched.length,
    recall: right / known.length,
    proposed: proposed.length / known.length,
  };
}

const told = ({ precision, recall, proposed }: Quality): string =>
  [precision, recall, proposed].map((share) => `${(100 * share).toFixed(1)} %`).join(', ');

describeShared(FILE)('Names of a real table', () => {
  beforeAll(async () => {
    site = await serveShipped();
  }, 240_000);

  afterAll(() => site.close());

  it('are matched with certainty where nothing else is meant, and proposed otherwise', async () => {
    const rows = rowsOf(readFileSync(join(SHARED, FILE), 'utf8'));
    const csv = (await site.server.ask('/api/search.csv?dataset=musees')).text;
    const published = new Set(
      [...csv.matchAll(/\/id\/musees\/(M\d+)/g)].map(([, identifier = '']) => identifier),
    );
    const ours = rows.filter(({ identifier }) => published.has(identifier));
    const others = rows.filter(({ identifier }) => !published.has(identifier)).slice(0, OTHERS);
    expect([ours.length > 100, others.length]).toEqual([true, OTHERS]);
    const byName = await qualityOf([...ours, ...others], published, false);
    const withTown = await qualityOf([...ours, ...others], published, true);
    process.stdout.write(
      `Reconciliation of ${ours.length} + ${OTHERS} museums (precision, recall of matches; among five): names ${told(byName)}; with towns ${told(withTown)}\n`,
    );
    expect(byName.precision).toBeGreaterThan(0.9);
    expect(byName.recall).toBeGreaterThan(0.7);
    expect(withTown.precision).toBeGreaterThan(0.98);
    expect(withTown.recall).toBeGreaterThan(0.9);
    expect(withTown.proposed).toBeGreaterThan(0.95);
  }, 240_000);
});
