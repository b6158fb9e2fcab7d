import { createHash } from 'node:crypto';
import type { QuadStore } from '../../model/index.ts';
import { PooledStore } from '../pool/pooled-store.ts';
import type { StoreLimits } from '../pool/store-limits.ts';
import type { StoreWorker } from '../pool/store-worker.ts';
import type { Log } from '../pool/worker-pool.ts';
import { type Database, openDatabase } from './database-folder.ts';
import { missingProgram } from './faults.ts';
import { spawnGuarded } from './guarded-child.ts';
import { type ServerChild, startServer } from './server-child.ts';

export interface NativeStoreOptions {
  /** Oxigraph's server: a path, or a name to be found on the path. */
  readonly program: string;
  /** Absolute paths of N-Quads dumps, gzip. */
  readonly dumps: readonly string[];
  /** Base IRI of relative IRIs in queries. */
  readonly base: string;
  /** Where databases are kept, `oxigraph-<key>` each: caches, which can be deleted when nothing runs. */
  readonly folder: string;
  /** Names the content: the same key, the same database. */
  readonly key: string;
  /** Statements that there should be; absent: not checked. */
  readonly statements?: number;
  readonly limits: StoreLimits;
  /** Processes, all on one database. Default 2. */
  readonly workers?: number;
  readonly log?: Log;
}

/**
 * A quad store on Oxigraph's own server program: children that read one database on disk. They end with this process,
 * however that ends.
 */
export function createNativeStore(options: NativeStoreOptions): QuadStore {
  const { program, dumps, base, folder, limits, statements, workers = 2, log = () => {} } = options;
  const closing = new AbortController();
  const opening = opened();
  // Whoever waits for a worker hears of a failure.
  opening.catch(() => {});
  const child = { program, base, resultBytes: limits.resultBytes, resultRows: limits.resultRows };
  const start = (): StoreWorker =>
    childWorker(opening, (database, signal) =>
      startServer({ ...child, folder: database.folder }, AbortSignal.any([signal, closing.signal])),
    );
  const pool = new PooledStore({ limits, workers, log, start });
  return {
    answer: (question) => pool.answer(question),
    isReady: () => pool.isReady(),
    ready: () => pool.ready(),
    size: () => pool.size(),
    figures: () => pool.figures(),
    close: async () => {
      closing.abort();
      await pool.close();
      await opening.catch(() => undefined);
    },
  };

  async function opened(): Promise<Database> {
    const version = await versionOf(program);
    log('native store program', { program, version });
    const key = createHash('sha256')
      .update(JSON.stringify([options.key, version]))
      .digest('hex')
      .slice(0, 16);
    return openDatabase({ program, dumps, base, folder, key, statements, log }, closing.signal);
  }
}

/** The version tells databases apart, as another may write them otherwise. @throws Fault where the program cannot run */
async function versionOf(program: string): Promise<string> {
  const child = spawnGuarded(program, ['--version']);
  const { code } = await child.ended;
  if (code !== 0) throw missingProgram(program);
  return child.output();
}

/** A worker that is a child on a database which may still be loading. */
function childWorker(
  opening: Promise<Database>,
  startChild: (database: Database, signal: AbortSignal) => Promise<ServerChild>,
): StoreWorker {
  const stopping = new AbortController();
  const child = opening.then((database) => startChild(database, stopping.signal));
  const loaded = Promise.all([opening, child]).then(([{ statements }]) => statements);
  return {
    loaded,
    // Never resolves for a child that did not start: `loaded` tells of that.
    ended: child.then(
      ({ ended }) => ended,
      () => new Promise<string>(() => {}),
    ),
    ask: async (question) => (await child).ask(question),
    stop: async () => {
      stopping.abort();
      await child.then(
        (started) => started.kill(),
        () => {},
      );
    },
  };
}
