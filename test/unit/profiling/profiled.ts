import type { ColumnProfile, SourceProfile } from '../../../src/model/index.ts';
import { type ProfileOptions, profileSource } from '../../../src/profiling/index.ts';
import { createSourceFolder } from '../sources/files.ts';

type Extra = Partial<Omit<ProfileOptions, 'path' | 'shown'>>;

/** A folder for one test file's sources, and what profiling them finds. */
export async function createProfiler() {
  const { write, remove } = await createSourceFolder();
  return {
    remove,
    async profile(content: string | Uint8Array, extra: Extra = {}): Promise<SourceProfile> {
      return profileSource({ path: await write(content), shown: 'fichier.csv', ...extra });
    },
  };
}

/** A table between semicolons, cells as they are. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  `${[header, ...rows].map((cells) => cells.join(';')).join('\n')}\n`;

/** A table of two columns: a code for each record, and these values. */
export const column = (name: string, values: readonly string[]): string =>
  table(
    ['cle_interne', name],
    values.map((value, index) => [`K${(index * 7919) % 100_003}`, value]),
  );

export function columnOf(profile: SourceProfile, name: string): ColumnProfile {
  const found = profile.columns.find((one) => one.name === name);
  if (found === undefined)
    throw new Error(
      `There is no column “${name}” among ${profile.columns.map((one) => one.name).join(', ')}.`,
    );
  return found;
}

/** Values again and again until there are so many. */
export const repeated = (values: readonly string[], count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => values[index % values.length] as string);
