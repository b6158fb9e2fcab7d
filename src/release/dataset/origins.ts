import { type FaultGroup, type Origin, withoutFragment } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { SortedFile } from '../judging/world/sorted-file.ts';
import { LineFile } from '../line-file.ts';
import { Repetitions } from './repetitions.ts';
import { sortLines } from './sort-lines.ts';

/** Further records kept of a thing. */
const MOST_FURTHER = 20;
/** Things that are remembered once they were looked up: as many as results are told of. */
const MOST_KNOWN = 100_000;
/** Characters sorted in memory at a time, while statements are too. */
const RUN = 16 * 1024 * 1024;
const TAB = '\t';

/** A record: the source as a person would type it, its number from 1, the line it begins on. */
export interface RecordPlace {
  readonly file: string;
  readonly row: number;
  readonly line: number;
}

/** A thing, the first record that speaks of it, and rows of the same file, after the first, that do too. */
interface KnownThing extends RecordPlace {
  readonly furtherRows: readonly number[];
}

/** Takes where the things of a dataset come from, in the order of the records; what is taken lies on the disk. */
export class OriginsWriter {
  readonly #work: string;
  readonly #met: LineFile;
  readonly #files: string[] = [];
  #count = 0;
  #last = '';

  /** @param work absolute path of a folder */
  constructor(work: string) {
    this.#work = work;
    this.#met = new LineFile(`${work}/origins-met.tsv`);
  }

  add({ subject, file, row, line, identifies }: Origin): void {
    const thing = withoutFragment(subject);
    const said = [this.#fileNumber(file), row, line, identifies && subject === thing ? 1 : 0].join(TAB);
    // Several rules speak of one thing in one record.
    if (this.#last === thing + said) return;
    this.#last = thing + said;
    this.#met.add([thing, String(this.#count++).padStart(12, '0'), said].join(TAB));
  }

  /** Sorts what was taken, in bounded memory. */
  async close(): Promise<Origins> {
    this.#met.close();
    const known = new LineFile(`${this.#work}/origins.tsv`);
    const repetitions = new Repetitions();
    let open: MetThing | undefined;
    const end = (): void => {
      if (open) known.add([open.thing, open.said, open.furtherRows.join(',')].join(TAB));
    };
    const texts = textsOf(this.#met.path);
    for await (const lines of sortLines(texts, { folder: this.#work, runCharacters: RUN }))
      for (const line of lines) {
        const met = readMet(line);
        if (open?.thing !== met.thing) {
          end();
          open = { ...met, furtherRows: [] };
          continue;
        }
        if (met.row !== open.row && met.file === open.file) addFurther(open.furtherRows, met.row);
        if (met.identifies && met.row !== open.row)
          repetitions.add(met.order, { ...this.#placeOf(met), column: '', value: met.thing });
      }
    end();
    known.close();
    return new Origins(known.path, await SortedFile.open(known.path), this.#files, repetitions);
  }

  #placeOf({ file, row, line }: Met): RecordPlace {
    return { file: this.#files[file] ?? '', row, line };
  }

  #fileNumber(file: string): number {
    const known = this.#files.indexOf(file);
    return known >= 0 ? known : this.#files.push(file) - 1;
  }
}

/** A record that speaks of a thing; the file by its number. */
interface Met {
  readonly thing: string;
  readonly order: string;
  readonly file: number;
  readonly row: number;
  readonly line: number;
  readonly identifies: boolean;
  readonly said: string;
}

interface MetThing extends Met {
  readonly furtherRows: number[];
}

function readMet(text: string): Met {
  const [thing = '', order = '', file, row, line, identifies] = text.split(TAB);
  const said = [file, row, line].join(TAB);
  return {
    thing,
    order,
    file: Number(file),
    row: Number(row),
    line: Number(line),
    identifies: identifies === '1',
    said,
  };
}

function addFurther(rows: number[], row: number): void {
  if (rows.at(-1) !== row && rows.length < MOST_FURTHER) rows.push(row);
}

async function* textsOf(path: string): AsyncGenerator<string> {
  for await (const lines of readQuadLines(path)) yield lines.join('\n');
}

/** Where the things of a dataset come from: the first record that speaks of each, and identifiers met again. */
export class Origins {
  readonly #path: string;
  readonly #sorted: SortedFile;
  readonly #files: readonly string[];
  readonly #repetitions: Repetitions;
  readonly #known = new Map<string, KnownThing | undefined>();

  constructor(path: string, sorted: SortedFile, files: readonly string[], repetitions: Repetitions) {
    this.#path = path;
    this.#sorted = sorted;
    this.#files = files;
    this.#repetitions = repetitions;
  }

  of(thing: string): RecordPlace | undefined {
    const found = this.#lookUp(thing);
    return found && { file: found.file, row: found.row, line: found.line };
  }

  /** Rows of the same file, after the first, that speak of a thing too: twenty at most. */
  furtherRows(thing: string): readonly number[] {
    return this.#lookUp(thing)?.furtherRows ?? [];
  }

  /** Lines `thing TAB file TAB row TAB line TAB further rows` (with commas), in the order of things, below their names. */
  async *lines(isPublished: (thing: string) => boolean): AsyncGenerator<readonly string[]> {
    yield [['thing', 'file', 'row', 'line', 'further'].join(TAB)];
    for await (const lines of readQuadLines(this.#path))
      yield lines.flatMap((text) => {
        const [thing = '', file, ...rest] = text.split(TAB);
        return isPublished(thing) ? [[thing, this.#files[Number(file)], ...rest].join(TAB)] : [];
      });
  }

  /** Records that bear an identifier that another bears already: what they say is said of one thing. */
  repeated(file: string): readonly FaultGroup[] {
    return this.#repetitions.groups(file);
  }

  close(): void {
    this.#sorted.close();
  }

  #lookUp(thing: string): KnownThing | undefined {
    if (this.#known.has(thing)) return this.#known.get(thing);
    if (this.#known.size >= MOST_KNOWN) this.#known.clear();
    const [text] = this.#sorted.linesOf(thing + TAB);
    const found = text === undefined ? undefined : this.#readThing(text);
    this.#known.set(thing, found);
    return found;
  }

  #readThing(text: string): KnownThing {
    const [, file, row, line, further = ''] = text.split(TAB);
    const furtherRows = further === '' ? [] : further.split(',').map(Number);
    return { file: this.#files[Number(file)] ?? '', row: Number(row), line: Number(line), furtherRows };
  }
}
