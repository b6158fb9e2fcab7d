import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childOf, parseYaml, textOf } from '../documents/index.ts';
import { isBaseIri } from '../rdf/index.ts';

const FILE = 'data/site.yml';

/**
 * The base of everything that a project publishes, as its `data/site.yml` says it; undefined where it says nothing that
 * could be one. What is wrong with the file is complained of where the project is loaded, which a small mapping need
 * not wait for.
 */
export async function declaredBase(root: string): Promise<string | undefined> {
  const text = await readFile(join(root, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = parseYaml(text, FILE);
  const base = parsed.kind === 'parsed' ? textOf(childOf(parsed.node, 'base'))?.trim() : undefined;
  return base !== undefined && isBaseIri(base) ? base : undefined;
}
