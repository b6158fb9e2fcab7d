import { readFile, stat } from 'node:fs/promises';
import { folded } from '../../documents/index.ts';
import { madeTerms, mapSource, parseMapping } from '../../mapping/index.ts';
import { type Dataset, type KnownDataset, percentDecoded, RefusedInput } from '../../model/index.ts';
import { parseLines, schema, skos } from '../../rdf/index.ts';
import { openSource } from '../../sources/index.ts';

/** A larger source is no vocabulary: reading it would cost more than its links are worth. */
const MOST_BYTES = 4_000_000;

const LABELS: ReadonlySet<string> = new Set([
  skos.prefLabel,
  skos.altLabel,
  skos.hiddenLabel,
  skos.notation,
  schema.name,
  schema.alternateName,
]);

/** What columns may point to: the vocabularies among these datasets, mapped now. One that cannot be read is none. */
export async function knownDatasets(
  datasets: readonly Dataset[],
  base: string,
): Promise<readonly KnownDataset[]> {
  const found = await Promise.all(datasets.map((one) => knownDataset(one, base)));
  return found.filter((one) => one !== undefined);
}

async function knownDataset(dataset: Dataset, base: string): Promise<KnownDataset | undefined> {
  const { slug } = dataset;
  try {
    if ((await stat(dataset.source.path)).size > MOST_BYTES) return undefined;
    const parsed = parseMapping(await readFile(dataset.mapping, 'utf8'), dataset.mapping, base);
    if (parsed.kind === 'refused' || !madeTerms(parsed.mapping, base).classes.has(skos.Concept))
      return undefined;
    const { mapping } = parsed;
    const source = await openSource(dataset.source);
    const start = `${base}id/${slug}/`;
    const identifiers = new Set<string>();
    const labels = new Set<string>();
    for await (const { nquads } of mapSource({ mapping, source, base, origins: false }).chunks) {
      for (const { subject, predicate, object } of linesOf(nquads)) {
        if (!subject.value.startsWith(start) || subject.value.includes('#')) continue;
        identifiers.add(percentDecoded(subject.value.slice(start.length)));
        if (LABELS.has(predicate.value)) labels.add(folded(object.value));
      }
    }
    return {
      slug,
      hasIdentifier: (value) => identifiers.has(value.trim()),
      hasLabel: (value) => labels.has(folded(value)),
    };
  } catch (error) {
    // Whoever checks the project tells what is wrong with it; a link is proposed to what can be read.
    if (error instanceof RefusedInput || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const linesOf = (nquads: Uint8Array) =>
  parseLines(
    new TextDecoder()
      .decode(nquads)
      .split('\n')
      .filter((line) => line !== ''),
  );
