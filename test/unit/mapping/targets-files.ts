import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTarget, type Target, type TargetRequest } from '../../../src/mapping/targets/index.ts';
import { formats } from '../../../src/rdf/index.ts';

/** Does something in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'targets-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A target in a folder: N-Quads, UTF-8, unpacked, unless told otherwise. */
export const targetIn = (folder: string, name: string, request: Partial<TargetRequest> = {}): Target =>
  createTarget({
    path: join(folder, name),
    serialization: formats['N-Quads'],
    encoding: 'utf-8',
    compression: 'none',
    place: { file: 'mapping.ttl', line: 3 },
    within: [folder],
    ...request,
  });

/** What a target writes when it is given these texts. */
export const writtenBy = (request: Partial<TargetRequest>, ...texts: readonly string[]): Promise<Buffer> =>
  inFolder(async (folder) => {
    const target = targetIn(folder, 'dump', request);
    for (const text of texts) await target.write(text);
    await target.close();
    return readFileSync(target.path);
  });

/** Runs a program of the machine; undefined where it is not there. */
export function runTool(tool: string, ...args: readonly string[]): string | undefined {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
