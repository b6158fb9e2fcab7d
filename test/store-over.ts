import type { Store } from 'oxigraph';
import type { QuadStore } from '../src/model/index.ts';

/** The port over a store in this thread, which is already loaded: relative IRIs are resolved against `base`. */
export function storeOver(
  inner: Store,
  base = 'http://localhost:3000/',
  onAsked = (_text: string) => {},
): QuadStore {
  return {
    answer: async ({ text, mediaType, services, hasDataset }) => {
      onAsked(text);
      if (services?.length) return { kind: 'failed', reason: 'SERVICE reached the store.' };
      try {
        const options = {
          base_iri: base,
          results_format: mediaType,
          use_default_graph_as_union: !hasDataset,
        };
        const body = inner.query(text, options) as string;
        return { kind: 'answered', body, mediaType, milliseconds: 0 };
      } catch (error) {
        return { kind: 'malformed', reason: (error as Error).message };
      }
    },
    figures: () => ({ workers: 1, busy: 0, waiting: 0, slow: 0, replaced: 0 }),
    isReady: () => true,
    ready: async () => {},
    size: () => inner.size,
    close: async () => {},
  };
}
