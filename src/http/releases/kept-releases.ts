import type { Release, ReleaseMoment } from '../../model/index.ts';
import type { ReleaseArchive } from '../../release/index.ts';
import type { AppContext } from '../context.ts';
import { notFound, problem } from '../problem.ts';

/** The releases that are kept, the one that is served among them. */
export function keptReleases({ archive, release }: AppContext): ReleaseArchive {
  const { id } = release.manifest;
  return {
    async ids() {
      const ids = (await archive?.ids()) ?? [];
      return ids.includes(id) ? ids : [...ids, id];
    },
    release: async (asked) => (asked === id ? release : archive?.release(asked)),
  };
}

/** The release that is served and those that it was made from, one after another, as far as they are kept: latest first. */
export async function* historyOf(context: AppContext): AsyncGenerator<Release> {
  const kept = keptReleases(context);
  const ids = await kept.ids();
  const told = new Set<string>();
  let next: Release | undefined = context.release;
  while (next && !told.has(next.manifest.id)) {
    yield next;
    told.add(next.manifest.id);
    const before = previousId(next, ids);
    next = before === undefined ? undefined : await readableRelease(context, before);
  }
}

/** Every release that is kept and can be read, oldest first. */
export async function allKept(context: AppContext): Promise<readonly Release[]> {
  const ids = await keptReleases(context).ids();
  const found = await Promise.all(ids.map((id) => readableRelease(context, id)));
  return found.filter((one) => one !== undefined);
}

/** A damaged release hides no other: it is noted, and answers by itself alone that it cannot be read. */
export async function readableRelease(context: AppContext, id: string): Promise<Release | undefined> {
  try {
    return await keptReleases(context).release(id);
  } catch (err) {
    context.log?.('release cannot be read', { release: id, err });
    return undefined;
  }
}

/** Releases of before do not say what they were made from: it is the one before them in the folder. */
export const previousId = ({ manifest: { id, previous, files } }: Release, ids: readonly string[]) =>
  previous?.id ?? (isOfBefore(files) ? ids[ids.indexOf(id) - 1] : undefined);

/** What is published since releases know each other holds a ledger. */
const isOfBefore = (files: Release['manifest']['files']): boolean =>
  !files.some(({ path }) => path === 'ledger.tsv.gz');

/**
 * A kept release.
 * @throws HttpProblem 410 for one that is known to have been, 404 for any other
 */
export async function keptRelease(context: AppContext, id: string): Promise<Release> {
  const found = await keptReleases(context).release(id);
  if (found) return found;
  throw (await wasPublished(context, id)) ? pruned(id) : notFound();
}

/** Whether a kept release speaks of it. */
const wasPublished = async (context: AppContext, id: string): Promise<boolean> =>
  (await allKept(context)).some((release) => momentsOf(release).some((moment) => moment?.id === id));

const momentsOf = ({ manifest: { previous, datasets } }: Release): readonly (ReleaseMoment | undefined)[] => [
  previous,
  ...datasets.flatMap(({ first, changed }) => [first, changed]),
];

const pruned = (id: string) =>
  problem('release-removed', {
    fr: `La version ${id} a été publiée ; elle n’est plus conservée. Les versions qui le sont : /releases.`,
    en: `The release ${id} was published; it is not kept any more. Those that are: /releases.`,
  });
