import { withServices } from '../../federation/index.ts';
import { openIndex } from '../../index/index.ts';
import { createOxigraphStore } from '../../store/index.ts';
import { askQueries } from './ask-queries.ts';
import type { AskingJob, AskingReply } from './messages.ts';

/**
 * A process that loads a draft, asks it everything that is declared, and ends: its memory goes with it. It takes one job,
 * and ends with whoever gave it.
 */
async function answered({ queries, store: options, index, milliseconds }: AskingJob): Promise<void> {
  const { base, limits } = options;
  const opened = openIndex(index.file, index.fingerprint);
  const services = { base, services: [], limits: { milliseconds: limits.milliseconds } };
  const search = opened.kind === 'open' ? { search: opened.index } : {};
  const store = withServices(createOxigraphStore(options), { ...services, ...search });
  await store.ready();
  const progress = (asked: number): void => send({ kind: 'asking', asked });
  send({ kind: 'answered', answers: await askQueries({ queries, base, store, milliseconds, progress }) });
}

const send = (reply: AskingReply): void => void process.send?.(reply);

process.once('message', (job) => {
  void answered(job as AskingJob);
});
process.once('disconnect', () => process.exit());
