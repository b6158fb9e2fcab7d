import type { Mapping, SourceRule } from './rules.ts';

/** Absolute paths of the files that a mapping's rules read, those of views and their joins included. */
export const sourceFilesOf = ({ rules }: Pick<Mapping, 'rules'>): readonly string[] => [
  ...new Set(rules.flatMap(({ source }) => (source === undefined ? [] : filesOf(source)))),
];

function filesOf(rule: SourceRule): readonly string[] {
  if (rule.kind === 'query') return [rule.path];
  if (rule.kind === 'source') return [rule.source.path];
  return [rule.on, ...rule.joins.map(({ parent }) => parent)].flatMap(filesOf);
}
