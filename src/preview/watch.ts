import { basename, join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';

/** Milliseconds without a further event after which files count as saved. */
const QUIET = 60;
/** After which they are looked at even if events go on. */
const LONGEST = 400;

/** Folders of a project that decide what a preview shows. */
const FOLDERS = ['data', 'shapes', 'ontologies'];

export interface WatchedFiles {
  /** Another file to watch, absolute: it may lie elsewhere, and not be there yet. */
  also(path: string): void;
  close(): Promise<void>;
}

/**
 * Watches the files of a project. Editors write files in pieces, or aside and rename them: what comes together is told
 * together, once it is quiet.
 * @param changed is told paths relative to the project, with `/`
 */
export async function watchFiles(
  root: string,
  changed: (paths: readonly string[]) => void,
): Promise<WatchedFiles> {
  const folders = FOLDERS.map((folder) => join(root, folder));
  const files = new Set<string>();
  const isWatched = (path: string): boolean =>
    files.has(path) || (folders.some((folder) => isIn(folder, path)) && !isOfEditors(path));
  const leadsToWatched = (path: string): boolean => [...files].some((file) => isIn(path, file));
  const watcher = watch(folders, {
    ignoreInitial: true,
    ignored: (path) => !isWatched(path) && !leadsToWatched(path),
  });
  const gatherer = new Gatherer((paths) =>
    changed(paths.map((path) => relative(root, path).split(sep).join('/'))),
  );
  watcher.on('all', (_, path) => {
    if (isWatched(path)) gatherer.add(path);
  });
  // A folder that cannot be watched any more is one whose files are gone: what is missing is told when they are read.
  watcher.on('error', () => gatherer.add(root));
  await ready(watcher);
  return {
    also(path) {
      files.add(path);
      watcher.add(path);
    },
    async close() {
      gatherer.close();
      await watcher.close();
    },
  };
}

const isIn = (folder: string, path: string): boolean => path === folder || path.startsWith(folder + sep);

/** What editors write beside a file while it is open, and what is hidden. */
const isOfEditors = (path: string): boolean =>
  /(?:~|\.sw[a-z]|\.tmp)$/.test(path) || basename(path).startsWith('.');

const ready = (watcher: FSWatcher): Promise<void> =>
  new Promise((resolve) => watcher.once('ready', () => resolve()));

/** Gathers events until it is quiet. */
export class Gatherer {
  readonly #tell: (paths: readonly string[]) => void;
  readonly #paths = new Set<string>();
  #quiet: NodeJS.Timeout | undefined;
  #since = 0;

  constructor(tell: (paths: readonly string[]) => void) {
    this.#tell = tell;
  }

  add(path: string): void {
    const now = performance.now();
    if (this.#paths.size === 0) this.#since = now;
    this.#paths.add(path);
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#flush(), Math.max(0, Math.min(QUIET, this.#since + LONGEST - now)));
  }

  close(): void {
    clearTimeout(this.#quiet);
  }

  #flush(): void {
    const paths = [...this.#paths];
    this.#paths.clear();
    this.#tell(paths);
  }
}
