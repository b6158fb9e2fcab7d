import type { Language, ResourceIndex } from '../../model/index.ts';
import type { ResultTable, ResultTerm } from './result-text.ts';

/** Where labels come from. */
export interface LabelSource {
  readonly index: Pick<ResourceIndex, 'label'>;
  /** Only IRIs that begin so have labels. */
  readonly base: string;
  readonly language: Language;
}

/** Rows after which others get their turn. */
const TURN = 1000;

/**
 * The table with a column `xLabel` after each column x that holds a thing with a label. A label is a plain literal: it is
 * the one of the language where there is one, else any. A column of that name that the query has itself stays as it is.
 */
export async function withLabels(table: ResultTable, source: LabelSource): Promise<ResultTable> {
  const label = remembered(source);
  const own = new Set(table.variables);
  const labelled = new Set<string>();
  const rows: Record<string, ResultTerm>[] = [];
  for (const [at, row] of table.rows.entries()) {
    const wider: Record<string, ResultTerm> = { ...row };
    for (const [name, { type, value }] of Object.entries(row)) {
      if (type !== 'uri' || typeof value !== 'string' || own.has(labelName(name))) continue;
      const text = label(value);
      if (text === undefined) continue;
      labelled.add(name);
      wider[labelName(name)] = { type: 'literal', value: text };
    }
    rows.push(wider);
    if (at % TURN === TURN - 1) await new Promise(setImmediate);
  }
  const variables = table.variables.flatMap((name) =>
    labelled.has(name) ? [name, labelName(name)] : [name],
  );
  return { variables, rows };
}

const labelName = (variable: string): string => `${variable}Label`;

function remembered({ index, base, language }: LabelSource): (iri: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (iri) => {
    if (!iri.startsWith(base)) return undefined;
    if (!known.has(iri)) known.set(iri, index.label(iri, language));
    return known.get(iri);
  };
}
