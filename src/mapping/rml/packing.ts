import { type Compression, isEncodingLabel } from '../../model/index.ts';
import { rml } from '../../rdf/index.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { notAmong, unknownEncoding } from './source-complaints.ts';

const COMPRESSIONS: Readonly<Record<string, Compression>> = {
  [rml.none]: 'none',
  [rml.gzip]: 'gzip',
  [rml.zip]: 'zip',
  [rml.targz]: 'tar.gz',
  [rml.tarxz]: 'tar.xz',
};

/** `rml:compression` of a source or target; an unknown one is complained of. */
export function compressionOf(node: RmlNode | undefined, document: RmlDocument): Compression | undefined {
  if (node === undefined) return undefined;
  const compression = COMPRESSIONS[node.term.value];
  if (compression === undefined)
    document.complain(node.place, ...notAmong('rml:compression', node.term.value, Object.keys(COMPRESSIONS)));
  return compression;
}

/**
 * `rml:encoding` of a source or target: `rml:UTF-8` → `utf-8`. The vocabulary is open: `rml:windows-1252` and the text
 * "windows-1252" are read alike. UTF-16 is read by its byte order mark, little-endian without.
 */
export function encodingOf(node: RmlNode | undefined, document: RmlDocument): string | undefined {
  if (node === undefined) return undefined;
  const label = node.term.value.replace(rml.namespace, '').toLowerCase();
  if (isEncodingLabel(label)) return label;
  document.complain(node.place, ...unknownEncoding(label));
  return undefined;
}
