import type { ReleaseFile, TracedRules } from '../../model/index.ts';
import type { Origins } from '../dataset/origins.ts';
import { writeLines } from '../written-file.ts';
import type { KeptCells } from './cell-keeper.ts';
import { RowSet } from './row-set.ts';

/** Where the statements of a dataset come from. */
export interface OriginsToWrite {
  readonly slug: string;
  readonly origins: Origins;
  readonly rules: TracedRules;
  readonly cells: KeptCells;
  /** The source that cells were kept of, as origins name it. */
  readonly source: string;
  readonly isPublished: (thing: string) => boolean;
}

/** The files of a release that tell where statements come from. */
export type OriginFiles = Readonly<Record<'origins' | 'rules' | 'cells', ReleaseFile>>;

/** Writes the records of published things, what the mapping's columns hold in them, and the rules of the mapping. */
export async function writeOrigins(folder: string, given: OriginsToWrite): Promise<OriginFiles> {
  const { slug, rules, cells } = given;
  const rows = new RowSet();
  const path = (name: string) => `datasets/${slug}.${name}.gz`;
  return {
    origins: await writeLines(folder, path('origins.tsv'), noted(given, rows), TSV),
    cells: await writeLines(folder, path('cells.ndjson'), cells.lines(rows), NDJSON),
    rules: await writeLines(folder, path('rules.json'), [[JSON.stringify(rules)]], 'application/json'),
  };
}

const TSV = 'text/tab-separated-values';
const NDJSON = 'application/x-ndjson';

/** The lines of origins; their rows are noted. */
async function* noted(
  { origins, isPublished, source }: OriginsToWrite,
  rows: RowSet,
): AsyncGenerator<readonly string[]> {
  let isHeader = true;
  for await (const lines of origins.lines(isPublished)) {
    if (!isHeader) for (const line of lines) note(line, source, rows);
    isHeader = false;
    yield lines;
  }
}

function note(text: string, source: string, rows: RowSet): void {
  const [, file, row, , further = ''] = text.split('\t');
  if (file !== source) return;
  rows.add(Number(row));
  if (further !== '') for (const one of further.split(',')) rows.add(Number(one));
}
