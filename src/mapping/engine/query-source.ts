import {
  type RecordSource,
  RefusedInput,
  type SelectedRow,
  type SelectedTerm,
  type SelectFromFile,
} from '../../model/index.ts';
import { formats, xsd } from '../../rdf/index.ts';
import type { QuerySourceRule } from '../rules.ts';

/**
 * A query on an RDF file as records: its solutions, in their order.
 * @throws RefusedInput where nobody can be asked, or the query is refused
 */
export async function openQuery(
  rule: QuerySourceRule,
  base: string,
  select: SelectFromFile | undefined,
): Promise<RecordSource<SelectedRow>> {
  const { path, shown, query, place } = rule;
  if (select === undefined) throw new RefusedInput([noQueries(rule)]);
  const answer = await select({ query, path, shown, base });
  if (answer.kind === 'refused')
    throw new RefusedInput([{ place, found: answer.found, remedy: answer.remedy }]);
  return rowsAsSource(rule, answer.variables, answer.rows);
}

const noQueries = ({ place, shown }: QuerySourceRule) => ({
  place,
  found: {
    fr: `La source est une requête SPARQL sur « ${shown} », et ici rien n’y répond.`,
    en: `The source is a SPARQL query on “${shown}”, and nothing answers it here.`,
  },
  remedy: {
    fr: 'Lancez « cimaise map », ou donnez à runRml la fonction « select ».',
    en: 'Run “cimaise map”, or give runRml the function “select”.',
  },
});

function rowsAsSource(
  { shown, results, nulls }: QuerySourceRule,
  variables: readonly string[],
  rows: readonly SelectedRow[],
): RecordSource<SelectedRow> {
  const datatypeOf =
    results === formats.SPARQL_Results_CSV ? datatypeOfText : ({ datatype }: SelectedTerm) => datatype;
  const term = (name: string) => {
    const index = variables.indexOf(name);
    return (row: SelectedRow) => {
      const found = row[index];
      return found === undefined || nulls.includes(found.value) ? undefined : found;
    };
  };
  return {
    shown,
    columns: variables,
    faults: [],
    async *records() {
      yield rows.map((record, index) => ({ record, row: index + 1, line: index + 1, offset: -1 }));
    },
    reference: (name) => {
      const read = term(name);
      return (row) => {
        const found = read(row);
        return found === undefined ? [] : [found.value];
      };
    },
    single: (name) => {
      const read = term(name);
      return (row) => read(row)?.value;
    },
    datatypes: (name) => {
      const read = term(name);
      return (row) => {
        const found = read(row);
        return found === undefined ? [] : [datatypeOf(found)];
      };
    },
    iterator: () => () => [],
    parse: () => [],
  };
}

/** SPARQL's own ways to write numbers, in their canonical length: `007` is a text. */
const NUMBERS: readonly (readonly [form: RegExp, datatype: string])[] = [
  [/^-?(0|[1-9]\d*)$/, xsd.integer],
  [/^-?(0|[1-9]\d*)\.\d+$/, xsd.decimal],
];

/**
 * Results in CSV drop the datatypes: `"33"` and `33` are the same text there. What is written as a number is one, as
 * the suite of RML-IO expects (RMLSTC0003).
 */
const datatypeOfText = ({ value }: SelectedTerm): string | undefined =>
  NUMBERS.find(([form]) => form.test(value))?.[1];
