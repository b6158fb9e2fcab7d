import { dirname } from 'node:path';
import { childOf, textOf, type YamlNode } from '../../documents/index.ts';
import type { Bilingual, Complaint, Place } from '../../model/index.ts';
import { PREFIXES } from '../../rdf/index.ts';
import { FUNCTION_PREFIXES } from '../functions/index.ts';
import { FUNCTIONS_NAMESPACE } from '../functions/namespace.ts';
import type { Folders } from '../rml/folders.ts';
import type { Prefixes } from './prefixes.ts';
import { RDFA_PREFIXES } from './rdfa-prefixes.ts';

/** What reading any part of a YARRRML document needs. */
export interface YarrrmlDocument {
  readonly root: YamlNode;
  readonly prefixes: Prefixes;
  /** Prefixes that the document itself declares: XPath may use them. */
  readonly ownPrefixes: Readonly<Record<string, string>>;
  /** Values of references that lead outside the data: `$(_name)`. */
  readonly externals: ReadonlyMap<string, string>;
  readonly folders: Folders;
  readonly complaints: Complaint[];
  complain(place: Place, found: Bilingual, remedy: Bilingual): void;
}

/** @param folders against which paths are resolved; absent: that of the mapping */
export function openDocument(
  root: YamlNode,
  file: string,
  base: string,
  folders: Folders = { mapping: dirname(file), working: dirname(file) },
): YarrrmlDocument {
  const complaints: Complaint[] = [];
  const own = textsOf(childOf(root, 'prefixes'));
  const platform: [string, string][] = [
    ['id', `${base}id/`],
    ['def', `${base}def/`],
    ['cim', FUNCTIONS_NAMESPACE],
  ];
  const standard = Object.entries({ ...RDFA_PREFIXES, ...PREFIXES, ...FUNCTION_PREFIXES });
  return {
    root,
    prefixes: new Map([...standard, ...platform, ...own]),
    ownPrefixes: Object.fromEntries(own),
    externals: new Map(textsOf(childOf(root, 'external'))),
    folders,
    complaints,
    complain: (place, found, remedy) => void complaints.push({ place, found, remedy }),
  };
}

const textsOf = (node: YamlNode | undefined): readonly [string, string][] =>
  node?.kind === 'map' ? node.entries.map(({ key, node: value }) => [key, textOf(value) ?? '']) : [];
