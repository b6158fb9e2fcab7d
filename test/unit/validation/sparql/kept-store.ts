import type { GraphStore } from '../../../../src/model/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';

/** One thread for many validations: what one puts in is taken out when it is done. */
export function createKeptStore(): { readonly borrow: () => GraphStore; readonly end: () => Promise<void> } {
  const store = createGraphStore();
  const borrow = (): GraphStore => {
    const held: string[] = [];
    return {
      load: async (nquads) => {
        for await (const part of nquads) held.push(...String(part).split('\n').filter(Boolean));
        return store.load(
          (async function* () {
            yield held.join('\n');
          })(),
        );
      },
      remove: (lines) => store.remove(lines),
      select: (query) => store.select(query),
      close: () => store.remove(held),
    };
  };
  return { borrow, end: () => store.close() };
}
