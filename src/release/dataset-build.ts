import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mapSource } from '../mapping/index.ts';
import {
  datasetIri,
  type MappingReport,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseInput,
  type ShapeReport,
  type ShapeResult,
  thingSpace,
  type Vocabulary,
  withoutFragment,
} from '../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../rdf/index.ts';
import { openSource } from '../sources/index.ts';
import { summarise } from '../validation/index.ts';
import type { CheckedDataset } from './check.ts';
import { Origins } from './origins.ts';
import type { Progress } from './progress.ts';
import { type Validated, validateStars } from './quarantine.ts';
import { skolemised } from './skolem.ts';
import { sortLines } from './sort-lines.ts';
import { starsOf } from './stars.ts';
import { writeJson, writeLines } from './written-file.ts';

/** What building one dataset is given. */
export interface DatasetBuild {
  readonly checked: CheckedDataset;
  readonly base: string;
  /** The draft's folder. */
  readonly folder: string;
  readonly fingerprint: string;
  readonly inputs: readonly ReleaseInput[];
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly progress: Progress;
}

/** A dataset that was written, and its report; whether it may be published is for the caller to decide. */
export interface BuiltDataset {
  readonly released: ReleasedDataset;
  readonly report: ReleaseFile;
}

/** A thing left out, with its reasons and where it comes from. */
interface QuarantinedThing {
  readonly thing: string;
  readonly file?: string;
  readonly row?: number;
  readonly line?: number;
  readonly results: readonly Omit<ShapeResult, 'thing'>[];
}

/** Source → mapping → sorted distinct lines → validation → dump without the quarantined, and a report. */
export async function buildDataset(build: DatasetBuild): Promise<BuiltDataset> {
  const { slug } = build.checked.dataset;
  const started = performance.now();
  const work = join(build.folder, `.work-${slug}`);
  await mkdir(work, { recursive: true });
  const mapped = await mapToSortedFile(build, work);
  const validated = await validateFile(mapped.path, build);
  const dump = await writeDump(mapped.path, validated.quarantine, build);
  await rm(work, { recursive: true });
  const validation = shapeReport(validated);
  const origins = await writeLines(
    build.folder,
    `datasets/${slug}.origins.tsv.gz`,
    mapped.origins.lines((thing) => !validated.quarantine.has(thing)),
    'text/tab-separated-values',
  );
  const report = await writeJson(build.folder, `reports/${slug}.json`, {
    dataset: datasetIri(build.base, slug),
    mapping: mapped.report,
    validation,
    quarantine: quarantineList(validated.quarantine, mapped.origins),
  });
  const released = { ...commonParts(build, mapped.report, validation), ...dump, origins };
  const { records, things, statements, quarantined } = released;
  build.progress({
    kind: 'dataset-done',
    slug,
    records,
    things,
    statements,
    quarantined,
    milliseconds: performance.now() - started,
  });
  return { released, report };
}

const commonParts = (
  { checked, fingerprint, inputs }: DatasetBuild,
  mapping: MappingReport,
  validation: ShapeReport,
) => ({
  slug: checked.dataset.slug,
  fingerprint,
  inputs,
  records: mapping.records,
  quarantined: validation.quarantined,
  mapping,
  validation,
});

interface MappedFile {
  readonly path: string;
  readonly report: MappingReport;
  /** Thing → the first record that speaks of it. */
  readonly origins: Origins;
}

async function mapToSortedFile(build: DatasetBuild, work: string): Promise<MappedFile> {
  const { dataset, mapping } = build.checked;
  const source = await openSource(dataset.source);
  const graph = datasetIri(build.base, dataset.slug);
  const run = mapSource({ mapping, source, base: build.base, graph, vocabularies: build.vocabularies });
  const origins = new Origins();
  build.progress({ kind: 'dataset-started', slug: dataset.slug });
  async function* texts(): AsyncGenerator<string> {
    for await (const chunk of run.chunks) {
      for (const origin of chunk.origins) origins.add(origin);
      const { records, statements } = run.report();
      build.progress({ kind: 'mapping', slug: dataset.slug, records, statements });
      yield skolemised(
        Buffer.from(chunk.nquads.buffer, chunk.nquads.byteOffset, chunk.nquads.length).toString(),
        `${build.base}.well-known/genid/${dataset.slug}/`,
      );
    }
  }
  const path = join(work, 'sorted.nq');
  const file = createWriteStream(path);
  const closed = new Promise<void>((resolve, reject) => file.on('close', resolve).on('error', reject));
  closed.catch(() => undefined);
  for await (const batch of sortLines(texts(), { folder: work })) {
    if (!file.write(`${batch.join('\n')}\n`)) await Promise.race([once(file, 'drain'), closed]);
  }
  file.end();
  await closed;
  const report = run.report();
  return {
    path,
    origins,
    report: { ...report, faults: [...report.faults, ...origins.repeated(dataset.source.shown)] },
  };
}

function validateFile(path: string, { checked, base, progress }: DatasetBuild): Promise<Validated> {
  const { slug } = checked.dataset;
  const space = thingSpace(base, slug);
  return validateStars(
    starsOf(readQuadLines(path)),
    checked.validator,
    (iri) => iri.startsWith(space),
    (things) => progress({ kind: 'validating', slug, things }),
  );
}

async function writeDump(
  path: string,
  quarantine: Validated['quarantine'],
  { checked, base, folder }: DatasetBuild,
) {
  const { slug } = checked.dataset;
  const space = thingSpace(base, slug);
  const count = { things: 0, statements: 0 };
  async function* published(): AsyncGenerator<readonly string[]> {
    let thing = '';
    for await (const batch of readQuadLines(path)) {
      const kept = batch.filter((line) => !quarantine.has(withoutFragment(lineSubjectIri(line))));
      for (const line of kept) {
        const subject = lineSubjectIri(line);
        if (subject !== thing && subject.startsWith(space) && !subject.includes('#')) count.things++;
        thing = subject;
      }
      count.statements += kept.length;
      yield kept;
    }
  }
  const dump = await writeLines(folder, `datasets/${slug}.nq.gz`, published());
  return { dump, ...count };
}

const shapeReport = ({ things, results, quarantine }: Validated): ShapeReport => ({
  things,
  quarantined: quarantine.size,
  groups: summarise(results),
});

function quarantineList(quarantine: Validated['quarantine'], origins: Origins): readonly QuarantinedThing[] {
  return [...quarantine].map(([thing, results]) => ({
    thing,
    ...origins.of(thing),
    results: results.map(({ thing: _, ...result }) => result),
  }));
}
