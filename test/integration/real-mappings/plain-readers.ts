import { readFileSync } from 'node:fs';

/** A record as a reader that shares nothing with the engine finds it: values by column. */
export type PlainRow = Readonly<Record<string, string>>;

const textOf = (path: string): string => readFileSync(path, 'utf8').replace(/^\ufeff+/, '');

/** RFC 4180 by one pattern, cell after cell: slow and short, so that it can be checked by reading it. */
export function plainCsv(path: string, delimiter: string): readonly PlainRow[] {
  const text = textOf(path);
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${delimiter}\\r\\n]*))([${delimiter}]|\\r?\\n|$)`, 'y');
  const table: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, quoted, bare = '', end] = cell.exec(text) ?? [];
    table.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== delimiter) table.push([]);
  }
  const [header = [], ...rows] = table.filter((row) => row.join('') !== '');
  return rows.map((row) =>
    Object.fromEntries(header.map((column, index) => [column.trim(), row[index] ?? ''])),
  );
}

/** Objects of a JSON document flattened: `properties.nom`, `geometry.coordinates.0`. */
export function plainJson(path: string, items: (document: never) => readonly object[]): readonly PlainRow[] {
  return items(JSON.parse(textOf(path)) as never).map((one) => Object.fromEntries(leaves(one, '')));
}

function leaves(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path, String(value)]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, path === '' ? key : `${path}.${key}`));
}

/** What the named groups of a pattern take from a text, a row each time that it takes something. */
export const plainMatches = (path: string, pattern: RegExp): readonly PlainRow[] =>
  [...textOf(path).matchAll(pattern)].map(({ groups = {} }) =>
    Object.fromEntries(Object.entries(groups).map(([column, value]) => [column, value ?? ''])),
  );

/** Lines that are not blank. */
export const plainLines = (path: string): readonly PlainRow[] =>
  textOf(path)
    .split(/\r?\n/)
    .filter((value) => value !== '')
    .map((value) => ({ value }));
