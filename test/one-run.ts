import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The variable that tells suites the folder of the run they belong to. */
export const RUN = 'CIMAISE_TEST_RUN';

/**
 * Jest's global setup: a folder for what suites of one run share, and one where Node keeps what it compiled for the threads
 * and processes that they start. Workers inherit the variables.
 */
export default function begin(): void {
  process.env[RUN] = mkdtempSync(join(tmpdir(), 'cimaise-run-'));
  process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/cimaise-tests');
}
