/**
 * `node validation-sparql-job.ts sparql-sets|sparql-among COUNT`: one `sh:sparql` (identifiers are unique) over a loaded store; the
 * time is that of the question, without loading. `sparql-among` asks 500 of the things, as after a change.
 */
import { join } from 'node:path';
import { Parser } from 'n3';
import { resources } from './resources.ts';
import type { ValidationMeasure } from './validation-job.ts';

type Validation = typeof import('../../src/validation/index.ts');
type Stores = typeof import('../../src/store/index.ts');

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const { judgeSets, ShapeGraph } = (await import(join(DIST, 'validation', 'index.js'))) as Validation;
const { createGraphStore } = (await import(join(DIST, 'store', 'index.js'))) as Stores;

const IDENTIFIER = '<http://example.org/def/identifier>';
const UNIQUE = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix ex: <http://example.org/def/> .
ex:Unique a sh:NodeShape ; sh:targetClass ex:Museum ; sh:sparql [ sh:message "{?value}" ;
  sh:select "SELECT $this ?value { $this ${IDENTIFIER} ?value . ?other ${IDENTIFIER} ?value FILTER(?other != $this) }" ] .`;
const graph = new ShapeGraph([{ file: 'bench.ttl', quads: new Parser().parse(UNIQUE) }]);

/** Every thousandth thing has the identifier of the next one, too. */
async function* lines(count: number): AsyncGenerator<string> {
  let number = 0;
  for (const { iri, lines: own } of resources(count)) {
    yield `${own.join('\n')}\n`;
    if (number++ % 1000 === 0) yield `<${iri}> ${IDENTIFIER} "M${String(number).padStart(7, '0')}" .\n`;
  }
}

const [job = '', asked = ''] = process.argv.slice(2);
const count = Number(asked);
const store = createGraphStore();
const statements = await store.load(lines(count));
const among = [...resources(500)].map(({ iri }) => iri);
const cpu = process.cpuUsage();
const started = performance.now();
const results = await judgeSets({ graph, store, ...(job === 'sparql-among' ? { among } : {}) });
const measure: ValidationMeasure = {
  statements,
  results: results.length,
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: process.cpuUsage(cpu).user / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
await store.close();
process.stdout.write(JSON.stringify(measure));
