import { join } from 'node:path';
import {
  datasetIri,
  type Release,
  type ReleasedDataset,
  type ReleaseManifest,
} from '../../../../src/model/index.ts';
import { beginDraft } from '../../../../src/release/releases.ts';
import { sha256OfFile, writeDurably, writeJson, writeLines } from '../../../../src/release/written-file.ts';

export const BASE = 'http://localhost:3000/';
export const thing = (name: string, slug = 'x'): string => `${BASE}id/${slug}/${name}`;

/** A line of a dataset's graph. */
export const lineOf = (iri: string, value: string, slug = 'x'): string =>
  `<${iri}> <http://schema.org/name> "${value}" <${datasetIri(BASE, slug)}> .`;

/**
 * Publishes a release by hand.
 * @param datasets lines by slug, in any order
 * @param remembered names of the things of x in its ledger; none: it has no ledger
 */
export async function publishRelease(
  releases: string,
  id: string,
  datasets: Readonly<Record<string, readonly string[]>>,
  remembered: readonly string[] = [],
): Promise<Release> {
  const draft = await beginDraft(releases);
  const released: ReleasedDataset[] = [];
  for (const [slug, lines] of Object.entries(datasets)) {
    const sorted = [...new Set(lines)].sort();
    const dump = await writeLines(draft.folder, `datasets/${slug}.nq.gz`, [sorted]);
    released.push({
      slug,
      inputs: [],
      dump,
      statements: sorted.length,
      things: 0,
    } as unknown as ReleasedDataset);
  }
  const ledger = remembered.map((name) => `${thing(name)}\thash\t${id}\t${id}\tpublished\t\t\t\t`);
  const more: Partial<ReleaseManifest> =
    ledger.length === 0
      ? {}
      : {
          ledger: {
            ...(await writeLines(draft.folder, 'ledger.tsv.gz', [ledger])),
            statements: ledger.length,
          },
        };
  const files = [...released.map(({ dump }) => dump), ...(more.ledger ? [more.ledger] : [])];
  await writeJson(draft.folder, 'manifest.json', {
    id,
    createdAt: '2026-03-09T10:00:00.000Z',
    base: BASE,
    toolVersion: '0',
    datasets: released,
    graphs: released.map(({ slug, statements }) => ({ iri: datasetIri(BASE, slug), statements })),
    statements: released.reduce((sum, { statements }) => sum + statements, 0),
    files,
    ...more,
  });
  const sums = await Promise.all(
    [...files.map(({ path }) => path), 'manifest.json'].map(
      async (path) => `${await sha256OfFile(join(draft.folder, path))}  ${path}\n`,
    ),
  );
  await writeDurably(join(draft.folder, 'SHA256SUMS'), sums.join(''));
  return draft.publish(id);
}
