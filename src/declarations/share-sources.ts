import { resolve } from 'node:path';
import { nearest } from '../documents/index.ts';
import type { Complaint, Dataset } from '../model/index.ts';
import { rml } from '../rdf/index.ts';
import { missingFile, THE_DATASET } from './complaints.ts';
import type { DeclaredDataset } from './dataset-declaration.ts';

/** Puts `--source` files in place, then gives datasets without a source of their own the one they name. */
export function shareSources(
  declared: readonly DeclaredDataset[],
  sources: ReadonlyMap<string, string>,
  complaints: Complaint[],
): Dataset[] {
  const own = new Map(
    declared.flatMap(({ dataset, source }) => {
      if (source === undefined || !('own' in source)) return [];
      const given = sources.get(dataset.slug);
      return [
        [
          dataset.slug,
          given === undefined ? source.own : { ...source.own, path: resolve(given), shown: given },
        ] as const,
      ];
    }),
  );
  for (const slug of sources.keys()) {
    const sharing = declared.find((one) => one.dataset.slug === slug)?.source;
    if (sharing && 'sharedFrom' in sharing) complaints.push(sharedSource(slug, sharing.sharedFrom));
    else if (!own.has(slug)) complaints.push(unknownSource(slug, own.keys()));
  }
  return declared.flatMap(({ dataset, source }) => {
    if (source === undefined) return [];
    const sharedFrom = 'sharedFrom' in source ? source.sharedFrom : undefined;
    const found = own.get(sharedFrom ?? dataset.slug);
    if (found) return [{ ...dataset, source: sharedFrom === undefined ? found : { ...found, sharedFrom } }];
    complaints.push(
      missingFile(
        dataset.places.get(rml.logicalSource) ?? dataset.place,
        THE_DATASET,
        sharedFrom ?? '',
        nearest(sharedFrom ?? '', own.keys()),
      ),
    );
    return [];
  });
}

function unknownSource(slug: string, known: Iterable<string>): Complaint {
  const slugs = [...known];
  const near = nearest(slug, slugs);
  return {
    place: { file: `--source ${slug}=…` },
    found: { fr: `Aucun jeu de données ne s’appelle « ${slug} ».`, en: `No dataset is called “${slug}”.` },
    remedy: near
      ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` }
      : { fr: `Il y a ${slugs.join(', ')}.`, en: `There are ${slugs.join(', ')}.` },
  };
}

const sharedSource = (slug: string, other: string): Complaint => ({
  place: { file: `--source ${slug}=…` },
  found: {
    fr: `« ${slug} » lit le fichier de « ${other} ».`,
    en: `“${slug}” reads the file of “${other}”.`,
  },
  remedy: { fr: `Écrivez --source ${other}=….`, en: `Write --source ${other}=….` },
});
