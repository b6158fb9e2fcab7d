import type { RecordSource, Source, SourceFormat } from '../model/index.ts';
import { openCsv } from './csv-source.ts';
import { openJson } from './json-source.ts';
import { openXml } from './xml-source.ts';

type Opener = (source: Source, shown: string) => Promise<RecordSource<never>>;

/** A new format is a new row. */
const OPENERS: Readonly<Record<SourceFormat, Opener>> = {
  csv: openCsv as unknown as Opener,
  json: openJson as unknown as Opener,
  xml: openXml as unknown as Opener,
};

/**
 * Opens a source for reading.
 * @throws RefusedInput where the file is missing, empty, ill-encoded or not what its format says; some of that only
 * while records are read
 */
export const openSource = async (source: Source): Promise<RecordSource> =>
  (await OPENERS[source.format](source, source.shown)) as unknown as RecordSource;
