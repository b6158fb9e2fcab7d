import type { CsvDialect, RecordLanguage, RecordSource, Source, SourceFormat } from '../model/index.ts';
import { csvLanguage } from './csv-language.ts';
import { MAX_FAULTS, openCsv } from './csv-source.ts';
import { jsonLanguage } from './json-language.ts';
import { openJson } from './json-source.ts';
import { xmlLanguage } from './xml-language.ts';
import { openXml } from './xml-source.ts';

export { openBytes } from './byte-stream.ts';
export { copied } from './copied.ts';
export { rowsOf } from './csv-rows.ts';
export { lastWholeLetter } from './encodings.ts';
export { canonicalDouble } from './json-values.ts';
export { type Likeness, likenessOf } from './looks.ts';
export { orNothing } from './or-nothing.ts';
export { SheetRows } from './sheet-rows.ts';
export { MAX_FAULTS };

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

/** How records of a format are looked into, apart from any file: for cells that hold JSON, XML or CSV. */
export function recordLanguage(
  format: SourceFormat,
  namespaces: Readonly<Record<string, string>> = {},
  dialect?: CsvDialect,
): RecordLanguage {
  if (format === 'csv') return csvLanguage(dialect) as unknown as RecordLanguage;
  return format === 'json' ? jsonLanguage() : (xmlLanguage({ namespaces }) as unknown as RecordLanguage);
}
