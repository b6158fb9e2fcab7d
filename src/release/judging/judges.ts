import {
  type GraphStore,
  type ResourceStar,
  type ShapeResult,
  type ShapeValidator,
  withoutFragment,
} from '../../model/index.ts';
import { type RDF, readQuadLines } from '../../rdf/index.ts';
import type { ReleaseShapes } from '../../validation/index.ts';
import { inChunks, starsOf } from '../dataset/stars.ts';
import { undescribed } from './judge-own.ts';
import type { Verdicts } from './verdicts.ts';
import { scanReferrers } from './world/scan-referrers.ts';
import type { World } from './world/world.ts';

/** Things judged at once: what they refer to is read once for all of them. */
const CHUNK = 500;
/** Things judged again at once. */
const FEW = 100;

/** A dataset of the release in the making. */
export interface DatasetAmongOthers {
  readonly slug: string;
  /** Sorted N-Quads, plain. */
  readonly path: string;
  /** Absent for one that is taken over: it is read, not judged. */
  readonly judging?: DatasetJudging;
  /** Things of one that is taken over that it left out. */
  readonly leftOut?: readonly string[];
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

/** What the second pass goes by. */
export interface Together {
  readonly datasets: readonly DatasetAmongOthers[];
  readonly options: TogetherOptions;
  /** Things of each dataset that nobody sees any more: they change between rounds only. */
  readonly hidden: readonly Set<string>[];
  readonly world: World;
  readonly store?: GraphStore;
}

/** A dataset whose shapes look beyond its things. */
export interface Judge extends DatasetJudging {
  readonly slug: string;
  readonly path: string;
  readonly position: number;
  readonly validator?: ShapeValidator;
}

/** So many changed things, and all are judged again: looking for who is concerned would take longer. */
const MOST_CHANGED = 20_000;
/** Every step reads all statements once. */
const MOST_STEPS = 3;

/** Judges everything, or what a change concerns where the rest is known; then asks the queries. */
export async function judgeFirst(judge: Judge, together: Together): Promise<ReadonlySet<string>> {
  const concerned = await concernedThings(judge, together);
  const things = concerned
    ? await judgeConcerned(judge, together, concerned)
    : await judgeAll(judge, together);
  return new Set([...things, ...(await askQueries(judge, together))]);
}

/** The things that a change since the release before concerns; undefined where all have to be judged. */
async function concernedThings(
  { known, shapes, validator }: Judge,
  { datasets, options }: Together,
): Promise<ReadonlySet<string> | undefined> {
  const { changed } = options;
  const { reads, inverse } = shapes.dependence;
  if (!validator || !known || !changed || changed.size > MOST_CHANGED || inverse || reads > MOST_STEPS)
    return undefined;
  const concerned = new Set(changed);
  for (let step = 0; step < reads; step++)
    for (const one of await scanReferrers(
      datasets.map(({ path }) => path),
      concerned,
    ))
      concerned.add(one);
  return concerned;
}

async function judgeConcerned(
  judge: Judge,
  together: Together,
  concerned: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { known, verdicts, validator } = judge;
  const lasting: ShapeResult[] = [];
  for await (const result of known ?? []) if (!concerned.has(result.thing)) lasting.push(result);
  verdicts.addBeyond(lasting);
  const things = await judgeThings(judge, together, concerned);
  const absent = (await validator?.validate(verdicts.absent.map(undescribed))) ?? [];
  return new Set([...things, ...verdicts.addBeyond(absent)]);
}

async function judgeAll(judge: Judge, { world, options }: Together): Promise<ReadonlySet<string>> {
  const { slug, validator, verdicts } = judge;
  const fallen = new Set<string>();
  if (!validator) return fallen;
  let count = 0;
  for await (const chunk of inChunks(starsOfStanding(judge), CHUNK)) {
    const results = withLeftOut(await validator.validate(chunk), world);
    for (const thing of verdicts.addBeyond(results)) fallen.add(thing);
    count += chunk.length;
    options.progress(slug, count);
  }
  return fallen;
}

/** Results about a link to a thing that is left out: not the link is to be corrected, but the thing. */
const withLeftOut = (results: readonly ShapeResult[], world: World): readonly ShapeResult[] =>
  results.map((result) =>
    result.value !== undefined && world.isLeftOut(withoutFragment(result.value))
      ? { ...result, leftOut: true }
      : result,
  );

/** The stars of things that have not fallen by themselves, and those of which nothing is said. */
async function* starsOfStanding({ path, verdicts }: Judge): AsyncGenerator<ResourceStar> {
  const quarantined = new Set(verdicts.quarantine.keys());
  for await (const star of starsOf(readQuadLines(path))) if (!quarantined.has(star.iri)) yield star;
  yield* verdicts.absent.map(undescribed);
}

/** Judges again what others' fall concerns, and asks the queries again. */
export async function judgeAgain(
  judge: Judge,
  together: Together,
  affected: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const things = await judgeThings(judge, together, affected);
  return new Set([...things, ...(await askQueries(judge, together))]);
}

/** Judges some things again, those that have fallen excepted. */
async function judgeThings(
  { validator, verdicts, position }: Judge,
  { world }: Together,
  things: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const fallen = new Set<string>();
  if (!validator) return fallen;
  const standing = [...things].filter((thing) => !verdicts.isQuarantined(thing));
  for await (const some of inChunks(standing, FEW)) {
    const stars = some.flatMap((thing) => world.starsOf(thing, position));
    const results = withLeftOut(await validator.validate(stars), world);
    for (const thing of verdicts.replaceBeyond(some, results)) fallen.add(thing);
  }
  return fallen;
}

/** What queries find among the things of a dataset: they ask all datasets. */
async function askQueries(
  { shapes, verdicts, position }: Judge,
  { world, store }: Together,
): Promise<ReadonlySet<string>> {
  if (!shapes.sets || !store) return new Set();
  const results = await shapes.sets(store, world.reader);
  const isOwn = (thing: string) => verdicts.absent.includes(thing) || world.isDescribed(thing, position);
  return verdicts.setSets(results.filter(({ thing }) => isOwn(thing)));
}
