import { existsSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { OriginIndex, ResourceFinder, ResourceIndex } from '../model/index.ts';
import { BlockPacker } from './description-block.ts';
import { SqliteOrigins } from './origins/sqlite-origins.ts';
import { ResourceDirectory } from './resource-directory.ts';
import { READ_PRAGMAS, SCHEMA_VERSION } from './schema.ts';
import { isSealed } from './seal.ts';
import { SqliteIndex } from './sqlite-index.ts';

/** An open index, or why there is none: it is a cache, and the remedy is always to build it. */
export type OpenedIndex =
  | { readonly kind: 'open'; readonly index: ResourceIndex & ResourceFinder; readonly origins: OriginIndex }
  | { readonly kind: 'missing' }
  /** Made by another version, or from another release. */
  | { readonly kind: 'stale' }
  | { readonly kind: 'corrupt'; readonly reason: string };

/**
 * Opens an index that may have been damaged since it was made: every octet is read first, a third of a second a
 * gigabyte of the processor's time, in small steps.
 * @param fingerprint what `buildIndex` was given; absent: any release's will do
 */
export async function openWholeIndex(file: string, fingerprint?: string): Promise<OpenedIndex> {
  if (!existsSync(file)) return { kind: 'missing' };
  try {
    if (!(await isSealed(file)))
      return { kind: 'corrupt', reason: 'its octets are not those that were written' };
  } catch (error) {
    return { kind: 'corrupt', reason: (error as Error).message };
  }
  return openIndex(file, fingerprint);
}

/**
 * Opens the index of a release for reading, one that was just made: of damage it finds only some.
 * @param fingerprint what `buildIndex` was given; absent: any release's will do
 */
export function openIndex(file: string, fingerprint?: string): OpenedIndex {
  if (!existsSync(file)) return { kind: 'missing' };
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { readOnly: true });
    const outcome = opened(database, file, fingerprint);
    if (outcome.kind !== 'open') database.close();
    return outcome;
  } catch (error) {
    database?.close();
    return { kind: 'corrupt', reason: (error as Error).message };
  }
}

function opened(database: DatabaseSync, file: string, fingerprint: string | undefined): OpenedIndex {
  const pragma = (name: string) => Number(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
  if (pragma('user_version') !== SCHEMA_VERSION) return { kind: 'stale' };
  if (pragma('page_count') * pragma('page_size') !== statSync(file).size)
    return { kind: 'corrupt', reason: 'the file is shorter or longer than it says' };
  const meta = new Map(
    database
      .prepare('SELECT key, value FROM meta')
      .all()
      .map((row) => [row['key'], row['value']]),
  );
  if (fingerprint !== undefined && meta.get('fingerprint') !== fingerprint) return { kind: 'stale' };
  const dictionary = meta.get('dictionary');
  if (!(dictionary instanceof Uint8Array)) return { kind: 'corrupt', reason: 'it has no dictionary' };
  const packer = new BlockPacker(dictionary);
  // Another Node may pack otherwise: the first block tells whether all can be read.
  const block = database.prepare('SELECT block FROM descriptions LIMIT 1').get()?.['block'];
  if (block instanceof Uint8Array) packer.unpack(block);
  database.exec(READ_PRAGMAS);
  const directory = new ResourceDirectory(database);
  const index = new SqliteIndex(database, { base: String(meta.get('base')), packer, directory });
  return { kind: 'open', index, origins: new SqliteOrigins(database, directory) };
}
