import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WholeRun, WholeRunMessage } from '../../../src/preview/background/whole-run.ts';
import { type PreviewOptions, PreviewSession } from '../../../src/preview/session/session.ts';

const WORLD = join(import.meta.dirname, '..', '..', 'fixtures', 'a-small-world');

/** A copy of the small world that is edited. */
export class EditedWorld {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
    cpSync(WORLD, root, { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** @returns the path, as whoever watches tells it */
  write(path: string, text: string): string {
    writeFileSync(join(this.root, path), text);
    return path;
  }

  edit(path: string, find: string, put: string): string {
    const before = this.read(path);
    if (!before.includes(find)) throw new Error(`“${find}” is not in ${path}.`);
    return this.write(path, before.replace(find, put));
  }
}

/** Runs over the whole file that a test ends by hand. */
export class FakeRuns {
  /** Of each run that was started, how to make it tell something. */
  readonly tell: ((message: WholeRunMessage) => void)[] = [];
  cancelled = 0;

  readonly start: NonNullable<PreviewOptions['startRun']> = async (_, heard) => {
    this.tell.push(heard);
    return { cancel: async () => void this.cancelled++ };
  };
}

export const EMPTY_RUN: WholeRun = {
  counts: { records: 4, things: 4, statements: 20, quarantined: 0 },
  faults: [],
  rows: [],
  forecast: { kind: 'first', datasets: 2, statements: 30 },
};

export const sessionOn = (
  { root }: EditedWorld,
  runs: FakeRuns,
  more: Partial<PreviewOptions> = {},
): PreviewSession =>
  new PreviewSession({
    ...{ root, base: 'http://localhost:3000/', slug: 'places', releases: join(root, 'releases') },
    ...{ toolVersion: '0', seed: 'seed', startRun: runs.start, ...more },
  });
