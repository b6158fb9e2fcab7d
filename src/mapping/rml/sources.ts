import type { Source, SourceFormat } from '../../model/index.ts';
import { csvw, rdf, rml } from '../../rdf/index.ts';
import type { LogicalSourceRule, QuerySourceRule, SourceRule } from '../rules.ts';
import { badSource, cycle } from './complaints.ts';
import { dialectOf, nullsOf } from './dialect.ts';
import { resolvePath } from './folders.ts';
import { FORMULATIONS, formatOf, namespacesOf } from './formats.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { compressionOf, encodingOf } from './packing.ts';
import { isQuery, readQuery } from './queries.ts';
import { notAmong, onlyFiles } from './source-complaints.ts';
import { readView } from './views.ts';

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
  const path = access && pathOf(access, document);
  if (access !== undefined && path !== undefined && isQuery(node))
    return readQuery(node, { access, path }, document);
  const format = readFormat(node, access, path, document);
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

/** A text, `rml:path`, or `csvw:url` of a table of CSV on the Web. */
function pathOf(access: RmlNode, document: RmlDocument): string | undefined {
  if (access.term.termType === 'Literal') return access.term.value;
  const path = access.value(rml.path);
  if (path) return path.term.value;
  const url = access.value(csvw.url);
  if (url && /^[a-z][a-z0-9+.-]*:\/\//i.test(url.term.value))
    document.complain(url.place, ...onlyFiles(url.term.value));
  return url?.term.value;
}

/** By the reference formulation, else by what the file is called or said to be. */
function readFormat(
  node: RmlNode,
  access: RmlNode | undefined,
  path: string | undefined,
  document: RmlDocument,
): SourceFormat | undefined {
  const formulation = node.value(rml.referenceFormulation);
  const format = formatOf(formulation);
  if (format !== undefined) return format;
  if (formulation && path !== undefined)
    document.complain(
      formulation.place,
      ...notAmong('rml:referenceFormulation', formulation.term.value, FORMULATIONS),
    );
  const isTable =
    access?.value(csvw.dialect) ?? access?.values(rdf.type).some(({ term }) => term.value === csvw.Table);
  return formatByName(path) ?? (isTable ? 'csv' : undefined);
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
  const told = (property: string) => access.value(property) ?? node.value(property);
  const compression = compressionOf(told(rml.compression), document);
  const encoding = encodingOf(told(rml.encoding), document);
  const isTabbed = path.endsWith('.tsv');
  const dialect = dialectOf([access, node], { isTabbed, isTable: format === 'csv' }, document);
  const nulls = [...access.values(rml.null), ...node.values(rml.null)].map(({ term }) => term.value);
  return {
    path: resolvePath(path, access.value(rml.root)?.term.value, document, 'source'),
    shown: path,
    format,
    // What RML says of a source takes precedence over what CSVW says.
    dialect: encoding === undefined ? dialect : { ...dialect, encoding },
    namespaces: namespacesOf(formulation),
    nulls: [...nulls, ...nullsOf([access, node])],
    strict: true,
    ...(iterator === undefined ? {} : { iterator }),
    ...(compression === undefined ? {} : { compression }),
  };
}
