import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Complaint, RefusedInput, type Source } from '../../../src/model/index.ts';
import { openSource } from '../../../src/sources/index.ts';

/** A folder for one test file's sources. */
export async function createSourceFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'cimaise-sources-'));
  let count = 0;
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
    async write(content: string | Uint8Array): Promise<string> {
      const path = join(folder, `source-${++count}`);
      await writeFile(path, content);
      return path;
    },
  };
}

interface Declared extends Partial<Omit<Source, 'dialect'>> {
  readonly path: string;
  readonly dialect?: Partial<Source['dialect']>;
}

/** A CSV source with the usual dialect, unless told otherwise. */
export const sourceOf = ({ dialect, ...rest }: Declared): Source => ({
  shown: 'source/x',
  format: 'csv',
  namespaces: {},
  ...rest,
  dialect: { delimiter: ',', quote: '"', encoding: 'utf-8', ...dialect },
});

/** Every record with its row, its line, and the values of the references, in their order. */
export async function readAll(source: Source, references: readonly string[]) {
  const opened = await openSource(source);
  const reads = references.map((name) => opened.reference(name));
  const rows: { row: number; line: number; values: (readonly string[])[] }[] = [];
  const offsets: number[] = [];
  for await (const batch of opened.records())
    for (const { record, row, line, offset } of batch) {
      rows.push({ row, line, values: reads.map((read) => read(record)) });
      offsets.push(offset);
    }
  return { rows, offsets, columns: opened.columns, faults: opened.faults };
}

/** The complaints with which reading is refused. */
export async function refusal(reading: Promise<unknown>): Promise<readonly Complaint[]> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RefusedInput) return error.complaints;
  throw error ?? new Error('Nothing was refused.');
}

/** A text cut at places, taken modulo its length; never inside a letter, as decoders give it. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const whole = (at: number) => (/[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at + 1 : at);
  const inside = places.map((one) => whole(one % (text.length + 1))).sort((a, b) => a - b);
  const at = [0, ...inside, text.length];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
}
