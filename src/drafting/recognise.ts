import { folded } from '../documents/index.ts';
import type { Guess, SourceProfile } from '../model/index.ts';
import { FAMILIES, GENERIC } from './families/index.ts';
import type { Family, KnownColumn } from './known-column.ts';
import { headerOf } from './names.ts';

/** The file that a source is, as far as its columns tell; undefined where it is none that is known. */
export function recognise(profile: SourceProfile): Guess<Family> | undefined {
  const headers = headersOf(profile);
  const found = FAMILIES.map((family) => ({ family, marks: marksIn(family, headers) }))
    .filter(({ family, marks }) => marks.length >= family.needed)
    .map(({ family, marks }) => ({ family, marks, share: marks.length / family.marks.length }))
    .sort((a, b) => b.share - a.share);
  const [best] = found;
  if (best === undefined) return undefined;
  const { family, marks } = best;
  const shown = marks.slice(0, 4).map((one) => `« ${one} »`);
  const quoted = marks.slice(0, 4).map((one) => `“${one}”`);
  const more = marks.length > 4 ? ', …' : '';
  return {
    value: family,
    confidence: Math.min(0.98, 0.6 + 0.1 * marks.length),
    evidence: {
      fr: `Fichier reconnu, « ${family.title.fr} » : ${marks.length} de ses colonnes le disent (${shown.join(', ')}${more}).`,
      en: `A known file, “${family.title.en}”: ${marks.length} of its columns say so (${quoted.join(', ')}${more}).`,
    },
  };
}

/** Headers of the file that are marks of a family, as the file spells them. */
function marksIn({ marks }: Family, headers: ReadonlyMap<string, string>): readonly string[] {
  return marks.flatMap((spellings) => {
    const found = spellings.map((one) => headers.get(folded(one))).find((one) => one !== undefined);
    return found === undefined ? [] : [found];
  });
}

const headersOf = (profile: SourceProfile): ReadonlyMap<string, string> =>
  new Map(
    profile.columns.map(({ name }) => {
      const header = headerOf(name, profile.source.format === 'csv');
      return [folded(header), header];
    }),
  );

/** A column that is known, and by whom: the family, or any file. */
export interface FoundColumn {
  readonly column: KnownColumn;
  readonly isOfFamily: boolean;
}

/** Finds what is known of a header: the family first, then what any file may say. */
export function createColumnFinder(family: Family | undefined): (header: string) => FoundColumn | undefined {
  const known = new Map<string, FoundColumn>();
  const add = (columns: readonly KnownColumn[], isOfFamily: boolean) => {
    for (const column of columns)
      for (const name of column.names)
        if (!known.has(folded(name))) known.set(folded(name), { column, isOfFamily });
  };
  add(family?.columns ?? [], true);
  add(GENERIC, false);
  return (header) => known.get(folded(header)) ?? known.get(folded(header.replace(/\([^)]*\)/g, ' ')));
}
