import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  datasetIri,
  LANGUAGES,
  type ReleaseFile,
  type ShapeReport,
  type ShapeResult,
} from '../../model/index.ts';
import { serialise } from '../../rdf/index.ts';
import {
  type DatasetReport,
  datasetReportHtml,
  datasetReportJunit,
  datasetReportQuads,
  GRAPH_REPORT_PREFIXES,
  summarise,
  withSamples,
} from '../../validation/index.ts';
import { correctionsCsv } from '../cells/corrections.ts';
import { type LocatedResults, locate } from '../cells/locate.ts';
import { privateColumnsOf, withoutMessage, withoutValues } from '../cells/private-cells.ts';
import { describeFile, writeDurably, writeJson } from '../written-file.ts';
import type { MappedDataset } from './dataset-map.ts';

/** A thing left out, with its reasons and where it comes from. */
interface QuarantinedThing {
  readonly thing: string;
  readonly file?: string;
  readonly row?: number;
  readonly line?: number;
  readonly results: readonly Omit<ShapeResult, 'thing'>[];
}

/** Things left out that the report tells one by one. */
const MOST_LISTED = 10_000;

/** What was found in a dataset, and the files that tell it. */
export interface WrittenReports {
  readonly validation: ShapeReport;
  readonly reports: readonly ReleaseFile[];
}

/**
 * Finds the cell of each result and writes what is found: `reports/<slug>.json`, `.html`, `.ttl` (SHACL), `.xml` (JUnit),
 * and where anything is to be corrected `.corrections.csv` and `.corrections.en.csv`.
 */
export async function writeReports(dataset: MappedDataset): Promise<WrittenReports> {
  const { build, mapped, verdicts } = dataset;
  const { checked, base, folder } = build;
  const { slug, title, source } = checked.dataset;
  const { origins } = mapped;
  const isPrivate = privateColumnsOf(checked.dataset);
  const located = await locate(verdicts.results, {
    ...{ origins, mapping: checked.mapping, base, source },
    ...(isPrivate && { isPrivate }),
  });
  const all = verdicts.report(checked.shapes.judged());
  const counted = isPrivate ? { ...all, groups: all.groups.map(withoutMessage) } : all;
  const validation = { ...counted, groups: withSamples(counted.groups, summarise(located.results)) };
  const quarantined = quarantineList(dataset, located);
  const json = await writeJson(folder, `reports/${slug}.json`, {
    dataset: datasetIri(base, slug),
    mapping: mapped.report,
    validation,
    quarantine: quarantined.slice(0, MOST_LISTED),
    // Who is not listed is in none of the dumps, and counted above.
    ...(quarantined.length > MOST_LISTED ? { quarantineTruncatedFrom: quarantined.length } : {}),
  });
  const corrections = await writeCorrections(folder, slug, located);
  const names = corrections.length > 0 ? { corrections: CSV_NAMES(slug) } : {};
  const texts = await textsOf({ slug, title, validation, ...names }, located.results, base);
  const reports = [json, ...corrections];
  for (const { extension, text, mediaType } of texts) {
    const path = `reports/${slug}.${extension}`;
    await writeDurably(join(folder, path), text);
    reports.push(await describeFile(folder, path, mediaType));
  }
  return { validation, reports };
}

/** The same for people, for whoever reads RDF, and for whoever runs tests. */
async function textsOf(report: DatasetReport, results: readonly ShapeResult[], base: string) {
  const iri = `${datasetIri(base, report.slug)}/report`;
  const quads = datasetReportQuads({ report: iri, results });
  const turtle = await serialise(quads, 'text/turtle', GRAPH_REPORT_PREFIXES);
  const junit = datasetReportJunit(report, { language: 'en', failOn: 'violation' });
  return [
    { extension: 'html', text: datasetReportHtml(report), mediaType: 'text/html' },
    { extension: 'ttl', text: turtle, mediaType: 'text/turtle' },
    { extension: 'xml', text: junit, mediaType: 'application/xml' },
  ];
}

/** The tables of corrections, French first. */
const CSV_NAMES = (slug: string) => ({ fr: `${slug}.corrections.csv`, en: `${slug}.corrections.en.csv` });

async function writeCorrections(
  folder: string,
  slug: string,
  located: LocatedResults,
): Promise<readonly ReleaseFile[]> {
  if (located.results.every(({ severity }) => severity === 'info')) return [];
  const files: ReleaseFile[] = [];
  for (const language of LANGUAGES) {
    const path = `reports/${CSV_NAMES(slug)[language]}`;
    const text = Readable.from(correctionsCsv(located, { language }));
    await pipeline(text, createWriteStream(join(folder, path), { flush: true }));
    files.push(await describeFile(folder, path, 'text/csv'));
  }
  return files;
}

/** In the order of the source. */
function quarantineList(
  { verdicts, mapped, build }: MappedDataset,
  { results }: LocatedResults,
): readonly QuarantinedThing[] {
  const isPrivate = privateColumnsOf(build.checked.dataset);
  const located = Map.groupBy(results, ({ thing }) => thing);
  return [...verdicts.quarantine]
    .map(([thing, found]) => ({
      thing,
      ...mapped.origins.of(thing),
      results: (located.get(thing) ?? (isPrivate ? found.map(withoutValues) : found))
        .filter(({ severity }) => severity === 'violation')
        .map(({ thing: _, ...result }) => result),
    }))
    .sort((one, other) => (one.row ?? 0) - (other.row ?? 0) || (one.thing < other.thing ? -1 : 1));
}
