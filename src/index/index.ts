export { buildIndex, type IndexCounts, type IndexInput } from './build-index.ts';
export { buildIndexAside } from './build-index-aside.ts';
export type { Dump } from './dump-subjects.ts';
export { type OpenedIndex, openIndex } from './open-index.ts';
