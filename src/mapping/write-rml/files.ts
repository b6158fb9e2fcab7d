import { relative, resolve } from 'node:path';
import type { Compression, CsvDialect, Source } from '../../model/index.ts';
import { csvw, rml, xsd } from '../../rdf/index.ts';
import type { QuerySourceRule, TargetRule } from '../rules.ts';
import { block, iriValue, literalValue, type Statements, type TurtleValue, textValue } from './turtle.ts';

const FORMULATIONS: Readonly<Record<Source['format'], string>> = {
  csv: rml.CSV,
  json: rml.JSONPath,
  xml: rml.XPath,
};

const COMPRESSIONS: Readonly<Record<Compression, string>> = {
  none: rml.none,
  gzip: rml.gzip,
  zip: rml.zip,
  'tar.gz': rml.targz,
  'tar.xz': rml.tarxz,
};

const NAMESPACE = `${rml.namespace}namespace`;

/** A file as a logical source (RML-IO). @param folder where the mapping will stand */
export function sourceStatements(source: Source, folder: string): Statements {
  const { path, shown, format, iterator, namespaces, dialect, compression } = source;
  // Where nothing is told, the empty text counts as absent.
  const nulls = source.nulls ?? [''];
  const access = block(
    ['a', [iriValue(rml.RelativePathSource)]],
    ...pathStatements(path, shown, folder),
    encodingStatement(dialect.encoding),
    [rml.compression, compression === undefined ? [] : [iriValue(COMPRESSIONS[compression])]],
    [rml.null, nulls.map(textValue)],
    ...(format === 'csv' ? dialectStatements(dialect, path) : []),
  );
  return [
    ['a', [iriValue(rml.LogicalSource)]],
    [rml.source, [access]],
    [rml.referenceFormulation, [formulation(format, namespaces)]],
    [rml.iterator, iterator === undefined ? [] : [textValue(iterator)]],
  ];
}

/** A query on an RDF file as a logical source. */
export const queryStatements = (rule: QuerySourceRule, folder: string): Statements => [
  ['a', [iriValue(rml.LogicalSource)]],
  [
    rml.source,
    [
      block(['a', [iriValue(rml.RelativePathSource)]], ...pathStatements(rule.path, rule.shown, folder), [
        rml.null,
        rule.nulls.map(textValue),
      ]),
    ],
  ],
  [rml.referenceFormulation, [iriValue(rule.results)]],
  [rml.iterator, [textValue(rule.query)]],
];

/** A format; XPath with its namespaces. */
export function formulation(
  format: Source['format'],
  namespaces: Readonly<Record<string, string>> = {},
): TurtleValue {
  const declared = Object.entries(namespaces);
  if (format !== 'xml' || declared.length === 0) return iriValue(FORMULATIONS[format]);
  return block(
    ['a', [iriValue(rml.XPathReferenceFormulation)]],
    [
      NAMESPACE,
      declared.map(([prefix, namespace]) =>
        block([rml.namespacePrefix, [textValue(prefix)]], [rml.namespaceURL, [textValue(namespace)]]),
      ),
    ],
  );
}

/** Paths stay as they were written where they can. */
function pathStatements(path: string, shown: string, folder: string): Statements {
  const isHere = resolve(folder, shown) === path;
  const root = !isHere && path.endsWith(`/${shown}`) ? path.slice(0, -shown.length) : undefined;
  return [
    [rml.root, [root === undefined ? iriValue(rml.MappingDirectory) : textValue(root)]],
    [rml.path, [textValue(isHere || root !== undefined ? shown : path)]],
  ];
}

const encodingStatement = (encoding: string): Statements[number] => [
  rml.encoding,
  encoding === 'utf-8' ? [] : [iriValue(rml.namespace + encoding.toUpperCase())],
];

/** What is not as RFC 4180 has it, as a dialect of CSV on the Web. */
function dialectStatements(dialect: CsvDialect, path: string): Statements {
  const flag = (value: boolean | undefined): readonly TurtleValue[] =>
    value === undefined ? [] : [{ kind: 'text', text: String(value) }];
  const { delimiter, quote, commentPrefix, header, skipRows, trim, doubleQuote, lineTerminators } = dialect;
  const statements: Statements = [
    [csvw.delimiter, delimiter === (path.endsWith('.tsv') ? '\t' : ',') ? [] : [textValue(delimiter)]],
    [csvw.quoteChar, quote === '"' ? [] : [textValue(quote)]],
    [csvw.commentPrefix, commentPrefix === undefined ? [] : [textValue(commentPrefix)]],
    [csvw.doubleQuote, flag(doubleQuote)],
    [csvw.header, flag(header)],
    [csvw.skipRows, skipRows === undefined ? [] : [literalValue(String(skipRows), `^^<${xsd.integer}>`)]],
    [csvw.trim, trim === undefined ? [] : typeof trim === 'string' ? [textValue(trim)] : flag(trim)],
    [csvw.lineTerminators, (lineTerminators ?? []).map(textValue)],
  ];
  const told = statements.filter(([, values]) => values.length > 0);
  if (told.length === 0) return [];
  return [[csvw.dialect, [block(['a', [iriValue(csvw.Dialect)]], ...told)]]];
}

/** A file as a logical target (RML-IO). */
export function targetStatements(target: TargetRule, folder: string): Statements {
  const way = relative(folder, target.path);
  const path = way.startsWith('..') ? target.path : way;
  return [
    ['a', [iriValue(rml.LogicalTarget)]],
    [
      rml.target,
      [
        block(
          ['a', [iriValue(rml.RelativePathSource)]],
          [rml.root, [iriValue(rml.MappingDirectory)]],
          [rml.path, [textValue(path)]],
        ),
      ],
    ],
    [rml.serialization, [iriValue(target.serialization)]],
    encodingStatement(target.encoding),
    [rml.compression, target.compression === 'none' ? [] : [iriValue(COMPRESSIONS[target.compression])]],
  ];
}
