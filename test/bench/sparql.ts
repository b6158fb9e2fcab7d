/**
 * `npm run bench:sparql`: the embedded store (start from an image, replacement, memory), HTTP over it (overhead, remembered
 * answers), and light queries beside endless ones, one after the other, each in processes of their own.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

for (const job of ['sparql-store.ts', 'sparql-http.ts', 'sparql-starving.ts']) {
  process.stdout.write(`\n== ${job}\n`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, job), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
