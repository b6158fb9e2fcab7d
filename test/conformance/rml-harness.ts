import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import * as mapping from '../../src/mapping/index.ts';
import { createFileSelector } from '../../src/store/index.ts';
import { describeShared } from '../shared.ts';
import { type RmlCase, type RmlModule, rmlCases, suiteFolder, unlistedCases } from './rml-cases.ts';
import { canonicalLines } from './rml-datasets.ts';
import { readUnwrapped } from './rml-files.ts';

/** What a suite says about itself that is not so, or that cannot be shown here. */
export interface SuiteNotes {
  /** Cases that need what a test has not: reason by name. */
  readonly leftOut?: Readonly<Record<string, string>>;
  /** Cases whose files contradict the specification: by name, the sentence that shows it and what is expected. */
  readonly mistaken?: Readonly<Record<string, Mistake>>;
}

export interface Mistake {
  readonly sentence: string;
  /** Expected files that another case of the suite has right: own name → path in the suite. */
  readonly instead?: Readonly<Record<string, string>>;
}

/** One `it` a case, and the tally at the end. */
export function testRmlSuite(module: RmlModule, { leftOut = {}, mistaken = {} }: SuiteNotes = {}): void {
  const cases = rmlCases(module);
  const passed: string[] = [];
  describeShared(suiteFolder(module))(`RML ${module}`, () => {
    for (const one of cases) {
      const reason = leftOut[one.name];
      if (reason !== undefined) {
        it.skip(`${one.name} (left out: ${reason})`, () => undefined);
        continue;
      }
      const mistake = mistaken[one.name];
      const note = mistake === undefined ? '' : ` [not as its files say: ${mistake.sentence}]`;
      it(`${one.name} ${one.title}${note}`, async () => {
        await testCase(one, mistake);
        passed.push(one.name);
      });
    }

    it('has no case that its table does not name, and says twice what is expected, save where it is mistaken', () => {
      const contradictory = cases
        .filter(({ output, flaggedAsError }) => (output === undefined) !== flaggedAsError)
        .map(({ name }) => name);
      expect(contradictory.filter((name) => mistaken[name] === undefined)).toEqual([]);
      expect(unlistedCases(module)).toEqual([]);
    });

    afterAll(() => {
      const counted = cases.filter(({ name }) => leftOut[name] === undefined);
      const failed = counted.map(({ name }) => name).filter((name) => !passed.includes(name));
      const more = [listed('left out', Object.keys(leftOut)), listed('failed', failed)];
      process.stdout.write(`RML ${module} ${passed.length}/${counted.length}${more.join('')}\n`);
    });
  });
}

const listed = (what: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `, ${what} ${names.length}: ${names.join(' ')}`;

async function testCase(one: RmlCase, mistake: Mistake | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rml-'));
  try {
    // Only what goes in: what is expected must not be found lying there.
    for (const file of one.inputs) cpSync(join(one.folder, file), join(folder, file));
    const produced = await produce(folder, one.base);
    if (one.output === undefined) expectRefusal(one, produced, folder);
    else await expectDatasets(one, one.output, produced, folder, mistake);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function produce(folder: string, base: string) {
  const chunks: string[] = [];
  const outcome = await mapping.runRml({
    mapping: join(folder, 'mapping.ttl'),
    base,
    workingDirectory: folder,
    policy: 'strict',
    select: createFileSelector(),
    write: (nquads) => {
      chunks.push(Buffer.from(nquads).toString());
    },
  });
  return { ...outcome, text: chunks.join('') };
}

type Produced = Awaited<ReturnType<typeof produce>>;

/** Refused with a reason, and nothing half written. */
function expectRefusal(one: RmlCase, produced: Produced, folder: string): void {
  expect(produced.kind).toBe('refused');
  expect(produced.kind === 'refused' && produced.complaints.length).toBeGreaterThan(0);
  expect(readdirSync(folder).sort()).toEqual([...one.inputs].sort());
}

async function expectDatasets(
  one: RmlCase,
  output: string,
  produced: Produced,
  folder: string,
  mistake: Mistake | undefined,
): Promise<void> {
  if (produced.kind === 'refused')
    throw new Error(`Refused: ${JSON.stringify(produced.complaints, null, 1)}`);
  if (produced.kind === 'too-many-faults') throw new Error('Too many faults, without a limit.');
  const expected = await readUnwrapped(join(one.folder, output));
  expect(await canonicalLines({ text: produced.text, syntax: '.nq' })).toEqual(
    await canonicalLines(expected),
  );
  expect(produced.targets.map((path) => basename(path)).sort()).toEqual([...one.targets].sort());
  expect(readdirSync(folder).sort()).toEqual([...one.inputs, ...one.targets].sort());
  for (const target of one.targets) await expectTarget(one, target, folder, mistake?.instead?.[target]);
}

async function expectTarget(
  one: RmlCase,
  name: string,
  folder: string,
  instead: string | undefined,
): Promise<void> {
  const written = await readUnwrapped(join(folder, name));
  const own = await readUnwrapped(join(one.folder, name));
  expect([written.encoding, written.entry]).toEqual([own.encoding, own.entry]);
  const lines = await canonicalLines(written);
  if (instead === undefined) return expect(lines).toEqual(await canonicalLines(own));
  expect(lines).toEqual(await canonicalLines(await readUnwrapped(join(one.folder, '..', instead))));
  // A suite that has been put right needs no note any more.
  expect(lines).not.toEqual(await canonicalLines(own));
}
