import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createWebClient, type HarvestRequest, harvestSource } from '../../../src/harvest/index.ts';
import { DEFAULT_FALL, type HarvestOrigin, type Source } from '../../../src/model/index.ts';
import { FETCHER, scratch } from './portal.ts';

/** A declared source in a folder of its own. */
export interface World {
  readonly source: HarvestRequest['source'];
  readonly path: string;
  /** Names of the files beside the kept copy, it included. */
  files(): readonly string[];
  kept(): string;
  state(): Record<string, unknown>;
  run(more?: Partial<HarvestRequest>): ReturnType<typeof harvestSource>;
}

export function world(
  from: HarvestOrigin,
  more: Partial<Source> & { readonly name?: string; readonly fall?: number; readonly keeps?: string } = {},
): World {
  const { name = 'x.csv', fall = DEFAULT_FALL, keeps, ...rest } = more;
  const path = join(scratch(), 'source', name);
  mkdirSync(dirname(path), { recursive: true });
  if (keeps !== undefined) writeFileSync(path, keeps);
  const source: HarvestRequest['source'] = {
    path,
    shown: `source/${name}`,
    format: 'csv',
    dialect: { delimiter: ',', quote: '"', encoding: 'utf-8' },
    namespaces: {},
    harvest: { from, fall, mediaTypes: [], headers: [] },
    ...rest,
  };
  return {
    source,
    path,
    files: () => readdirSync(dirname(path)).sort(),
    kept: () => readFileSync(path, 'utf8'),
    state: () => JSON.parse(readFileSync(`${path}.harvest.json`, 'utf8')),
    async run(more = {}) {
      const client = more.client ?? createWebClient(FETCHER);
      try {
        return await harvestSource({ source, client, secrets: new Map(), ...more });
      } finally {
        if (more.client === undefined) await client.close();
      }
    },
  };
}

/** A table of so many museums. */
export const table = (rows: number, header = 'ref,nom'): string =>
  `${header}\n${Array.from({ length: rows }, (_, row) => `M${row},Musée ${row}\n`).join('')}`;
