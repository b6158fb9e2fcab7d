import type { Dataset } from '../model/index.ts';

/** Those that are looked up in come before those that look up; otherwise by slug. */
export function vocabulariesFirst(datasets: readonly Dataset[]): readonly Dataset[] {
  const bySlug = new Map(datasets.map((dataset) => [dataset.slug, dataset]));
  const ordered = new Set<Dataset>();
  const visit = (dataset: Dataset, path: readonly string[]): void => {
    if (ordered.has(dataset) || path.includes(dataset.slug)) return;
    for (const slug of dataset.vocabularies) {
      const vocabulary = bySlug.get(slug);
      if (vocabulary) visit(vocabulary, [...path, dataset.slug]);
    }
    ordered.add(dataset);
  };
  for (const dataset of datasets) visit(dataset, []);
  return [...ordered];
}
