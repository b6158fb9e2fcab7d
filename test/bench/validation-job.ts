/** One job of the validation bench in a process of its own: `node validation-job.ts things|graph|bare|rdf-validate-shacl COUNT`. */
import { join } from 'node:path';
import { DataFactory, Parser, Store } from 'n3';
import { MUSEUM_SHAPE, resources } from './resources.ts';

export interface ValidationMeasure {
  readonly statements: number;
  readonly results: number;
  readonly seconds: number;
  /** What the processors worked, all threads together: the same on a machine that others use too, nearly. */
  readonly cpuSeconds: number;
  /** Peak resident memory of the process. */
  readonly megabytes: number;
}

type Validation = typeof import('../../src/validation/index.ts');

/** The package as it is published, built by `npm run build`. */
const DIST = join(import.meta.dirname, '..', '..', 'dist', 'validation', 'index.js');
/** As the build has it. */
const CHUNK = 100;

const shapes = [{ file: 'bench.ttl', quads: new Parser().parse(MUSEUM_SHAPE) }];

/** shacl-engine, which comes without types. */
interface BareEngine {
  readonly Validator: new (
    shapes: Store,
    options: { readonly factory: typeof DataFactory },
  ) => { validate(data: { readonly dataset: Store }): Promise<{ readonly results: readonly unknown[] }> };
}

interface Done {
  readonly statements: number;
  readonly results: number;
}

const JOBS: Readonly<Record<string, (count: number) => Promise<Done>>> = {
  /** As a build does: things in chunks, parsed from their lines. */
  async things(count) {
    const { createShapeValidator } = (await import(DIST)) as Validation;
    const created = createShapeValidator({ shapes });
    if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints));
    let [statements, results] = [0, 0];
    let chunk: ReturnType<typeof resources> extends Generator<infer T> ? T[] : never = [];
    const judge = async () => {
      results += (await created.validator.validate(chunk)).length;
      chunk = [];
    };
    for (const star of resources(count)) {
      statements += star.lines.length;
      chunk.push(star);
      if (chunk.length === CHUNK) await judge();
    }
    await judge();
    return { statements, results };
  },
  async graph(count) {
    const { validateGraph } = (await import(DIST)) as Validation;
    const data = parsed(count);
    const validated = validateGraph({ shapes, data });
    if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints));
    return { statements: data.length, results: validated.results.length };
  },
  /** shacl-engine alone on an n3 store. */
  async bare(count) {
    const { Validator } = (await import('shacl-engine')) as unknown as BareEngine;
    const dataset = new Store(parsed(count));
    const validator = new Validator(new Store(shapes[0]?.quads), { factory: DataFactory });
    const report = await validator.validate({ dataset });
    return { statements: dataset.size, results: report.results.length };
  },
  /** rdf-validate-shacl on an n3 store. */
  async 'rdf-validate-shacl'(count) {
    const { default: Validator } = await import('rdf-validate-shacl');
    const dataset = new Store(parsed(count));
    const report = await new Validator(new Store(shapes[0]?.quads)).validate(dataset);
    return { statements: dataset.size, results: report.results.length };
  },
};

const parsed = (count: number) =>
  new Parser({ format: 'N-Triples' }).parse([...resources(count)].flatMap(({ lines }) => lines).join('\n'));

const [job = '', count = ''] = process.argv.slice(2);
await import(DIST);
const started = performance.now();
const before = process.cpuUsage();
const done = await JOBS[job]?.(Number(count));
const { user, system } = process.cpuUsage(before);
const measure = {
  ...done,
  seconds: (performance.now() - started) / 1000,
  cpuSeconds: (user + system) / 1e6,
  megabytes: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(measure));
