import { folded } from '../../documents/index.ts';
import type { Vocabulary } from '../../model/index.ts';
import { parseLines, schema, skos } from '../../rdf/index.ts';

/** Properties whose values name a concept, the strongest first: a preferred label wins over another's variant. */
const LABELS: readonly string[] = [
  skos.prefLabel,
  schema.name,
  skos.altLabel,
  skos.hiddenLabel,
  schema.alternateName,
  skos.notation,
];

/** A vocabulary from the lines of a dataset: every label, folded, leads to its concept. */
export async function readVocabulary(batches: AsyncIterable<readonly string[]>): Promise<Vocabulary> {
  const found = new Map<string, { readonly iri: string; readonly rank: number }>();
  for await (const batch of batches) {
    const lines = batch.filter((line) => LABELS.some((label) => line.includes(`> <${label}> `)));
    for (const { subject, predicate, object } of parseLines(lines)) {
      const rank = LABELS.indexOf(predicate.value);
      const key = folded(object.value);
      const known = found.get(key);
      if (rank >= 0 && !subject.value.includes('#') && (known === undefined || rank < known.rank))
        found.set(key, { iri: subject.value, rank });
    }
  }
  return { find: (label) => found.get(folded(label))?.iri };
}
