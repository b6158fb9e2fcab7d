import {
  type Located,
  type RecordSource,
  RefusedInput,
  type Source,
  type SourceFault,
} from '../model/index.ts';
import { CsvScanner, type ScannedRow, UnclosedQuote } from './csv-scanner.ts';
import { decodedText } from './text-stream.ts';

type Cells = readonly string[];

/** How many ragged rows are kept as examples; all are counted by mapping. */
const MAX_FAULTS = 10_000;

/** A CSV file (RFC 4180 with a CSVW dialect) as records: the first row names the columns. */
export async function openCsv(source: Source, shown: string): Promise<RecordSource<Cells>> {
  const columns = await header(source, shown);
  const faults: SourceFault[] = [];
  return {
    shown,
    columns,
    faults,
    reference(name) {
      const index = columns.indexOf(name);
      if (index < 0) return () => [];
      return (cells) => {
        const value = cells[index];
        return value === undefined || value === '' ? [] : [value];
      };
    },
    records: () => records(source, shown, columns.length, faults),
  };
}

async function header(source: Source, shown: string): Promise<readonly string[]> {
  for await (const rows of scannedRows(source, shown)) {
    const first = rows[0];
    if (first) return checkedHeader(first.cells, shown, source.dialect.delimiter);
  }
  throw new RefusedInput([
    {
      place: { file: shown },
      found: { fr: 'La table n’a aucune ligne.', en: 'The table has no row.' },
      remedy: {
        fr: 'La première ligne doit nommer les colonnes.',
        en: 'The first row must name the columns.',
      },
    },
  ]);
}

function checkedHeader(cells: Cells, shown: string, delimiter: string): readonly string[] {
  const columns = cells.map((cell) => cell.normalize('NFC').trim());
  const first = columns[0] ?? '';
  if (columns.length === 1 && /[;|,\t]/.test(first)) {
    const other = mostFrequent(first.match(/[;|,\t]/g) ?? []);
    const shownOther = other === '\t' ? '\\t' : other;
    throw new RefusedInput([
      {
        place: { file: shown, line: 1 },
        found: {
          fr: `Avec le séparateur « ${delimiter} », la première ligne ne fait qu’une colonne.`,
          en: `With the separator “${delimiter}”, the first row is a single column.`,
        },
        remedy: {
          fr: `Le séparateur semble être « ${shownOther} » : écrivez-le dans dataset.yml (source: delimiter).`,
          en: `The separator seems to be “${shownOther}”: write it in dataset.yml (source: delimiter).`,
        },
      },
    ]);
  }
  return columns;
}

const mostFrequent = (found: readonly string[]): string =>
  [...new Set(found)].reduce(
    (best, one) => (count(found, one) > count(found, best) ? one : best),
    found[0] ?? '',
  );

const count = (found: readonly string[], wanted: string): number =>
  found.filter((one) => one === wanted).length;

async function* records(
  source: Source,
  shown: string,
  width: number,
  faults: SourceFault[],
): AsyncGenerator<readonly Located<Cells>[]> {
  let row = -1;
  for await (const rows of scannedRows(source, shown)) {
    const batch: Located<Cells>[] = [];
    for (const { cells, line } of rows) {
      row++;
      if (row === 0) continue;
      if (cells.length !== width && faults.length < MAX_FAULTS)
        faults.push(ragged(row, line, cells.length, width));
      batch.push({ record: cells, row, line });
    }
    if (batch.length > 0) yield batch;
  }
}

const ragged = (row: number, line: number, found: number, expected: number): SourceFault => ({
  code: found < expected ? 'short-row' : 'long-row',
  row,
  line,
  detail: `${found}/${expected}`,
});

async function* scannedRows(source: Source, shown: string): AsyncGenerator<readonly ScannedRow[]> {
  const scanner = new CsvScanner(source.dialect);
  try {
    for await (const text of decodedText(source.path, source.dialect.encoding, shown))
      yield scanner.push(text);
    yield scanner.end();
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    throw new RefusedInput([unclosed(shown, error.line)]);
  }
}

const unclosed = (file: string, line: number) => ({
  place: { file, line },
  found: {
    fr: 'Un guillemet ouvert sur cette ligne n’est jamais refermé.',
    en: 'A quote opened on this line is never closed.',
  },
  remedy: {
    fr: 'Fermez-le, ou doublez les guillemets à l’intérieur des cellules ("").',
    en: 'Close it, or double the quotes inside cells ("").',
  },
});
