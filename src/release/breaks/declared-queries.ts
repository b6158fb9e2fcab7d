import { boundQuery, type Project, readParameterValue } from '../../declarations/index.ts';
import type { ApiQuery, ChartKind, UnaskedReason } from '../../model/index.ts';
import type { ParameterTerm } from '../../sparql/index.ts';
import type { DraftAnswers } from './breaks.ts';

/** A query that is asked of a release before it is published. */
export interface DeclaredQuery {
  /** `examples/<dataset>/<name>`, `charts/<dataset>/<name>` or `api/<name>`: its file below `queries/`, without extension. */
  readonly name: string;
  readonly text: string;
  /** How the rows are drawn, of a chart: then they are kept. */
  readonly chart?: ChartKind;
}

/** Every example and chart, and every query that is an address with its default values, or examples where it needs some. */
export const declaredQueries = ({
  queries,
  chartQueries,
  apiQueries,
  base,
}: Pick<Project, 'queries' | 'chartQueries' | 'apiQueries' | 'base'>): readonly DeclaredQuery[] => [
  ...queries.map(({ name, text }) => ({ name: `examples/${name}`, text })),
  ...chartQueries.map(({ name, text, chart }) => ({ name: `${CHART}${name}`, text, chart })),
  ...apiQueries.map((query) => ({ name: `api/${query.name}`, text: sampleText(query, base) })),
];

const CHART = 'charts/';

/** The name of the chart that a query draws, where it draws one. */
export const chartOf = ({ name, chart }: DeclaredQuery): string | undefined =>
  chart === undefined ? undefined : name.slice(CHART.length);

/** The answers where nothing can be asked. */
export function unaskedQueries(queries: readonly DeclaredQuery[], reason: UnaskedReason): DraftAnswers {
  const unasked = { kind: 'unasked', reason } as const;
  return {
    queries: Object.fromEntries(queries.map(({ name }) => [name, unasked])),
    charts: Object.fromEntries(queries.map(chartOf).flatMap((name) => (name ? [[name, unasked]] : []))),
  };
}

function sampleText(query: ApiQuery, base: string): string {
  const terms = query.parameters.flatMap((parameter): readonly (readonly [string, ParameterTerm])[] => {
    const written = parameter.default ?? (parameter.isRequired ? parameter.example : undefined);
    const value = written === undefined ? undefined : readParameterValue(parameter, written, base);
    return value?.kind === 'term' ? [[parameter.name, value.term]] : [];
  });
  return boundQuery(query, new Map(terms));
}
