import { resolve } from 'node:path';
import { rml } from '../../rdf/index.ts';
import type { RmlDocument } from './node.ts';

/** Folders that relative paths are resolved against. */
export interface Folders {
  readonly mapping: string;
  readonly working: string;
}

/** The folders of a document; kept beside it so that nodes can be read anywhere. */
const FOLDERS = new WeakMap<RmlDocument, Folders>();

export const setFolders = (document: RmlDocument, folders: Folders): void =>
  void FOLDERS.set(document, folders);

/** A relative path: `rml:MappingDirectory` and `rml:CurrentWorkingDirectory` name folders, a text is a folder itself. */
export function resolvePath(
  path: string,
  root: string | undefined,
  document: RmlDocument,
  use: 'source' | 'target',
): string {
  const folders = FOLDERS.get(document) ?? { mapping: '.', working: '.' };
  if (root === rml.MappingDirectory) return resolve(folders.mapping, path);
  if (root === undefined || root === rml.CurrentWorkingDirectory)
    return resolve(use === 'source' && root === undefined ? folders.mapping : folders.working, path);
  return resolve(folders.mapping, root, path);
}
