import { reconcileQuery } from '../../src/http/reconciliation/reconcile-query.ts';
import type { ReconciliationContext } from '../../src/http/reconciliation/scope.ts';
import type { ResourceFinder, ResourceIndex } from '../../src/model/index.ts';
import { random } from './museum-catalogue.ts';
import { wordOf } from './site-dumps.ts';

/** Batches of ten names as tables have them: whole, in part, misspelt, of common words, identifiers, unknown. */
export function generatedBatches(count: number): readonly (readonly string[])[] {
  const next = random(7);
  const word = (ranks: number): string => wordOf(Math.floor(next() * ranks));
  return Array.from({ length: count }, () => {
    const misspelt = word(3000);
    return [
      `objet ${word(12)} ${word(3000)}`,
      word(20_000),
      `${word(12)} ${word(12)}`,
      `chateau de ${word(2000)}`,
      `collection ${word(12)}`,
      `O${String(Math.floor(next() * 1000)).padStart(8, '0')}`,
      `${misspelt.slice(0, 4)}x${misspelt.slice(4)}`,
      'zzzz qqqq',
      word(12),
      `musee ${word(100)} ${word(1000)}`,
    ];
  });
}

/** A batch of names, and how many candidates it found in how many milliseconds of the thread. */
export interface MeasuredBatch {
  readonly milliseconds: number;
  readonly candidates: number;
  /** The slowest query. */
  readonly slowest: readonly [text: string, milliseconds: number];
}

/**
 * Reconciles batches of names one after the other, each batch with a naming of its own, as a request has it.
 * @param slugs datasets of the index
 */
export function reconcileBatches(
  index: ResourceIndex & ResourceFinder,
  { base, slugs }: { readonly base: string; readonly slugs: readonly string[] },
  batches: readonly (readonly string[])[],
): readonly MeasuredBatch[] {
  const release = { folder: '', manifest: { base, datasets: slugs.map((slug) => ({ slug })) } };
  const context = { index, finder: index, release, datasets: [] } as unknown as ReconciliationContext;
  return batches.map((texts) => measured(texts, context, index));
}

function measured(
  texts: readonly string[],
  context: ReconciliationContext,
  index: ResourceIndex,
): MeasuredBatch {
  const labels = new Map<string, string | undefined>();
  const thing = (iri: string): string | undefined => {
    if (!labels.has(iri)) labels.set(iri, index.label(iri, 'fr'));
    return labels.get(iri);
  };
  const naming = { language: 'fr', thing, term: String, dataset: String } as const;
  const queries = texts.map((text) => {
    const before = process.threadCpuUsage();
    const query = { text, types: [], areTypesWished: false, limit: 5, properties: [] };
    const { length } = reconcileQuery(query, { context, scope: { version: '0.2' }, naming });
    const { user, system } = process.threadCpuUsage(before);
    return { text, length, milliseconds: (user + system) / 1000 };
  });
  const slowest = queries.reduce((one, other) => (other.milliseconds > one.milliseconds ? other : one));
  return {
    milliseconds: queries.reduce((sum, one) => sum + one.milliseconds, 0),
    candidates: queries.reduce((sum, { length }) => sum + length, 0),
    slowest: [slowest.text, slowest.milliseconds],
  };
}
