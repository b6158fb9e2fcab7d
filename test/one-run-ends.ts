import { rmSync } from 'node:fs';
import { RUN } from './one-run.ts';

/** Jest's global teardown. */
export default function end(): void {
  const folder = process.env[RUN];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
