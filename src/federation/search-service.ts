import type { Bilingual, FoundThing, ThingSearch } from '../model/index.ts';
import { xsd } from '../rdf/index.ts';
import { tooManyFound } from './search-refusals.ts';
import { MOST_FOUND, type SearchRequest, type ThingSearched } from './search-request.ts';
import { type ResultTerm, tableGroup } from './term-table.ts';

export type SearchedGroup =
  | { readonly kind: 'found'; readonly group: string }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** The group that stands for a search pattern: what was found as VALUES, and the rest of the group. */
export function searchedGroup({ searched, rest }: SearchRequest, index: ThingSearch): SearchedGroup {
  const tables: string[] = [];
  for (const one of searched) {
    const { things, isComplete } = index.search({ ...one.question, limit: one.limit ?? MOST_FOUND });
    if (!isComplete && one.limit === undefined) return { kind: 'refused', reason: tooManyFound(MOST_FOUND) };
    tables.push(tableGroup(tableOf(one, things)));
  }
  return { kind: 'found', group: `{ ${tables.join(' ')} ${rest} }` };
}

type Column = readonly [string, (found: FoundThing) => ResultTerm | undefined];

function columnsOf({ thing, score, label, kilometres }: ThingSearched): readonly Column[] {
  const columns: readonly (readonly [string | undefined, Column[1]])[] = [
    [thing, ({ iri }) => ({ type: 'uri', value: iri })],
    [score, (found) => double(found.score)],
    [label, (found) => (found.label === undefined ? undefined : { type: 'literal', value: found.label })],
    [kilometres, (found) => (found.kilometres === undefined ? undefined : decimal(found.kilometres))],
  ];
  return columns.flatMap(([name, cell]) => (name === undefined ? [] : [[name, cell] as const]));
}

function tableOf(searched: ThingSearched, things: readonly FoundThing[]) {
  const columns = columnsOf(searched);
  return {
    variables: columns.map(([name]) => name),
    rows: things.map((found) => columns.map(([, cell]) => cell(found))),
  };
}

const double = (value: number): ResultTerm => ({
  type: 'literal',
  value: String(value),
  datatype: xsd.double,
});

/** To the metre. */
const decimal = (value: number): ResultTerm => ({
  type: 'literal',
  value: value.toFixed(3),
  datatype: xsd.decimal,
});
