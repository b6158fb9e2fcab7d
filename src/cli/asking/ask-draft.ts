import { fork } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../../declarations/index.ts';
import type { Release } from '../../model/index.ts';
import { type AskDraft, declaredQueries, unaskedQueries } from '../../release/index.ts';
import { capacityOf } from '../../store/index.ts';
import { sizeOf } from '../capacity.ts';
import type { CommandContext } from '../context.ts';
import { cacheFolder } from '../release-caches.ts';
import { dumpsOf, fingerprintOf, indexFile, openReleaseIndex } from '../release-index.ts';
import type { Asked } from './ask-queries.ts';
import { labelledCharts } from './labelled-charts.ts';
import type { AskingJob, AskingReply } from './messages.ts';

/** Milliseconds that all queries together may take; each may take as long as that of a visitor. */

const ALL_MILLISECONDS = 20_000;

/** After which a process that does not answer is ended: loading included. */
const PROCESS_MILLISECONDS = 300_000;

/**
 * Asks a draft in memory, whatever store is to serve it: a draft is nobody's to see. Index and image of the store are
 * left where the server looks for them, so that nothing is made twice; a dry run leaves nothing.
 */
export const askDraft =
  (context: CommandContext, project: Project, isDry: boolean): AskDraft =>
  async (draft, progress) => {
    const { settings } = context;
    const cache = isDry ? join(draft.folder, '.cache') : cacheFolder(settings.releases, draft.manifest.id);
    // A build that was killed may have left another release's under this number.
    await rm(cache, { recursive: true, force: true });
    const { index } = await openReleaseIndex(draft, cache, () => {});
    try {
      const queries = declaredQueries(project);
      if (capacityOf(sizeOf(draft.manifest), 1).kind !== 'fits') return unaskedQueries(queries, 'too-large');
      const image = isDry || settings.store !== 'embedded' ? undefined : cache;
      const job = { ...jobOf(context, draft, { cache, image }), queries };
      const asked = await answersTo(job, { progress, isHeard: context.terminal.verbose });
      if (!asked) return unaskedQueries(queries, 'stopped');
      return { queries: asked.queries, charts: await labelledCharts(asked.charts, index, project) };
    } finally {
      index.close();
    }
  };

/** @param image where an image of the store is left; undefined: nowhere */
function jobOf(
  { settings }: CommandContext,
  draft: Release,
  { cache, image }: { readonly cache: string; readonly image: string | undefined },
): Omit<AskingJob, 'queries'> {
  const fingerprint = fingerprintOf(draft);
  return {
    store: {
      dumps: dumpsOf(draft).map(({ path }) => path),
      base: draft.manifest.base,
      workers: 1,
      limits: {
        milliseconds: settings.queryMilliseconds,
        resultBytes: settings.resultBytes,
        resultRows: settings.resultRows,
        queue: 1,
      },
      ...(image === undefined ? {} : { image: { folder: image, key: fingerprint } }),
    },
    index: { file: indexFile(cache), fingerprint },
    milliseconds: ALL_MILLISECONDS,
  };
}

/** Undefined where the process ended before it had answered: why, it tells on standard error where that is heard. */
async function answersTo(
  job: AskingJob,
  { progress, isHeard }: { readonly progress: (asked: number) => void; readonly isHeard: boolean },
): Promise<Asked | undefined> {
  const file = import.meta.url.endsWith('.ts') ? './asking-process.ts' : './asking-process.js';
  const stderr = isHeard ? 'inherit' : 'ignore';
  const child = fork(new URL(file, import.meta.url), { stdio: ['ignore', 'ignore', stderr, 'ipc'] });
  const { promise, resolve } = Promise.withResolvers<Asked | undefined>();
  const late = setTimeout(() => child.kill('SIGKILL'), PROCESS_MILLISECONDS);
  child.once('error', () => resolve(undefined));
  child.once('exit', () => resolve(undefined));
  child.on('message', (reply: AskingReply) => {
    if (reply.kind === 'asking') progress(reply.asked);
    else resolve(reply.answers);
  });
  child.send(job);
  try {
    return await promise;
  } finally {
    clearTimeout(late);
    child.kill('SIGKILL');
  }
}
