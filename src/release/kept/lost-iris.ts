import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readQuadLines } from '../../rdf/index.ts';
import { sortLines } from '../dataset/sort-lines.ts';
import { byCodeUnits, sideBySide } from '../side-by-side.ts';
import { diffReleases, type ReleasePair } from './diff-releases.ts';

/** Published IRIs that another release does not know: addresses that would answer 404. */
export interface LostIris {
  readonly count: number;
  /** The first of them. */
  readonly some: readonly string[];
}

const MOST_SHOWN = 20;

/**
 * What one release has published, or remembers, that the other does not know: by their ledgers; by their things where one
 * of them has no ledger.
 */
export async function lostIris({ before, after }: ReleasePair): Promise<LostIris> {
  const lost = new Lost();
  const [known, kept] = [before.manifest.ledger, after.manifest.ledger];
  if (known && kept) {
    const old = sortedIris(join(before.folder, known.path));
    const now = sortedIris(join(after.folder, kept.path));
    for await (const batch of sideBySide(old, now, byCodeUnits))
      for (const { left, right } of batch) if (left !== undefined && right === undefined) lost.add(left);
    return lost;
  }
  const thing = ({ iri, change }: { readonly iri: string; readonly change: string }): void => {
    if (change === 'removed') lost.add(iri);
  };
  for await (const _ of diffReleases({ before, after }, { thing }));
  return lost;
}

class Lost implements LostIris {
  count = 0;
  readonly some: string[] = [];

  add(iri: string): void {
    this.count++;
    if (this.some.length < MOST_SHOWN) this.some.push(iri);
  }
}

/** The IRIs of a ledger: parts of it are sorted, not the whole. */
async function* sortedIris(ledger: string): AsyncGenerator<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-ledger-'));
  try {
    yield* sortLines(irisOf(ledger), { folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* irisOf(ledger: string): AsyncGenerator<string> {
  for await (const batch of readQuadLines(ledger))
    yield batch.map((line) => `${line.split('\t', 1)[0]}\n`).join('');
}
