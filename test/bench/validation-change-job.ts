/**
 * `node validation-change-job.ts change-500 COUNT`: 500 of so many things have changed; what is judged again are they and
 * the things that refer to them. The time is that of judging, with all things on the disk and their referrers known.
 */

import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Parser } from 'n3';
import type { ResourceStar } from '../../src/model/index.ts';
import { MUSEUM_SHAPE, resources } from './resources.ts';
import type { ValidationMeasure } from './validation-job.ts';

type Validation = typeof import('../../src/validation/index.ts');
type Worlds = typeof import('../../src/release/judging/world/world.ts');

const DIST = join(import.meta.dirname, '..', '..', 'dist');
const { affectedBy, compileReleaseShapes } = (await import(
  join(DIST, 'validation', 'index.js')
)) as Validation;
const { World } = (await import(join(DIST, 'release', 'judging', 'world', 'world.js'))) as Worlds;

/** Each museum is near another one, which has to be a museum. */
const NEAR = 'http://example.org/def/near';
const LINKED = `${MUSEUM_SHAPE}
ex:NearShape a sh:NodeShape ; sh:targetClass ex:Museum ; sh:property [ sh:path ex:near ; sh:class ex:Museum ] .`;
const CHANGED = 500;

const iriOf = (number: number): string => `http://example.org/id/museums/M${String(number).padStart(7, '0')}`;

function* linked(count: number): Generator<ResourceStar> {
  let number = 0;
  for (const { iri, lines } of resources(count)) {
    const near = iriOf((number++ * 7919 + 1) % count);
    yield { iri, lines: [...lines, `<${iri}> <${NEAR}> <${near}> .`].map(inGraph).sort() };
  }
}

const inGraph = (line: string): string => line.replace(/ \.$/, ' <http://example.org/dataset/museums> .');

async function* texts(count: number): AsyncGenerator<string> {
  for (const { lines } of linked(count)) yield `${lines.join('\n')}\n`;
}

const count = Number(process.argv[3]);
const folder = await mkdtemp(join(tmpdir(), 'cimaise-bench-'));
const path = join(folder, 'museums.nq');
await pipeline(Readable.from(texts(count)), createWriteStream(path));
const compiled = compileReleaseShapes([{ file: 'bench.ttl', quads: new Parser().parse(LINKED) }]);
if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.complaints));
const shapes = compiled;
const world = await World.open([{ path, isQuarantined: () => false }], { ontologies: [], folder });
await world.knowReferrers();
const beyond = shapes.beyond?.(world.reader);

/** Things that changed, some others each time, as they come from their source. */
const changedIn = (turn: number): readonly ResourceStar[] => {
  const every = Math.floor(count / CHANGED);
  const iris = Array.from({ length: CHANGED }, (_, index) => iriOf(index * every + turn));
  return iris.flatMap((iri) => world.starsOf(iri, 0));
};

async function judge(changed: readonly ResourceStar[]) {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const things = new Set(changed.map(({ iri }) => iri));
  const own = await shapes.own.validate(changed);
  const others = [...affectedBy(things, shapes.dependence, world)].filter((iri) => !things.has(iri));
  const concerned = [...changed, ...others.flatMap((iri) => world.starsOf(iri, 0))];
  const links = (await beyond?.validate(concerned)) ?? [];
  return {
    statements: concerned.length,
    results: own.length + links.length,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: process.cpuUsage(cpu).user / 1e6,
  };
}

// The first turn is that of a process that has judged nothing yet; the median is that of one that stays.
const turns = [];
for (let turn = 0; turn < 5; turn++) turns.push(await judge(changedIn(turn)));
const [, , median] = turns.toSorted((one, other) => one.seconds - other.seconds);
if (!median) throw new Error('no turn');
const measure: ValidationMeasure = { ...median, megabytes: process.resourceUsage().maxRSS / 1024 };
world.close();
await rm(folder, { recursive: true });
process.stdout.write(JSON.stringify(measure));
