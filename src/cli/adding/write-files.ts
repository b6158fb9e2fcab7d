import { copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Fault } from '../../model/index.ts';
import { inFolderAside } from './folder-aside.ts';

/** A file that is elsewhere, copied or moved to a path of the project. */
export interface FileToBring {
  readonly from: string;
  readonly to: string;
  readonly isMoved: boolean;
}

/** What is written: texts by path, and the source with what belongs to it. Paths lie below the project’s folder. */
export interface FilesToWrite {
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
  readonly brought: readonly FileToBring[];
  readonly force: boolean;
}

/**
 * Writes all files or none: aside first, then each renamed into its place; what fails is undone.
 * @throws Fault where something is there already and `force` was not given
 */
export async function writeFiles({ root, texts, brought, force }: FilesToWrite): Promise<void> {
  const paths = [...texts.keys(), ...brought.map(({ to }) => to)];
  const there = await present(root, paths);
  if (there.length > 0 && !force) throw already(there);
  await mkdir(root, { recursive: true });
  await inFolderAside(root, async (aside) => {
    for (const [path, text] of texts) await writeFile(await roomFor(join(aside, 'new', path)), text);
    for (const { from, to, isMoved } of brought) {
      const target = await roomFor(join(aside, 'new', to));
      await (isMoved ? moved(from, target) : copyFile(from, target));
    }
    await moveAll(paths, { root, aside });
  });
}

/** From another disk a file is copied; what it was copied from is its owner’s to remove. */
const moved = (from: string, to: string): Promise<void> =>
  rename(from, to).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV') throw error;
    return copyFile(from, to);
  });

async function roomFor(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  return path;
}

async function present(root: string, paths: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(paths.map((path) => stat(join(root, path)).catch(() => undefined)));
  return paths.filter((_, at) => found[at] !== undefined);
}

interface Places {
  readonly root: string;
  /** Holds what is new, and what it replaces until all is there. */
  readonly aside: string;
}

async function moveAll(paths: readonly string[], { root, aside }: Places): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const path of paths) {
      const target = await roomFor(join(root, path));
      const old = await roomFor(join(aside, 'old', path));
      const wasThere = await rename(target, old).then(
        () => true,
        (error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOENT') return false;
          throw error;
        },
      );
      undo.push(() => (wasThere ? rename(old, target) : rm(target, { force: true })));
      await rename(join(aside, 'new', path), target);
    }
  } catch (error) {
    for (const back of undo.reverse()) await back();
    throw error;
  }
}

const already = (paths: readonly string[]): Fault =>
  new Fault(
    {
      fr: `Il y a déjà ${paths.join(', ')}\u00a0: rien n’est écrit.`,
      en: `There is already ${paths.join(', ')}: nothing is written.`,
    },
    {
      fr: 'Donnez un autre nom (--slug), ou --force pour remplacer ces fichiers.',
      en: 'Give another name (--slug), or --force to replace these files.',
    },
  );
