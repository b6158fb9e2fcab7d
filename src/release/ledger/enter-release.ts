import type { ReleasedDataset, ReleaseMoment } from '../../model/index.ts';
import type { Building } from '../building.ts';
import { ontologyLines } from '../finish.ts';
import { type KeptLedger, keepLedger } from './keep-ledger.ts';
import type { WholeLedger } from './whole-ledger.ts';

/** Enters what a build publishes in the ledger; the dumps stand in its draft. */
export const enterInLedger = (
  { draft, options, plan, previous }: Building,
  release: ReleaseMoment,
  released: readonly ReleasedDataset[],
): Promise<KeptLedger> =>
  keepLedger({
    project: options.project,
    releases: options.releases,
    folder: draft.folder,
    release,
    released,
    taken: {
      from: previous?.manifest.id,
      slugs: new Set(plan.filter(({ isReused }) => isReused).map(({ checked }) => checked.dataset.slug)),
    },
    terms: ontologyLines(options.project),
    progress: options.progress ?? (() => undefined),
  });

export function withLedger(released: ReleasedDataset, { datasets }: WholeLedger): ReleasedDataset {
  const ledger = datasets.get(released.slug);
  return ledger ? { ...released, ledger } : released;
}
