import { affectedBy, type ReleaseShapes } from '../../validation/index.ts';
import {
  type DatasetAmongOthers,
  type Judge,
  judgeAgain,
  judgeFirst,
  type Together,
  type TogetherOptions,
} from './judges.ts';
import { loadStanding } from './standing-store.ts';
import { World } from './world/world.ts';

/** Whether there is anything to judge when all datasets are there. */
export const looksBeyond = ({ beyond, sets }: ReleaseShapes): boolean =>
  beyond !== undefined || sets !== undefined;

/**
 * The second pass: what must be read of others to judge a thing. Things that fall are taken out, and those whose results
 * may change by that are judged again, until nothing falls.
 * @throws RefusedInput for queries of shapes that are not answered in their bounds
 */
export async function judgeTogether(
  datasets: readonly DatasetAmongOthers[],
  options: TogetherOptions,
): Promise<void> {
  if (!datasets.some(({ judging }) => judging && looksBeyond(judging.shapes))) return;
  const hidden = datasets.map(
    ({ judging, leftOut }) => new Set(judging?.verdicts.quarantine.keys() ?? leftOut),
  );
  const standing = datasets.map(({ path }, position) => ({
    path,
    isQuarantined: (thing: string) => hidden[position]?.has(thing) ?? false,
  }));
  const needsStore = datasets.some(({ judging }) => judging?.shapes.needsStore);
  const store = needsStore ? await loadStanding(standing, options.ontologies) : undefined;
  const world = await World.open(standing, options);
  try {
    await toFixedPoint({ datasets, options, hidden, world, ...(store && { store }) });
  } finally {
    world.close();
    await store?.close();
  }
}

async function toFixedPoint(together: Together): Promise<void> {
  const { hidden, world, store } = together;
  const judges = judgesOf(together);
  if (judges.some(({ shapes }) => shapes.dependence.inverse)) await world.knowReferrers();
  let fallen = await eachOf(judges, (judge) => judgeFirst(judge, together));
  while (fallen.some(({ things }) => things.size > 0)) {
    await world.knowReferrers();
    const all = fallen.flatMap(({ things }) => [...things]);
    const affected = new Map(judges.map((judge) => [judge, affectedBy(all, judge.shapes.dependence, world)]));
    for (const { position, things } of fallen)
      for (const thing of things) {
        await store?.remove(world.linesOf(thing, position));
        hidden[position]?.add(thing);
      }
    world.forget();
    fallen = await eachOf(judges, (judge) => judgeAgain(judge, together, affected.get(judge) ?? new Set()));
  }
}

/** One dataset after the other: each is large. */
async function eachOf(
  judges: readonly Judge[],
  judge: (one: Judge) => Promise<ReadonlySet<string>>,
): Promise<readonly Fallen[]> {
  const fallen: Fallen[] = [];
  for (const one of judges) fallen.push({ position: one.position, things: await judge(one) });
  return fallen;
}

/** The things of a dataset that fell. */
interface Fallen {
  readonly position: number;
  readonly things: ReadonlySet<string>;
}

const judgesOf = ({ datasets, world, store }: Together): readonly Judge[] =>
  datasets.flatMap(({ slug, path, judging }, position) => {
    if (!judging || !looksBeyond(judging.shapes)) return [];
    const validator = judging.shapes.beyond?.(world.reader, store);
    return [{ slug, path, position, ...(validator && { validator }), ...judging }];
  });
