import { boundQuery, type Project, readParameterValue } from '../../declarations/index.ts';
import type { ApiQuery } from '../../model/index.ts';
import type { ParameterTerm } from '../../sparql/index.ts';
import type { QueryAnswers, UnaskedReason } from './breaks.ts';

/** A query that is asked of a release before it is published. */
export interface DeclaredQuery {
  /** `examples/<dataset>/<name>` or `api/<name>`: its file below `queries/`, without extension. */
  readonly name: string;
  readonly text: string;
}

/** Every example, and every query that is an address with its default values, or examples where it needs some. */
export const declaredQueries = ({
  queries,
  apiQueries,
  base,
}: Pick<Project, 'queries' | 'apiQueries' | 'base'>): readonly DeclaredQuery[] => [
  ...queries.map(({ name, text }) => ({ name: `examples/${name}`, text })),
  ...apiQueries.map((query) => ({ name: `api/${query.name}`, text: sampleText(query, base) })),
];

/** The answers where nothing can be asked. */
export const unaskedQueries = (queries: readonly DeclaredQuery[], reason: UnaskedReason): QueryAnswers =>
  Object.fromEntries(queries.map(({ name }) => [name, { kind: 'unasked', reason }]));

function sampleText(query: ApiQuery, base: string): string {
  const terms = query.parameters.flatMap((parameter): readonly (readonly [string, ParameterTerm])[] => {
    const written = parameter.default ?? (parameter.isRequired ? parameter.example : undefined);
    const value = written === undefined ? undefined : readParameterValue(parameter, written, base);
    return value?.kind === 'term' ? [[parameter.name, value.term]] : [];
  });
  return boundQuery(query, new Map(terms));
}
