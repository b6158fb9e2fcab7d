import type { ResourceStar, ShapeResult, ShapeValidator } from '../model/index.ts';
import { type RDF, readQuadLines } from '../rdf/index.ts';
import { affectedBy, type ReleaseShapes } from '../validation/index.ts';
import { CHUNK, undescribed } from './judge-own.ts';
import { inChunks, starsOf } from './stars.ts';
import type { Verdicts } from './verdicts.ts';
import { scanReferrers } from './world/scan-referrers.ts';
import { World } from './world/world.ts';

/** Things judged again at once. */
const FEW = 100;

/** A dataset of the release in the making. */
export interface DatasetAmongOthers {
  readonly slug: string;
  /** Sorted N-Quads, plain. */
  readonly path: string;
  /** Absent for one that is taken over: it is read, not judged. */
  readonly judging?: DatasetJudging;
}

interface DatasetJudging {
  readonly shapes: ReleaseShapes;
  readonly verdicts: Verdicts;
  /** What was found in the release before with others in sight, by the same shapes. */
  readonly known?: AsyncIterable<ShapeResult>;
}

export interface TogetherOptions {
  readonly ontologies: readonly RDF.Quad[];
  /** For files that are made on the way. */
  readonly folder: string;
  /** Things of all datasets that are not what they were when results became known. Absent: nobody can tell. */
  readonly changed?: ReadonlySet<string>;
  readonly progress: (slug: string, things: number) => void;
}

/** Whether there is anything to judge when all datasets are there. */
export const looksBeyond = ({ beyond }: ReleaseShapes): boolean => beyond !== undefined;

/**
 * The second pass: what must be read of others to judge a thing. Things that fall are taken out, and those whose results
 * may change by that are judged again, until nothing falls.
 */
export async function judgeTogether(
  datasets: readonly DatasetAmongOthers[],
  options: TogetherOptions,
): Promise<void> {
  if (!datasets.some(({ judging }) => judging && looksBeyond(judging.shapes))) return;
  const hidden = datasets.map(({ judging }) => new Set(judging?.verdicts.quarantine.keys()));
  const world = await World.open(
    datasets.map(({ path }, position) => ({
      path,
      isQuarantined: (thing) => hidden[position]?.has(thing) ?? false,
    })),
    options,
  );
  try {
    const judges = judgesOf(datasets, world);
    if (judges.some(({ shapes }) => shapes.dependence.inverse)) await world.knowReferrers();
    let fallen: Fallen[] = [];
    for (const judge of judges) fallen.push(await judgeFirst(judge, { world, datasets, options }));
    while (fallen.some(({ things }) => things.size > 0)) {
      await world.knowReferrers();
      const all = fallen.flatMap(({ things }) => [...things]);
      const affected = judges.map(({ shapes }) => affectedBy(all, shapes.dependence, world));
      for (const { position, things } of fallen) for (const thing of things) hidden[position]?.add(thing);
      world.forget();
      fallen = [];
      for (const [index, judge] of judges.entries())
        fallen.push(await judgeAgain(judge, world, affected[index] ?? new Set()));
    }
  } finally {
    world.close();
  }
}

/** A dataset whose shapes look beyond its things. */
interface Judge extends DatasetJudging {
  readonly slug: string;
  readonly path: string;
  readonly position: number;
  readonly validator: ShapeValidator;
}

/** The things of a dataset that fell. */
interface Fallen {
  readonly position: number;
  readonly things: ReadonlySet<string>;
}

const judgesOf = (datasets: readonly DatasetAmongOthers[], { reader }: World): readonly Judge[] =>
  datasets.flatMap(({ slug, path, judging }, position) => {
    const validator = judging?.shapes.beyond?.(reader);
    return judging && validator ? [{ slug, path, position, validator, ...judging }] : [];
  });

/** So many changed things, and all are judged again: looking for who is concerned would take longer. */
const MOST_CHANGED = 20_000;
/** Every step reads all statements once. */
const MOST_STEPS = 3;

interface FirstRound {
  readonly world: World;
  readonly datasets: readonly DatasetAmongOthers[];
  readonly options: TogetherOptions;
}

/** Judges everything, or what a change concerns where the rest is known. */
async function judgeFirst(judge: Judge, { world, datasets, options }: FirstRound): Promise<Fallen> {
  const { known, shapes, position, verdicts, validator } = judge;
  const { changed, progress } = options;
  const { reads, inverse } = shapes.dependence;
  if (!known || !changed || changed.size > MOST_CHANGED || inverse || reads > MOST_STEPS)
    return judgeAll(judge, progress);
  const concerned = new Set(changed);
  for (let step = 0; step < reads; step++)
    for (const one of await scanReferrers(
      datasets.map(({ path }) => path),
      concerned,
    ))
      concerned.add(one);
  const lasting: ShapeResult[] = [];
  for await (const result of known) if (!concerned.has(result.thing)) lasting.push(result);
  verdicts.addBeyond(lasting);
  const { things } = await judgeAgain(judge, world, concerned);
  const absent = verdicts.addBeyond(await validator.validate(verdicts.absent.map(undescribed)));
  return { position, things: new Set([...things, ...absent]) };
}

async function judgeAll(judge: Judge, progress: TogetherOptions['progress']): Promise<Fallen> {
  const { slug, position, validator, verdicts } = judge;
  const things = new Set<string>();
  let count = 0;
  for await (const chunk of inChunks(starsOfStanding(judge), CHUNK)) {
    for (const thing of verdicts.addBeyond(await validator.validate(chunk))) things.add(thing);
    count += chunk.length;
    progress(slug, count);
  }
  return { position, things };
}

/** The stars of things that have not fallen by themselves, and those of which nothing is said. */
async function* starsOfStanding({ path, verdicts }: Judge): AsyncGenerator<ResourceStar> {
  const quarantined = new Set(verdicts.quarantine.keys());
  for await (const star of starsOf(readQuadLines(path))) if (!quarantined.has(star.iri)) yield star;
  yield* verdicts.absent.map(undescribed);
}

async function judgeAgain(judge: Judge, world: World, affected: ReadonlySet<string>): Promise<Fallen> {
  const { position, validator, verdicts } = judge;
  const fallen = new Set<string>();
  const standing = [...affected].filter((thing) => !verdicts.isQuarantined(thing));
  for await (const things of inChunks(standing, FEW)) {
    const stars = things.flatMap((thing) => world.starsOf(thing, position));
    const results = await validator.validate(stars);
    for (const thing of verdicts.replaceBeyond(things, results)) fallen.add(thing);
  }
  return { position, things: fallen };
}
