import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  datasetIri,
  type MappingReport,
  type ReleasedDataset,
  type ReleaseFile,
  type ShapeReport,
  type ShapeResult,
  thingSpace,
  withoutFragment,
} from '../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../rdf/index.ts';
import { summarise } from '../validation/index.ts';
import type { DatasetBuild } from './dataset-to-build.ts';
import { mapToSortedFile } from './mapped-file.ts';
import type { Origins } from './origins.ts';
import { type Validated, validateStars } from './quarantine.ts';
import { starsOf } from './stars.ts';
import { writeJson, writeLines } from './written-file.ts';

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
