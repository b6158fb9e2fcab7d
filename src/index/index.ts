export { buildIndex, type IndexCounts, type IndexInput } from './build-index.ts';
export { buildIndexAside } from './build-index-aside.ts';
export type { Dump } from './dump-subjects.ts';
export { foldedWords } from './finder/folded-words.ts';
export { type OpenedIndex, openIndex, openWholeIndex } from './open-index.ts';
export { RuleMatcher, statementRule } from './origins/rule-matcher.ts';
export type { OriginInput } from './origins/write-origins.ts';
