import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ShapeResult } from '../../../src/model/index.ts';
import { parseLines, type RDF } from '../../../src/rdf/index.ts';
import { starsOf } from '../../../src/release/dataset/stars.ts';
import { judgeOwn } from '../../../src/release/judging/judge-own.ts';
import { judgeTogether } from '../../../src/release/judging/judge-together.ts';
import type { Verdicts } from '../../../src/release/judging/verdicts.ts';
import { compileReleaseShapes, type ReleaseShapes } from '../../../src/validation/index.ts';
import { EX, FORWARD, graphs, INVERSE, RDF_TYPE, text } from '../validation/random-graphs.ts';
import { shapesFile } from '../validation/shapes.ts';
import { streamOf, temporaryFolders } from './folders.ts';

const scratch = temporaryFolders();

function compiled(shapes: string): ReleaseShapes {
  const created = compileReleaseShapes([shapesFile(shapes)]);
  if (created.kind === 'refused') throw new Error(JSON.stringify(created.complaints, null, 1));
  return created;
}

const quads = (lines: readonly string[]) => lines.map((line) => line.replace(/ \.$/, ' <urn:g> .')).sort();

/** Judges datasets given as lines, in both passes. */
async function judged(
  shapes: string,
  datasets: readonly (readonly string[])[],
): Promise<readonly Verdicts[]> {
  const folder = scratch();
  const judging = [];
  for (const [index, lines] of datasets.entries()) {
    const path = join(folder, `${index}.nq`);
    writeFileSync(
      path,
      quads(lines)
        .map((line) => `${line}\n`)
        .join(''),
    );
    const own = compiled(shapes);
    const verdicts = await judgeOwn({
      stars: starsOf(streamOf([quads(lines)])),
      shapes: own,
      isThing: (iri) => lines.some((line) => line.startsWith(`<${iri}>`)),
      keep: () => undefined,
      progress: () => undefined,
    });
    judging.push({ slug: String(index), path, judging: { shapes: own, verdicts } });
  }
  await judgeTogether(judging, { ontologies: [], folder, progress: () => undefined });
  return judging.map((one) => one.judging.verdicts);
}

/** The same by brute force: everything that stands is judged anew, as often as something falls. */
async function byForce(shapes: string, datasets: readonly (readonly string[])[]) {
  const { own, beyond } = compiled(shapes);
  const starsIn = (lines: readonly string[]) => Array.fromAsync(starsOf(streamOf([quads(lines)])));
  const fallen = datasets.map(() => new Set<string>());
  const fall = (results: readonly ShapeResult[], dataset: number) =>
    results
      .filter(({ severity }) => severity === 'violation')
      .filter(({ thing }) => fallen[dataset]?.has(thing) === false)
      .map(({ thing }) => ({ thing, dataset }));
  const first = [];
  for (const [index, lines] of datasets.entries())
    first.push(...fall(await own.validate(await starsIn(lines)), index));
  for (let news = first; ; ) {
    for (const { thing, dataset } of news) fallen[dataset]?.add(thing);
    const standing = datasets.map((lines, index) =>
      lines.filter((line) => !fallen[index]?.has(line.slice(1, line.indexOf('>')))),
    );
    const all = parseLines(standing.flat());
    const reader = {
      statementsOf: (subject: string) => all.filter((one) => one.subject.value === subject),
      referrersOf: (predicate: string, object: RDF.Term) =>
        all
          .filter((one) => one.predicate.value === predicate && one.object.equals(object))
          .map(({ subject }) => subject),
    };
    news = [];
    const warnings: string[][] = [];
    for (const [index, lines] of standing.entries()) {
      const results = (await beyond?.(reader).validate(await starsIn(lines))) ?? [];
      news.push(...fall(results, index));
      warnings.push(results.filter(({ severity }) => severity !== 'violation').map(text));
    }
    if (news.length === 0) return { fallen: fallen.map((things) => [...things].sort()), warnings };
  }
}

const WARNING = `
  ex:W a sh:NodeShape ; sh:targetClass ex:C2 ; sh:property [ sh:path ex:q ; sh:class ex:C0 ; sh:severity sh:Warning ] .`;
const CHAIN =
  'ex:A a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:class ex:C1 ] .';

const standing = (verdicts: Verdicts): string[] =>
  verdicts.results
    .filter(({ thing, severity }) => severity !== 'violation' && !verdicts.isQuarantined(thing))
    .map(text)
    .sort();

describe('Datasets judged together', () => {
  it.each([
    ['forward', FORWARD.replaceAll('sh:targetNode ex:n1', 'sh:targetClass ex:C3') + WARNING],
    ['in all directions', INVERSE.replaceAll('sh:targetNode ex:n1', 'sh:targetClass ex:C3') + WARNING],
    ['one step', CHAIN + WARNING],
  ])(
    'come to what judging everything again comes to, with shapes that look %s',
    async (_kind, shapes) => {
      const plain = graphs.map((lines) => lines.filter((line) => !line.includes('subClassOf')));
      await fc.assert(
        fc.asyncProperty(plain, async (lines) => {
          const datasets = [/^<[^>]*n[012]>/, /^<[^>]*n[345]>/].map((which) =>
            lines.filter((line) => which.test(line)),
          );
          const verdicts = await judged(shapes, datasets);
          const expected = await byForce(shapes, datasets);
          expect(verdicts.map(({ quarantine }) => [...quarantine.keys()].sort())).toEqual(expected.fallen);
          for (const [index, one] of verdicts.entries())
            expect(standing(one).filter((line) => line.includes('Class'))).toEqual(
              (expected.warnings[index] ?? []).filter((line) => line.includes('Class')).sort(),
            );
        }),
        { numRuns: 250 },
      );
    },
    240_000,
  );

  const isA = (name: string, type: string) => `<${EX}${name}> <${RDF_TYPE}> <${EX}${type}> .`;
  const p = (from: string, to: string) => `<${EX}${from}> <${EX}p> <${EX}${to}> .`;

  it('take out who refers to what was taken out, to the end of the chain', async () => {
    const works = [p('w1', 'w2'), isA('w1', 'C1'), p('w2', 'm1'), isA('w2', 'C1'), p('w3', 'm2')];
    const museums = [isA('m1', 'C0'), isA('m2', 'C1')];
    const [left, right] = await judged(CHAIN, [works, museums]);
    expect([...(left?.quarantine.keys() ?? [])].sort()).toEqual([`${EX}w1`, `${EX}w2`]);
    expect(right?.quarantine.size).toBe(0);
    // What is to be corrected is the last of the chain: the link to it is right.
    expect(left?.quarantine.get(`${EX}w1`)).toMatchObject([{ value: `${EX}w2`, leftOut: true }]);
    expect(left?.quarantine.get(`${EX}w2`)?.[0]?.leftOut).toBeUndefined();
  });

  it('find what another dataset describes, whichever comes first', async () => {
    const [works] = await judged(CHAIN, [[p('w1', 'm1')], [isA('m1', 'C1')]]);
    const [, again] = await judged(CHAIN, [[isA('m1', 'C1')], [p('w1', 'm1')]]);
    expect([works?.quarantine.size, again?.quarantine.size]).toEqual([0, 0]);
  });

  it('keep the reason for which a thing fell', async () => {
    const [works] = await judged(CHAIN, [[p('w1', 'nothing')]]);
    expect(works?.quarantine.get(`${EX}w1`)).toMatchObject([
      { component: 'ClassConstraintComponent', value: `${EX}nothing` },
    ]);
    expect(works?.report(new Map()).groups).toMatchObject([{ count: 1, concerned: 1 }]);
  });
});
