import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('./stand-in-oxigraph.ts', import.meta.url));

/** Writes a program into a folder that stands in for Oxigraph's server, in some mood. */
export async function writeStandIn(folder: string, mood = ''): Promise<string> {
  const program = join(folder, `oxigraph-stand-in${mood && `-${mood}`}`);
  const line = `STAND_IN='${mood}' exec '${process.execPath}' --no-warnings '${SCRIPT}' "$@"`;
  await writeFile(program, `#!/bin/sh\n${line}\n`);
  await chmod(program, 0o755);
  return program;
}
