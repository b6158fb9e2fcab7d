import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { OriginIndex, ResourceIndex, StatementOrigin, Vocabulary } from '../../src/model/index.ts';
import { dqv, parseLines, type RDF, readQuadLines, termText } from '../../src/rdf/index.ts';
import { readVocabulary } from '../../src/release/dataset/vocabulary.ts';
import { indexOfShipped } from '../shipped-release.ts';
import { recordMapper } from './one-record.ts';
import { BASE, releaseShipped, type Shipped } from './shipped.ts';

jest.setTimeout(300_000);

/** What the platform says of things, and no mapping. */
const OF_THE_PLATFORM = [`${dqv.namespace}hasQualityAnnotation`];
/** Statements that are mapped again, and those of them whose cells are changed. */
const MAPPED_AGAIN = 200;
const CHANGED = 60;

interface Traced {
  readonly slug: string;
  readonly statement: RDF.Quad;
  readonly origin: StatementOrigin | undefined;
}

let shipped: Shipped;
let index: ResourceIndex;
let origins: OriginIndex;
let traced: readonly Traced[];

beforeAll(async () => {
  shipped = await releaseShipped();
  const { folder, manifest } = shipped;
  ({ index, origins } = await indexOfShipped({ folder, manifest }));
  traced = manifest.datasets.flatMap(({ slug }) => thingsOf(slug).flatMap((iri) => tracedOf(slug, iri)));
});

afterAll(async () => {
  index?.close();
  await shipped?.remove();
});

function thingsOf(slug: string): readonly string[] {
  const found: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = index.datedThings(slug, { limit: 500, ...(after === undefined ? {} : { after }) });
    if (page.length === 0) return found;
    found.push(...page.map(({ iri }) => iri));
    after = found.at(-1);
  }
}

function tracedOf(slug: string, iri: string): readonly Traced[] {
  const of = origins.of(iri);
  return parseLines(index.describe(iri)?.lines ?? []).map((statement) => ({
    slug,
    statement,
    origin: of?.statement({
      subject: statement.subject.value,
      property: statement.predicate.value,
      value: statement.object,
    }),
  }));
}

/** Some of all, the same in each run, from everywhere. */
const sample = <T>(all: readonly T[], count: number): readonly T[] =>
  Array.from({ length: count }, (_, at) => all[Math.floor(((at + 0.37) * all.length) / count)] as T);

const lineOf = ({ subject, predicate, object }: RDF.Quad): string =>
  `${termText(subject)} ${termText(predicate)} ${termText(object)} .`;

async function vocabularies(): Promise<ReadonlyMap<string, Vocabulary>> {
  const found = new Map<string, Vocabulary>();
  for (const { slug } of shipped.manifest.datasets)
    found.set(slug, await readVocabulary(readQuadLines(`${shipped.folder}/datasets/${slug}.nq.gz`)));
  return found;
}

describe('Every statement of every shipped thing', () => {
  it('comes from a rule, but those that the platform adds', () => {
    expect(traced.length).toBeGreaterThan(30_000);
    const untold = traced.filter(({ origin }) => origin === undefined);
    const others = untold.filter(({ statement }) => !OF_THE_PLATFORM.includes(statement.predicate.value));
    expect(others.map(({ statement }) => lineOf(statement))).toEqual([]);
    expect(untold.length).toBeLessThan(traced.length / 1000);
  });

  it('names a record with its row and line', () => {
    const without = traced.filter(
      ({ origin }) => origin && !origin.records.some(({ row, line }) => row > 0 && line > 0),
    );
    expect(without).toEqual([]);
  });

  it('comes from one rule, but where a condition on the record decides', () => {
    const several = traced.filter(({ origin }) => (origin?.rules.length ?? 0) > 1);
    expect(several.length).toBeLessThan(traced.length * 0.03);
    expect(several.filter(({ origin }) => (origin?.rules.length ?? 0) > 2)).toEqual([]);
  });

  it('names cells that hold something, where its rules read any', () => {
    const reading = traced.filter(({ origin }) => origin?.rules.some(({ columns }) => columns.length > 0));
    const empty = reading.filter(({ origin }) => !filledColumns(origin).length);
    expect(empty.map(({ statement }) => lineOf(statement))).toEqual([]);
  });
});

/** Columns of the rules that hold something in the first record. */
function filledColumns(origin: StatementOrigin | undefined): readonly string[] {
  const cells = origin?.records[0]?.cells;
  const columns = new Set(origin?.rules.flatMap((rule) => rule.columns) ?? []);
  return [...columns].filter((column) => (cells?.get(column) ?? '') !== '');
}

describe('What is told of a statement', () => {
  const mapped = () => traced.filter(({ origin }) => origin !== undefined);

  it(`is true: ${MAPPED_AGAIN} statements come out again when the record that is named is mapped alone`, async () => {
    const map = await recordMapper(shipped.project, BASE, await vocabularies());
    const missing: string[] = [];
    for (const { slug, statement, origin } of sample(mapped(), MAPPED_AGAIN)) {
      const lines = await map(slug, { row: origin?.records[0]?.row ?? 0 });
      if (!lines.has(lineOf(statement))) missing.push(lineOf(statement));
    }
    expect(missing).toEqual([]);
  });

  it(`leads to the cell: ${CHANGED} statements do not come out when the cells that are named are changed`, async () => {
    const map = await recordMapper(shipped.project, BASE, await vocabularies());
    const read = mapped().filter(({ origin }) => filledColumns(origin).length > 0);
    const unmoved: string[] = [];
    for (const { slug, statement, origin } of sample(read, CHANGED)) {
      const altered = new Set(filledColumns(origin));
      const lines = await map(slug, { row: origin?.records[0]?.row ?? 0, altered });
      if (lines.has(lineOf(statement))) unmoved.push(lineOf(statement));
    }
    expect(unmoved).toEqual([]);
  });
});
