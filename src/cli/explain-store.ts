import type { GraphStore } from '../model/index.ts';
import { createGraphStore } from '../store/index.ts';

/** A store that holds batches of N-Quads lines, for constraints in SPARQL. */
export async function storeOf(
  batches: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): Promise<GraphStore> {
  const store = createGraphStore();
  try {
    await store.load(texts(batches));
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Lines of one text: large graphs are handed over in parts. */
const LINES = 10_000;

async function* texts(
  batches: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  for await (const lines of batches)
    for (let at = 0; at < lines.length; at += LINES) yield `${lines.slice(at, at + LINES).join('\n')}\n`;
}
