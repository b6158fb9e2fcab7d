import type { Project } from '../../src/declarations/index.ts';
import { mapSource } from '../../src/mapping/index.ts';
import { datasetIri, type RecordSource, type Vocabulary } from '../../src/model/index.ts';
import { utf8Text } from '../../src/rdf/index.ts';
import { checkProject } from '../../src/release/index.ts';
import { openSource } from '../../src/sources/index.ts';

/** One record of a source, with other texts in some of its columns. */
export interface OneRecord {
  readonly row: number;
  readonly altered?: ReadonlySet<string>;
}

/** What stands in an altered cell. */
const ALTERED = 'Zzyzx 1234';

/** Maps single records of a project's datasets. */
export async function recordMapper(
  project: Project,
  base: string,
  vocabularies: ReadonlyMap<string, Vocabulary>,
) {
  const checking = await checkProject(project);
  if (checking.kind !== 'checked') throw new Error(checking.kind);
  const { datasets } = checking;
  /** Lines of N-Triples: what the mapping says of that record alone. */
  return async (slug: string, one: OneRecord): Promise<ReadonlySet<string>> => {
    const found = datasets.find(({ dataset }) => dataset.slug === slug);
    if (!found) throw new Error(`No dataset ${slug}.`);
    const { dataset, mapping } = found;
    const source = onlyRecord(await openSource(dataset.source), one);
    const run = mapSource({ mapping, source, base, graph: datasetIri(base, slug), vocabularies });
    let text = '';
    for await (const { nquads } of run.chunks) text += utf8Text(nquads);
    return new Set(text.split('\n').map((line) => line.replace(/ <[^<>\s]*> \.$/, ' .')));
  };
}

/** A source of one record, in which some references read something else. */
function onlyRecord(source: RecordSource, { row, altered = new Set() }: OneRecord): RecordSource {
  const { single } = source;
  return {
    shown: source.shown,
    ...(source.columns && { columns: source.columns }),
    faults: source.faults,
    reference: (path) => (altered.has(path) ? () => [ALTERED] : source.reference(path)),
    ...(single && {
      single: (path: string) => (altered.has(path) ? () => ALTERED : single.call(source, path)),
    }),
    ...(source.datatypes && { datatypes: source.datatypes.bind(source) }),
    ...(source.datatype && { datatype: source.datatype.bind(source) }),
    iterator: (path) => source.iterator(path),
    parse: (text) => source.parse(text),
    async *records() {
      for await (const batch of source.records()) {
        const found = batch.filter((one) => one.row === row);
        if (found.length > 0) yield found;
      }
    },
  };
}
