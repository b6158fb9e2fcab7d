import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../declarations/index.ts';
import { withServices } from '../federation/index.ts';
import type { OpenDraft } from '../release/index.ts';
import { capacityOf, createOxigraphStore } from '../store/index.ts';
import { sizeOf } from './capacity.ts';
import type { CommandContext } from './context.ts';
import { cacheFolder } from './release-caches.ts';
import { dumpsOf, fingerprintOf, openReleaseIndex } from './release-index.ts';

/** Milliseconds that a declared query may take before a release is published. */
const QUERY_MILLISECONDS = 3000;

/**
 * Opens a draft in memory, whatever store is to serve it: a draft is nobody's to see. Index and image of the store are
 * left where the server looks for them, so that nothing is loaded twice; a dry run leaves nothing.
 */
export const openDraft =
  ({ settings }: CommandContext, { base }: Project, isDry: boolean): OpenDraft =>
  async (draft) => {
    if (capacityOf(sizeOf(draft.manifest), 1).kind !== 'fits') return 'too-large';
    const { id } = draft.manifest;
    const cache = isDry ? join(draft.folder, '.cache') : cacheFolder(settings.releases, id);
    // A build that was killed may have left another release's under this number.
    await rm(cache, { recursive: true, force: true });
    const image = { folder: cache, key: fingerprintOf(draft) };
    const own = createOxigraphStore({
      dumps: dumpsOf(draft).map(({ path }) => path),
      base,
      workers: 1,
      limits: {
        milliseconds: QUERY_MILLISECONDS,
        resultBytes: settings.resultBytes,
        resultRows: settings.resultRows,
        queue: 1,
      },
      ...(settings.store === 'embedded' && !isDry ? { image } : {}),
    });
    const index = await openReleaseIndex(draft, cache, () => {});
    const services = { base, search: index, services: [], limits: { milliseconds: QUERY_MILLISECONDS } };
    const store = withServices(own, services);
    const close = async (): Promise<void> => {
      await store.close();
      index.close();
    };
    try {
      await store.ready();
    } catch (error) {
      await close();
      throw error;
    }
    return { store, close };
  };
