import {
  datasetIri,
  type ReleasedDataset,
  type ReleaseFile,
  type ShapeResult,
  thingSpace,
  withoutFragment,
} from '../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../rdf/index.ts';
import type { MappedDataset } from './dataset-map.ts';
import { NDJSON, ResultEncoder, readResults } from './results-file.ts';
import { writeJson, writeLines } from './written-file.ts';

/** A dataset that was written, and its reports; whether it may be published is for the caller to decide. */
export interface WrittenDataset {
  readonly released: ReleasedDataset;
  readonly reports: readonly ReleaseFile[];
}

/** A thing left out, with its reasons and where it comes from. */
interface QuarantinedThing {
  readonly thing: string;
  readonly file?: string;
  readonly row?: number;
  readonly line?: number;
  readonly results: readonly Omit<ShapeResult, 'thing'>[];
}

/** Judged things → dump without the quarantined, origins, and a report. */
export async function writeDataset(dataset: MappedDataset): Promise<WrittenDataset> {
  const { build, mapped, verdicts, milliseconds } = dataset;
  const { checked, base, folder, fingerprint, inputs, judgedBy, progress } = build;
  const { slug } = checked.dataset;
  const started = performance.now();
  const { dump, things, statements } = await writeDump(dataset);
  const validation = verdicts.report(checked.shapes.judged());
  const origins = await writeLines(
    folder,
    `datasets/${slug}.origins.tsv.gz`,
    mapped.origins.lines((thing) => !verdicts.isQuarantined(thing)),
    'text/tab-separated-values',
  );
  const results = await writeLines(
    folder,
    `datasets/${slug}.results.ndjson.gz`,
    publishedResults(dataset),
    NDJSON,
  );
  const report = await writeJson(folder, `reports/${slug}.json`, {
    dataset: datasetIri(base, slug),
    mapping: mapped.report,
    validation,
    quarantine: quarantineList(dataset),
  });
  const { records } = mapped.report;
  const { quarantined } = validation;
  const counts = { records, things, statements, quarantined };
  const files = { dump, origins, results };
  progress({
    kind: 'dataset-done',
    slug,
    ...counts,
    milliseconds: milliseconds + performance.now() - started,
  });
  const prints = { fingerprint, judgedBy, inputs };
  const released = { slug, ...prints, ...counts, ...files, mapping: mapped.report, validation };
  return { released, reports: [report] };
}

async function writeDump({ build, mapped, verdicts }: MappedDataset) {
  const { slug } = build.checked.dataset;
  const space = thingSpace(build.base, slug);
  const count = { things: 0, statements: 0 };
  async function* published(): AsyncGenerator<readonly string[]> {
    let thing = '';
    for await (const batch of readQuadLines(mapped.path)) {
      const kept = batch.filter((line) => !verdicts.isQuarantined(withoutFragment(lineSubjectIri(line))));
      for (const line of kept) {
        const subject = lineSubjectIri(line);
        if (subject !== thing && subject.startsWith(space) && !subject.includes('#')) count.things++;
        thing = subject;
      }
      count.statements += kept.length;
      yield kept;
    }
  }
  const dump = await writeLines(build.folder, `datasets/${slug}.nq.gz`, published());
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

/** In the order of the source. */
const quarantineList = ({ verdicts, mapped }: MappedDataset): readonly QuarantinedThing[] =>
  [...verdicts.quarantine]
    .map(([thing, results]) => ({
      thing,
      ...mapped.origins.of(thing),
      results: results.map(({ thing: _, ...result }) => result),
    }))
    .sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.thing < other.thing ? -1 : 1));
