import type { Store } from 'oxigraph';
import { imageOf } from './image-file.ts';
import { loadDump } from './load-dumps.ts';
import type { ImageOptions, Note, WorkerData } from './messages.ts';
import { type OpenedOxigraph, openOxigraph } from './oxigraph-module.ts';
import { restoreImage } from './restore-image.ts';
import { writeImage } from './write-image.ts';

/** A store that holds a release, or the dump that could not be read. */
export type OpenedStore =
  | {
      readonly kind: 'loaded';
      readonly store: Store;
      readonly quads: number;
      readonly oxigraph: OpenedOxigraph;
      readonly notes: readonly Note[];
      /** The file of the image that it was restored from. */
      readonly checked?: string;
    }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string };

type Loaded = Extract<OpenedStore, { kind: 'loaded' }>;

/**
 * Restores the image of a release; where there is none that can be trusted, loads the dumps, and writes the image before
 * anything is asked of the store. Whatever goes wrong with images is a note, never a failure.
 */
export async function openStore(data: WorkerData): Promise<OpenedStore> {
  const { image } = data;
  if (image === undefined) return load(data);
  const found = restored(image, data.checked);
  if (found.kind === 'loaded') return found;
  const opened = await load(data);
  return opened.kind === 'loaded'
    ? {
        ...opened,
        notes: [
          noteOf(isMissing(found.error) ? 'store image missing' : 'store image not used', found.error),
          written(image, opened),
        ],
      }
    : opened;
}

async function load({ dumps, base }: WorkerData): Promise<OpenedStore> {
  const oxigraph = openOxigraph();
  const store = new oxigraph.Store();
  for (const file of dumps) {
    try {
      await loadDump(store, file, base);
    } catch (error) {
      return { kind: 'unreadable', file, reason: reasonOf(error) };
    }
  }
  return { kind: 'loaded', store, quads: store.size, oxigraph, notes: [] };
}

function restored(
  image: ImageOptions,
  known: string | undefined,
): Loaded | { readonly kind: 'none'; readonly error: unknown } {
  const started = performance.now();
  try {
    const oxigraph = openOxigraph();
    const { store, quads, checked } = restoreImage({ ...imageOf(image), checked: known }, oxigraph);
    const details = { milliseconds: Math.round(performance.now() - started) };
    const notes = [{ event: 'store image restored', details }];
    return { kind: 'loaded', store, quads, oxigraph, notes, checked };
  } catch (error) {
    return { kind: 'none', error };
  }
}

/** At the first start of a release, and whenever the cache was deleted. */
const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

function written(image: ImageOptions, { oxigraph, store, quads }: Loaded): Note {
  const started = performance.now();
  try {
    const bytes = writeImage(imageOf(image), oxigraph, { store, quads });
    const milliseconds = Math.round(performance.now() - started);
    return { event: 'store image written', details: { bytes, milliseconds } };
  } catch (error) {
    return noteOf('store image not written', error);
  }
}

const noteOf = (event: string, error: unknown): Note => ({ event, details: { why: reasonOf(error) } });

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
