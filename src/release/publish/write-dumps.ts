import { join } from 'node:path';
import { type DumpFormat, thingSpace } from '../../model/index.ts';
import { dumpSyntaxes } from '../dumps/dump-syntaxes.ts';
import { type DumpSink, DumpWriter, type WrittenDump } from '../dumps/dump-writer.ts';
import { PlacesWriter } from '../dumps/places-writer.ts';
import { TableWriter } from '../dumps/table-writer.ts';
import { readDump } from './read-dump.ts';
import type { SubjectSink } from './subject-sink.ts';

/** Some syntaxes of a dataset's dump; it can be sent to a thread. */
export interface DumpsToWrite {
  readonly base: string;
  readonly slug: string;
  /** The draft's folder. */
  readonly folder: string;
  /** Absolute path of the dump. */
  readonly dump: string;
  readonly formats: readonly DumpFormat[];
}

/**
 * Writes some syntaxes in one reading of the dump, in which others take part.
 * @returns what was written, in the order of the formats
 */
export async function writeDumps(
  given: DumpsToWrite,
  others: readonly SubjectSink[] = [],
): Promise<readonly WrittenDump[]> {
  const dumps = given.formats.map((format) => sinkOf(format, given));
  await readDump(given.dump, [...dumps, ...others]);
  return Promise.all(dumps.map((dump) => dump.close()));
}

function sinkOf(format: DumpFormat, { base, slug, folder }: DumpsToWrite): DumpSink {
  const place = { folder, stem: `datasets/${slug}` };
  const space = thingSpace(base, slug);
  if (format === 'csv')
    return new TableWriter({ ...place, space, work: join(folder, '.work', slug, 'table.ndjson') });
  if (format === 'geojson') return new PlacesWriter(space, place);
  const syntax = dumpSyntaxes(base).find((one) => one.format === format);
  if (syntax === undefined) throw new TypeError(`Nobody writes ${format}.`);
  return new DumpWriter(syntax, place);
}
