import type { Compression, CsvDialect, Source, SourceFormat } from '../../model/index.ts';
import { rml } from '../../rdf/index.ts';
import type { LogicalSourceRule, QuerySourceRule, SourceRule } from '../rules.ts';
import { badSource, cycle } from './complaints.ts';
import { resolvePath } from './folders.ts';
import { formatOf, namespacesOf } from './formats.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { isQuery, readQuery } from './queries.ts';
import { readView } from './views.ts';

const COMPRESSIONS: Readonly<Record<string, Compression>> = {
  [rml.none]: 'none',
  [rml.gzip]: 'gzip',
  [rml.zip]: 'zip',
  [rml.targz]: 'tar.gz',
  [rml.tarxz]: 'tar.xz',
};

export const compressionOf = (node: RmlNode | undefined): Compression | undefined =>
  node ? COMPRESSIONS[node.term.value] : undefined;

/** `rml:UTF-8` → `utf-8`; UTF-16 is read by its byte order mark, little-endian without. */
export function encodingOf(node: RmlNode | undefined): string | undefined {
  return node?.term.value.replace(rml.namespace, '').toLowerCase();
}

/** An abstract logical source: a file or a view. `path` holds the views being read, to find cycles. */
export function readSource(
  node: RmlNode,
  document: RmlDocument,
  path: readonly RmlNode[] = [],
): SourceRule | undefined {
  if (path.includes(node)) {
    document.complain(node.place, ...cycle(node.term.value));
    return undefined;
  }
  return node.value(rml.viewOn)
    ? readView(node, document, (one) => readSource(one, document, [...path, node]))
    : readFile(node, document);
}

function readFile(node: RmlNode, document: RmlDocument): LogicalSourceRule | QuerySourceRule | undefined {
  const access = node.value(rml.source);
  const path = access?.term.termType === 'Literal' ? access.term.value : access?.value(rml.path)?.term.value;
  if (access !== undefined && path !== undefined && isQuery(node))
    return readQuery(node, { access, path }, document);
  const format = formatOf(node.value(rml.referenceFormulation)) ?? formatByName(path);
  if (access === undefined || path === undefined || format === undefined) {
    document.complain(
      node.place,
      ...badSource(
        access === undefined ? 'rml:source' : path === undefined ? 'rml:path' : 'rml:referenceFormulation',
      ),
    );
    return undefined;
  }
  const source = describe(node, access, { path, format }, document);
  return { kind: 'source', id: JSON.stringify(source), place: node.place, source };
}

const formatByName = (path: string | undefined): SourceFormat | undefined =>
  (({ csv: 'csv', tsv: 'csv', json: 'json', geojson: 'json', xml: 'xml' }) as const)[
    path?.split('.').at(-1)?.toLowerCase() as 'csv'
  ];

function describe(
  node: RmlNode,
  access: RmlNode,
  { path, format }: { path: string; format: SourceFormat },
  document: RmlDocument,
): Source {
  const formulation = node.value(rml.referenceFormulation);
  const iterator = node.value(rml.iterator)?.term.value;
  const compression = compressionOf(access.value(rml.compression) ?? node.value(rml.compression));
  const nulls = [...access.values(rml.null), ...node.values(rml.null)].map(({ term }) => term.value);
  return {
    path: resolvePath(path, access.value(rml.root)?.term.value, document, 'source'),
    shown: path,
    format,
    dialect: dialectOf(path, encodingOf(access.value(rml.encoding) ?? node.value(rml.encoding))),
    namespaces: namespacesOf(formulation),
    nulls,
    strict: true,
    ...(iterator === undefined ? {} : { iterator }),
    ...(compression === undefined ? {} : { compression }),
  };
}

const dialectOf = (path: string, encoding = 'utf-8'): CsvDialect => ({
  delimiter: path.endsWith('.tsv') ? '\t' : ',',
  quote: '"',
  encoding,
});
