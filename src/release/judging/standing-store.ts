import type { GraphStore } from '../../model/index.ts';
import { quadLine, type RDF } from '../../rdf/index.ts';
import { createGraphStore } from '../../store/index.ts';
import { linesBut } from '../dataset/stars.ts';
import { rememberingStore } from './remembering-store.ts';
import type { WorldDataset } from './world/world.ts';

/** A store with everything that has not fallen, and the terms that it uses. Whoever asked for it closes it. */
export async function loadStanding(
  datasets: readonly WorldDataset[],
  ontologies: readonly RDF.Quad[],
): Promise<GraphStore> {
  const store = createGraphStore();
  try {
    await store.load(linesOf(datasets, ontologies));
    return rememberingStore(store);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function* linesOf(
  datasets: readonly WorldDataset[],
  ontologies: readonly RDF.Quad[],
): AsyncGenerator<string> {
  yield ontologies.map((one) => `${quadLine(one)}\n`).join('');
  for (const { path, isQuarantined } of datasets)
    for await (const standing of linesBut(path, isQuarantined))
      if (standing.length > 0) yield `${standing.join('\n')}\n`;
}
