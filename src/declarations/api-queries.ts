import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { nearest } from '../documents/index.ts';
import { type ApiQuery, type Complaint, isSlug, type QueryParameter } from '../model/index.ts';
import {
  bindParameters,
  type ParameterTerm,
  parseQuery,
  selectedColumns,
  variablesOf,
} from '../sparql/index.ts';
import { badApiName, notSelect, takenApiName, unreadableQuery } from './api-complaints.ts';
import { parameterFault } from './parameter-complaints.ts';
import { type QueryFile, readParameters } from './parameter-lines.ts';
import { readParameterValue } from './parameter-values.ts';
import { readHeading } from './queries.ts';

/** Reads `queries/api/*.rq`: SELECT queries whose parameters are declared in the opening comment. */
export async function readApiQueries(
  { root, base, slugs }: { readonly root: string; readonly base: string; readonly slugs: readonly string[] },
  complaints: Complaint[],
): Promise<readonly ApiQuery[]> {
  const folder = join(root, 'queries', 'api');
  const names = (await Array.fromAsync(glob('**/*.rq', { cwd: folder }))).map((name) =>
    name.split(sep).join('/'),
  );
  const found: ApiQuery[] = [];
  for (const path of names.sort()) {
    const text = await readFile(join(folder, path), 'utf8');
    const query = apiQuery(
      path.replace(/\.rq$/, ''),
      { file: `queries/api/${path}`, text, base, slugs },
      complaints,
    );
    if (query) found.push(query);
  }
  return found;
}

/** What answers below `/api/` without being a query. */
const TAKEN: ReadonlySet<string> = new Set(['search', 'suggest']);

function apiQuery(name: string, source: QueryFile, complaints: Complaint[]): ApiQuery | undefined {
  const { file, text, base } = source;
  const before = complaints.length;
  if (!isSlug(name)) complaints.push(badApiName(file, name));
  if (TAKEN.has(name)) complaints.push(takenApiName(file, name));
  const heading = readHeading(file, text, complaints);
  const parameters = readParameters(source, complaints);
  const parsed = parseQuery(text, { base });
  const columns = selectedColumns(text, base);
  if (parsed.kind !== 'parsed') complaints.push(unreadableQuery(file, parsed));
  else if (columns === undefined) complaints.push(notSelect(file));
  else checkPlaces(source, parameters, complaints);
  if (!heading || columns === undefined || complaints.length > before) return undefined;
  return { name, file, ...heading, text, parameters, columns };
}

/** Each parameter is a variable of the query, and a term of its type may stand wherever the variable does. */
function checkPlaces(
  source: QueryFile,
  parameters: readonly QueryParameter[],
  complaints: Complaint[],
): void {
  const { text, base } = source;
  const variables = variablesOf(text, base);
  for (const parameter of parameters) {
    const { name, role, place } = parameter;
    if (role === undefined && !variables.has(name)) {
      const near = nearest(name, [...variables]);
      complaints.push(parameterFault(source, place.line, { kind: 'unused', name, near: near && `?${near}` }));
      continue;
    }
    const bound = boundQuery({ text, parameters: [parameter] }, new Map([[name, sampleOf(parameter, base)]]));
    const judged = parseQuery(bound, { base });
    const isLeft = role === undefined && variablesOf(bound, base).has(name);
    if (judged.kind === 'parsed' && !isLeft) continue;
    const reason = judged.kind === 'malformed' ? judged.reason : `?${name}`;
    complaints.push(parameterFault(source, place.line, { kind: 'misplaced', name, reason }));
  }
}

function sampleOf(parameter: QueryParameter, base: string): ParameterTerm {
  const written = parameter.default ?? parameter.example;
  const value = written === undefined ? undefined : readParameterValue(parameter, written, base);
  if (value?.kind === 'term') return value.term;
  return parameter.type === 'iri' ? { iri: `${base}x` } : { text: '1' };
}

/**
 * The text of a query with terms in place of its parameters; LIMIT and OFFSET are added where parameters say them.
 * @param terms by name of the parameter; those without stay variables
 */
export function boundQuery(
  { text, parameters }: Pick<ApiQuery, 'text' | 'parameters'>,
  terms: ReadonlyMap<string, ParameterTerm>,
): string {
  const roles = parameters.flatMap(({ name, role }) => {
    const term = role && terms.get(name);
    return term && 'text' in term ? [`\n${role.toUpperCase()} ${Number(term.text)}`] : [];
  });
  const values = new Map(
    [...terms].filter(([name]) => !parameters.some((one) => one.name === name && one.role)),
  );
  return bindParameters(text, values) + roles.join('');
}
