import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Run } from '../../../src/mapping/engine/run.ts';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import type { Mapping } from '../../../src/mapping/rules.ts';
import { writeRml } from '../../../src/mapping/write-rml/index.ts';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';

export const BASE = 'http://example.com/';

/** Runs something in a folder that holds these files, and is gone afterwards. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  run: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'yarrrml-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Parsed = ReturnType<typeof parseYarrrml> | ReturnType<typeof parseRml>;

export function sound(parsed: Parsed): Mapping {
  if (parsed.kind === 'refused')
    throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join('\n'));
  return parsed.mapping;
}

export interface Output {
  /** Distinct lines of the default output, in order. */
  readonly lines: readonly string[];
  /** Lines by the target's path. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

export async function outputOf(mapping: Mapping): Promise<Output> {
  const targets: Record<string, string[]> = {};
  const run = new Run({
    mapping,
    base: BASE,
    toTarget: async ({ path }, nquads) => {
      targets[path] = [...(targets[path] ?? []), ...linesOf(nquads)];
    },
  });
  let text = '';
  for await (const { nquads } of run.chunks()) text += Buffer.from(nquads).toString();
  return { lines: [...new Set(linesOf(text))].sort(), targets };
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** What a YARRRML text makes of files, by itself and written as RML. */
export const bothOutputs = (yarrrml: string, files: Readonly<Record<string, string>>) =>
  inFolder({ ...files, 'mapping.yml': yarrrml }, async (folder) => {
    const file = join(folder, 'mapping.yml');
    const mapping = sound(parseYarrrml(readFileSync(file, 'utf8'), file, BASE));
    const turtle = writeRml(mapping);
    const rml = sound(parseRml(turtle, file, BASE, { mapping: folder, working: folder }));
    return { folder, mapping, turtle, own: await outputOf(mapping), written: await outputOf(rml) };
  });
