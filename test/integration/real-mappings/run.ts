import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Parser } from 'n3';
import { mapSource, parseMapping } from '../../../src/mapping/index.ts';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import {
  complaintText,
  type MappingReport,
  type MappingRun,
  type Vocabulary,
} from '../../../src/model/index.ts';
import { readVocabulary } from '../../../src/release/dataset/vocabulary.ts';
import { openSource } from '../../../src/sources/index.ts';
import { shippedProject } from '../../declared/shipped.ts';

export const BASE = 'http://cimaise.example/';
export const MAPPINGS = join(import.meta.dirname, '..', '..', 'real-mappings');

/** What a run gave, read back by another parser. */
export interface RealRun {
  readonly report: MappingReport;
  readonly statements: number;
  /** Statements by predicate, repetitions counted. */
  readonly produced: ReadonlyMap<string, number>;
  /** Distinct subjects without `#`: things rather than their parts. */
  readonly things: ReadonlySet<string>;
  readonly badSubjects: readonly string[];
  /** The mapping's text, by lines. */
  readonly mapping: readonly string[];
}

/** A mapping of `test/real-mappings`, on its own source. @param replaced texts to be replaced in it */
export function runReal(
  name: string,
  replaced: readonly (readonly [string, string])[] = [],
): Promise<RealRun> {
  const file = join(MAPPINGS, name);
  const text = replaced.reduce((all, [from, to]) => all.replaceAll(from, to), readFileSync(file, 'utf8'));
  const mapping = soundly(parseYarrrml(text, file, BASE, { mapping: MAPPINGS, working: MAPPINGS }));
  return readBack(mapSource({ mapping, base: BASE }), text);
}

/** A mapping of `data/`, on another file. */
export async function runShipped(slug: string, path: string): Promise<RealRun> {
  const { datasets } = await shippedProject();
  const dataset = datasets.find((one) => one.slug === slug);
  if (dataset === undefined) throw new Error(`data/${slug} is not there.`);
  const text = readFileSync(dataset.mapping, 'utf8');
  const mapping = soundly(parseMapping(text, dataset.mapping, BASE));
  const source = await openSource({ ...dataset.source, path, shown: path });
  const vocabularies = new Map<string, Vocabulary>();
  for (const one of dataset.vocabularies) vocabularies.set(one, await vocabularyOf(one));
  return readBack(mapSource({ mapping, source, base: BASE, vocabularies }), text);
}

async function vocabularyOf(slug: string): Promise<Vocabulary> {
  const { datasets } = await shippedProject();
  const dataset = datasets.find((one) => one.slug === slug);
  if (dataset === undefined) throw new Error(`data/${slug} is not there.`);
  const mapping = soundly(parseMapping(readFileSync(dataset.mapping, 'utf8'), dataset.mapping, BASE));
  const { chunks } = mapSource({ mapping, source: await openSource(dataset.source), base: BASE });
  return readVocabulary(
    (async function* () {
      for await (const { nquads } of chunks)
        yield Buffer.from(nquads)
          .toString()
          .split('\n')
          .filter((line) => line !== '');
    })(),
  );
}

function soundly(parsed: ReturnType<typeof parseYarrrml>) {
  if (parsed.kind === 'parsed') return parsed.mapping;
  throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join('\n'));
}

async function readBack(run: MappingRun, mapping: string): Promise<RealRun> {
  const produced = new Map<string, number>();
  const [things, badSubjects] = [new Set<string>(), new Set<string>()];
  let statements = 0;
  for await (const { nquads } of run.chunks) {
    for (const { subject, predicate } of new Parser({ format: 'N-Quads' }).parse(
      Buffer.from(nquads).toString(),
    )) {
      statements++;
      produced.set(predicate.value, (produced.get(predicate.value) ?? 0) + 1);
      if (!subject.value.includes('#')) things.add(subject.value);
      if (!isSound(subject.value)) badSubjects.add(subject.value);
    }
  }
  const lines = mapping.split('\n');
  return {
    report: run.report(),
    statements,
    produced,
    things,
    badSubjects: [...badSubjects],
    mapping: lines,
  };
}

/** An absolute IRI without what RFC 3987 forbids. A no-break space it allows. */
const isSound = (iri: string): boolean => /^[a-z][a-z0-9+.-]*:[^ \p{Cc}<>"{}|\\^`]+$/iu.test(iri);
