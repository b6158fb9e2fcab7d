import { dirname, resolve } from 'node:path';
import { type Mapping, parseDocument, withNamesOfTables, writeRml } from '../mapping/index.ts';
import { type Complaint, RefusedInput } from '../model/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { writeText } from './file-aside.ts';
import { assertFile } from './mapping-file.ts';
import { assertApart, readBy } from './overwriting.ts';
import { tellComplaints } from './report-lines.ts';

/** `cimaise mapping convert FILE`: YARRRML or RML as RML in Turtle. */
export async function convert(
  { settings, terminal, streams }: CommandContext,
  file: string,
  { output }: { readonly output?: string },
): Promise<number> {
  const path = resolve(file);
  await assertFile(path, file);
  const parsed = await parseDocument({ mapping: path, base: settings.base, workingDirectory: process.cwd() });
  if (parsed.kind === 'parsed')
    assertApart([{ option: '--output', path: output }], readBy(path, parsed.mapping));
  const written = parsed.kind === 'refused' ? parsed : await asRml(parsed.mapping, output);
  if (written.kind === 'refused') {
    tellComplaints(
      written.complaints.map((one) =>
        one.place.file === path ? { ...one, place: { ...one.place, file } } : one,
      ),
      terminal,
    );
    return REFUSED;
  }
  await writeText(output, written.turtle, streams.out);
  return DONE;
}

type Written =
  | { readonly kind: 'written'; readonly turtle: string }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/** Paths are written relative to where the document will stand; on standard output, to the mapping it is made from. */
async function asRml(mapping: Mapping, output: string | undefined): Promise<Written> {
  const folder = output === undefined || output === '-' ? {} : { folder: dirname(resolve(output)) };
  try {
    return { kind: 'written', turtle: writeRml(await withNamesOfTables(mapping), folder) };
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    return { kind: 'refused', complaints: error.complaints };
  }
}
