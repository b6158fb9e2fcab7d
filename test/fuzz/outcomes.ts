import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { complaintText, RefusedInput, type Source, type SourceFormat } from '../../src/model/index.ts';
import { openSource } from '../../src/sources/index.ts';

const REFERENCES: Readonly<Record<SourceFormat, string>> = { csv: 'a', json: '$.a', xml: '@a' };

export interface Outcome {
  readonly records?: number;
  /** The complaint, with its place. */
  readonly refused?: string;
  readonly line?: number | undefined;
}

export type Outcomes = (
  format: SourceFormat,
  bytes: Uint8Array,
  declared?: Partial<Source>,
) => Promise<Outcome>;

/** Reads bytes as a file of a folder of its own. */
export async function createOutcomes(): Promise<{
  readonly of: Outcomes;
  readonly remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-fuzz-'));
  return {
    of: (...file) => outcomeIn(folder, ...file),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** How many records a file gave, or the complaint with which it was refused; anything else is a bug. */
async function outcomeIn(
  folder: string,
  ...[format, bytes, declared = {}]: Parameters<Outcomes>
): Promise<Outcome> {
  const path = join(folder, 'source');
  await writeFile(path, bytes);
  const dialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };
  try {
    const source = await openSource({ path, shown: 'x', format, dialect, namespaces: {}, ...declared });
    const read = source.reference(REFERENCES[format]);
    let records = 0;
    for await (const batch of source.records())
      for (const { record, row, line, offset } of batch) {
        records++;
        expect(row).toBe(records);
        expect(line).toBeGreaterThan(0);
        expect(offset).toBeLessThanOrEqual(bytes.length * 20_000);
        valuesIn(record, read);
      }
    return { records };
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return refusal(error);
  }
}

function refusal({ complaints: [complaint] }: RefusedInput): Outcome {
  if (complaint === undefined) throw new Error('Refused without a word.');
  const { place, found, remedy } = complaint;
  expect(place.file).toBe('x');
  if (place.line !== undefined) expect(place.line).toBeGreaterThan(0);
  for (const text of [found.fr, found.en, remedy.fr, remedy.en]) expect(text).not.toBe('');
  return { refused: complaintText(complaint, 'en'), line: place.line };
}

/** A value that is no scalar is a fault of the mapping. */
function valuesIn(record: unknown, read: (record: unknown) => readonly string[]): void {
  try {
    for (const value of read(record)) expect(typeof value).toBe('string');
  } catch (error) {
    if ((error as Error).name !== 'NotAScalar') throw error;
  }
}
