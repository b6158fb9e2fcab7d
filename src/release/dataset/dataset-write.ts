import { type ReleasedDataset, type ReleaseFile, type ReleaseMoment, thingSpace } from '../../model/index.ts';
import { lineSubjectIri } from '../../rdf/index.ts';
import { NDJSON, ResultEncoder, readResults } from '../judging/results-file.ts';
import { type OriginFiles, writeOrigins } from '../origins/write-origins.ts';
import { packLines, writeLines } from '../written-file.ts';
import type { MappedDataset } from './dataset-map.ts';
import { writeQuality } from './dataset-quality.ts';
import { writeReports } from './dataset-reports.ts';
import { linesBut } from './stars.ts';

/** A dataset that was written, and its reports; whether it may be published is for the caller to decide. */
export interface WrittenDataset {
  readonly released: ReleasedDataset;
  readonly reports: readonly ReleaseFile[];
}

/** Judged things → dump without the quarantined, origins, results, measures of quality, and reports. */
export async function writeDataset(dataset: MappedDataset, release: ReleaseMoment): Promise<WrittenDataset> {
  try {
    return await writeFiles(dataset, release);
  } finally {
    dataset.mapped.origins.close();
  }
}

async function writeFiles(dataset: MappedDataset, release: ReleaseMoment): Promise<WrittenDataset> {
  const { build, mapped, milliseconds } = dataset;
  const { slug } = build.checked.dataset;
  const started = performance.now();
  const { dump, things, statements } = await writeDump(dataset);
  const origins = await writeOriginsOf(dataset);
  const results = await writeResults(dataset);
  const { validation, reports } = await writeReports(dataset);
  const quality = await writeQuality(dataset, validation, release);
  const { records } = mapped.report;
  const { quarantined } = validation;
  const counts = { records, things, statements, quarantined };
  build.progress({
    kind: 'dataset-done',
    slug,
    ...counts,
    milliseconds: milliseconds + performance.now() - started,
  });
  const { fingerprint, judgedBy, inputs } = build;
  const files = { dump, ...origins, results, quality };
  const prints = { fingerprint, judgedBy, inputs };
  return { released: { slug, ...prints, ...counts, ...files, mapping: mapped.report, validation }, reports };
}

function writeOriginsOf({ build, mapped, verdicts }: MappedDataset): Promise<OriginFiles> {
  const { slug, source } = build.checked.dataset;
  const { origins, rules, cells } = mapped;
  const isPublished = (thing: string) => !verdicts.isQuarantined(thing);
  return writeOrigins(build.folder, { slug, origins, rules, cells, source: source.shown, isPublished });
}

const writeResults = (dataset: MappedDataset): Promise<ReleaseFile> =>
  writeLines(
    dataset.build.folder,
    `datasets/${dataset.build.checked.dataset.slug}.results.ndjson.gz`,
    publishedResults(dataset),
    NDJSON,
  );

async function writeDump({ build, mapped, verdicts }: MappedDataset) {
  const { slug } = build.checked.dataset;
  const space = thingSpace(build.base, slug);
  const count = { things: 0, statements: 0 };
  async function* published(): AsyncGenerator<readonly string[]> {
    let thing = '';
    for await (const kept of linesBut(mapped.path, (one) => verdicts.isQuarantined(one))) {
      for (const line of kept) {
        const subject = lineSubjectIri(line);
        if (subject !== thing && subject.startsWith(space) && !subject.includes('#')) count.things++;
        thing = subject;
      }
      count.statements += kept.length;
      yield kept;
    }
  }
  const file = { folder: build.folder, path: `datasets/${slug}.nq.gz` };
  const dump = { ...(await packLines(file, published())), mediaType: 'application/n-quads' };
  return { dump, ...count };
}

/** Every result of things that are published: those of the first pass in the order of the dump, then the others. */
async function* publishedResults({ ownResults, verdicts }: MappedDataset): AsyncGenerator<readonly string[]> {
  const encoder = new ResultEncoder();
  for await (const { result } of readResults(ownResults))
    if (!verdicts.isQuarantined(result.thing)) yield encoder.lines({ result, beyond: false });
  for (const result of verdicts.beyond)
    if (!verdicts.isQuarantined(result.thing)) yield encoder.lines({ result, beyond: true });
}
