import { mapSource, parseMapping } from '../../../src/mapping/index.ts';
import {
  complaintText,
  type MappingReport,
  type RecordSource,
  type Vocabulary,
} from '../../../src/model/index.ts';
import { parseLines, type RDF } from '../../../src/rdf/index.ts';

export const BASE = 'http://localhost:3000/';
export const GRAPH = `${BASE}dataset/x`;

type Row = Readonly<Record<string, string>>;

/** A table in memory: the columns are those of the first row. Lines are rows plus one, as in a file with a header. */
export function tableOf(
  rows: readonly Row[],
  columns: readonly string[] = Object.keys(rows[0] ?? {}),
): RecordSource {
  return {
    shown: '/x.csv',
    columns,
    faults: [],
    iterator: () => () => [],
    parse: () => ({}),
    reference: (name) => (record) => [(record as Row)[name] ?? ''].filter((value) => value !== ''),
    async *records() {
      yield rows.map((record, index) => ({ record, row: index + 1, line: index + 2, offset: 0 }));
    },
  };
}

/** The mapping of a YARRRML text, which must be sound. */
export function mappingOf(yarrrml: string) {
  const parsed = parseMapping(yarrrml, 'mapping.yml', BASE);
  if (parsed.kind === 'refused')
    throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join('\n'));
  return parsed.mapping;
}

/** Complaints as `line:column`, with their texts. */
export function complaintsOf(yarrrml: string) {
  const parsed = parseMapping(yarrrml, 'mapping.yml', BASE);
  return parsed.kind === 'parsed' ? [] : parsed.complaints;
}

export interface Mapped {
  readonly text: string;
  /** Lines without their graph and final dot. */
  readonly lines: readonly string[];
  readonly quads: readonly RDF.Quad[];
  readonly report: MappingReport;
}

/** Runs a mapping on a source to its end. */
export async function run(
  yarrrml: string,
  source: RecordSource | readonly Row[],
  vocabularies: ReadonlyMap<string, Vocabulary> = new Map(),
): Promise<Mapped> {
  const records = 'records' in source ? source : tableOf(source);
  const running = mapSource({
    mapping: mappingOf(yarrrml),
    source: records,
    base: BASE,
    graph: GRAPH,
    vocabularies,
  });
  const texts: string[] = [];
  for await (const { nquads } of running.chunks) texts.push(Buffer.from(nquads).toString());
  const text = texts.join('');
  const lines = text.split('\n').filter((line) => line !== '');
  return {
    text,
    lines: lines.map((line) => line.replace(` <${GRAPH}> .`, '')),
    quads: parseLines(lines),
    report: running.report(),
  };
}

/** A mapping of one rule about `id:x/$(ref)` with these lines below `po:`. */
export const ruleOf = (...pairs: readonly string[]): string =>
  ['mappings:', '  x:', '    s: id:x/$(ref)', '    po:', ...pairs.map((pair) => `      ${pair}`)].join('\n');
