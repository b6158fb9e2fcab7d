import type { Complaint, ReleaseManifest } from '../model/index.ts';
import type { Settings } from '../settings.ts';
import { capacityFault, capacityOf, predictMemory, type StoreSize } from '../store/index.ts';
import { figure, type Terminal } from './terminal.ts';

/** What a store is told of the size of a release before it loads it. */
export function sizeOf({ statements, datasets }: ReleaseManifest): StoreSize {
  return { statements, things: datasets.reduce((sum, { things }) => sum + things, 0) };
}

/** Why the store that is chosen could never serve a release; none where it can, or is another than the embedded one. */
export function capacityComplaints(
  { store, workers }: Settings,
  manifest: ReleaseManifest,
): readonly Complaint[] {
  const capacity = capacityOf(sizeOf(manifest), workers);
  // The memory that is free here and now says nothing of the machine that serves.
  if (store !== 'embedded' || capacity.kind !== 'too-large') return [];
  const { explanation, remedy } = capacityFault(capacity);
  return [{ place: { file: 'CIMAISE_STORE=embedded' }, found: explanation, remedy }];
}

/** Statements from which on the way out of the ceiling is told. */
const HALF = 0.5;

/** Tells how near a release comes to the end of the embedded store, once it is past the half. */
export function tellCapacity(settings: Settings, manifest: ReleaseManifest, terminal: Terminal): void {
  const size = sizeOf(manifest);
  const share = predictMemory(size) / 2 ** 32;
  if (settings.store !== 'embedded' || share < HALF) return;
  const percent = figure(share * 100, terminal.language);
  terminal.tell({
    fr: `Cette version remplit ${percent} % de ce que l’entrepôt en mémoire peut contenir ; au-delà : CIMAISE_STORE=native ou endpoint.`,
    en: `This release fills ${percent} % of what the store in memory can hold; beyond it: CIMAISE_STORE=native or endpoint.`,
  });
}
