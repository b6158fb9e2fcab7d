import type { QueryKind, StoredQuery } from '../model/index.ts';
import { type RDF, rdfs, schema, sh } from '../rdf/index.ts';
import { about, plain } from './statements.ts';

/** A query to start from, as it can be run anywhere. */
export type ServiceExample = Pick<StoredQuery, 'name' | 'title' | 'question' | 'kind' | 'text'>;

/** Kind of query → class and property that hold it (SHACL-AF section 4); none for DESCRIBE. */
const EXECUTABLES: Readonly<Record<QueryKind, readonly [type: string, property: string] | undefined>> = {
  select: [sh.SPARQLSelectExecutable, sh.select],
  ask: [sh.SPARQLAskExecutable, sh.ask],
  construct: [sh.SPARQLConstructExecutable, sh.construct],
  describe: undefined,
};

/** Examples as `sh:SPARQLExecutable`, as public endpoints publish theirs: tools that know the endpoint find them. */
export function describeExamples(base: string, examples: readonly ServiceExample[]): RDF.Quad[] {
  return examples.flatMap(({ name, title, question, kind, text }) => {
    const executable = EXECUTABLES[kind];
    if (executable === undefined) return [];
    const [type, property] = executable;
    return about(
      `${base}sparql#example-${encodeURIComponent(name.replaceAll('/', '-'))}`,
      [sh.SPARQLExecutable, type],
      [
        [rdfs.label, title],
        [rdfs.comment, question],
        [property, plain(text)],
        [schema.target, `${base}sparql`],
      ],
    );
  });
}
