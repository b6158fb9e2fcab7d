import type { DraftRequest } from './draft.ts';
import type { PropertyFact } from './facts.ts';
import { camelCase } from './names.ts';
import { prefixLines, term } from './turtle-text.ts';

/** A first query that gives rows: the things with their names, and one more thing that most of them say. */
export function queryText({ answers, family }: DraftRequest, facts: readonly PropertyFact[]): string {
  const { slug, title, classes } = answers;
  const thing = camelCase(family?.thing.fr ?? 'chose');
  const more = facts.find(
    ({ property, isAlways, value }) => isAlways && value !== 'iri' && !SAID.has(property),
  );
  const column = more === undefined ? undefined : distinctFrom(camelCase(more.label.fr), [thing, 'nom']);
  const body = [
    `SELECT ?${thing} ?nom${column === undefined ? '' : ` ?${column}`}`,
    'WHERE {',
    `  GRAPH <dataset/${slug}> {`,
    `    ?${thing} a ${term(classes[0] ?? 'schema:Thing')} ; schema:name ?nom .`,
    ...(more === undefined ? [] : [`    OPTIONAL { ?${thing} ${term(more.property)} ?${column} }`]),
    '  }',
    '}',
    `ORDER BY ?nom ?${thing}`,
    'LIMIT 100',
  ];
  const [fr, en] = [title.fr, title.en].map((text) => text.replace(/\s+/g, ' '));
  return `${[
    `# @title.fr ${fr}, par nom`,
    `# @title.en ${en}, by name`,
    `# @question.fr Que contient le jeu «\u00a0${fr}\u00a0»\u00a0?`,
    `# @question.en What does the dataset “${en}” hold?`,
    ...prefixLines(body.join('\n'), 'PREFIX'),
    '',
    ...body,
  ].join('\n')}\n`;
}

const SAID: ReadonlySet<string> = new Set([
  'schema:name',
  'dcterms:identifier',
  'schema:description',
  'wgs:lat',
  'wgs:long',
]);

const distinctFrom = (name: string, taken: readonly string[]): string =>
  taken.includes(name) ? `${name}2` : name;
