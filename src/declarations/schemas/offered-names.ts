import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childOf, itemsOf, parseYaml, textOf } from '../../documents/index.ts';
import { declaredPath, platformFile } from '../layers.ts';
import type { OfferedNames } from './dataset-schema.ts';

/** What every project can name of the platform's: its files of shapes, and the datasets that its own look up in. */
export async function offeredNames(): Promise<OfferedNames> {
  const folder = (name: string) => declaredPath('', platformFile(name));
  const shapes = (await readdir(folder('shapes'))).filter((name) => name.endsWith('.ttl')).sort();
  const data = await readdir(folder('data'), { withFileTypes: true });
  const slugs = data.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const named = await Promise.all(
    slugs.map((slug) => vocabulariesIn(join(folder('data'), slug, 'dataset.yml'))),
  );
  return { shapes, vocabularies: [...new Set(named.flat())].sort() };
}

async function vocabulariesIn(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  const parsed = parseYaml(text, path);
  const named = parsed.kind === 'parsed' ? childOf(parsed.node, 'vocabularies') : undefined;
  return itemsOf(named).flatMap((one) => textOf(one) ?? []);
}
