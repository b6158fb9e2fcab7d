import { nearest } from '../../documents/index.ts';
import { Fault } from '../../model/index.ts';
import { currentReleaseId, listReleases } from '../releases.ts';

/** The ids of a folder of releases, oldest first, and what the pointer names. */
export interface KeptReleases {
  readonly ids: readonly string[];
  readonly current: string | undefined;
}

export async function keptReleases(releases: string): Promise<KeptReleases> {
  return { ids: await listReleases(releases), current: await currentReleaseId(releases) };
}

/**
 * The id that was given, or the current one.
 * @throws Fault where there is no such release
 */
export function chosenId({ ids, current }: KeptReleases, id: string | undefined): string {
  const wanted = id ?? current;
  if (wanted === undefined) throw noCurrent();
  if (ids.includes(wanted)) return wanted;
  throw noSuchRelease(wanted, ids);
}

/**
 * The id of the release before another, by their order.
 * @throws Fault where none is kept
 */
export function idBefore({ ids }: KeptReleases, id: string): string {
  const before = ids[ids.indexOf(id) - 1];
  if (before === undefined) throw noneBefore(id);
  return before;
}

const noCurrent = (): Fault =>
  new Fault(
    { fr: 'Aucune version n’est publiée.', en: 'Nothing is released.' },
    { fr: 'Construisez d’abord : cimaise build.', en: 'Build first: cimaise build.' },
  );

function noSuchRelease(id: string, ids: readonly string[]): Fault {
  const near = nearest(id, ids) ?? ids.at(-1);
  return new Fault(
    { fr: `Il n’y a pas de version « ${id} ».`, en: `There is no release “${id}”.` },
    near
      ? {
          fr: `Vouliez-vous dire ${near} ? « cimaise releases » les énumère.`,
          en: `Did you mean ${near}? “cimaise releases” lists them.`,
        }
      : { fr: 'Construisez d’abord : cimaise build.', en: 'Build first: cimaise build.' },
  );
}

const noneBefore = (id: string): Fault =>
  new Fault(
    { fr: `Aucune version d’avant ${id} n’est gardée.`, en: `No release before ${id} is kept.` },
    {
      fr: 'Nommez la version ; « cimaise releases » les énumère.',
      en: 'Name the release; “cimaise releases” lists them.',
    },
  );
