/**
 * Reads a file in a process of its own and prints what came of it, with the memory that it took beyond the program's:
 * `node read-file.ts <path> <format> [iterator]`.
 */
import { RefusedInput, type SourceFormat } from '../../src/model/index.ts';
import { openSource } from '../../src/sources/index.ts';

const [path = '', format = 'csv', iterator] = process.argv.slice(2);
const dialect = { delimiter: ',', quote: '"', encoding: 'utf-8' };
const megabytes = () => process.resourceUsage().maxRSS / 1024;

const before = megabytes();
let outcome = '';
try {
  const source = await openSource({
    path,
    shown: 'x',
    format: format as SourceFormat,
    dialect,
    namespaces: {},
    ...(iterator === undefined ? {} : { iterator }),
  });
  let records = 0;
  for await (const batch of source.records()) records += batch.length;
  outcome = `${records} records`;
} catch (error) {
  if (!(error instanceof RefusedInput)) throw error;
  const [complaint] = error.complaints;
  outcome = `x:${complaint?.place.line} ${complaint?.found.en}`;
}
process.stdout.write(JSON.stringify({ outcome, megabytes: Math.round(megabytes() - before) }));
