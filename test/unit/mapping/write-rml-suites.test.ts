import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import type { Mapping } from '../../../src/mapping/rules.ts';
import { writeRml } from '../../../src/mapping/write-rml/index.ts';
import { SHARED } from '../../shared.ts';

const BASE = 'http://example.com/';
const MODULES = ['core', 'io', 'fnml', 'lv', 'cc'];

/** A mapping without what rewriting changes: places, and names of nodes, numbered as they come. */
function withoutNames({ rules }: Mapping): unknown {
  const names = new Map(rules.map(({ name }, index) => [name, `rule ${index}`]));
  const ids = new Map<string, string>();
  const numbered = (id: string) => {
    if (!ids.has(id)) ids.set(id, `node ${ids.size}`);
    return ids.get(id);
  };
  return JSON.parse(
    JSON.stringify(rules, (key, value: unknown) => {
      if (key === 'place') return undefined;
      if (key === 'id') return numbered(String(value));
      if (key === 'name' || key === 'parent') return names.get(String(value)) ?? value;
      return value instanceof Map ? [...value] : value;
    }),
  );
}

const mappingsOf = (module: string): readonly string[] => {
  const suite = join(SHARED, `suites/rml-${module}/test-cases`);
  if (!existsSync(suite)) return [];
  return readdirSync(suite)
    .map((name) => join(suite, name, 'mapping.ttl'))
    .filter((file) => existsSync(file));
};

describe('RML that is written', () => {
  it.each(MODULES)('reads back as the same rules, for every sound mapping of the suite %s', (module) => {
    const differing: string[] = [];
    for (const file of mappingsOf(module)) {
      const folders = { mapping: join(file, '..'), working: join(file, '..') };
      const first = parseRml(readFileSync(file, 'utf8'), file, BASE, folders);
      if (first.kind === 'refused') continue;
      const text = writeRml(first.mapping);
      const second = parseRml(text, file, BASE, folders);
      if (second.kind === 'refused') differing.push(`${file}\n${JSON.stringify(second.complaints)}\n${text}`);
      else expect([file, withoutNames(second.mapping)]).toEqual([file, withoutNames(first.mapping)]);
    }
    expect(differing).toEqual([]);
  });
});
