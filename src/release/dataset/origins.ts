import { type FaultExample, type FaultGroup, type Origin, withoutFragment } from '../../model/index.ts';

const EXAMPLES = 5;
/** Further records kept of a thing, and of all things together. */
const MOST_FURTHER = 20;
const MOST_FURTHER_IN_ALL = 1_000_000;
/** Lines handed on at once. */
const BATCH = 4096;

/** A record: the source as a person would type it, its number from 1, the line it begins on. */
interface Place {
  readonly file: string;
  readonly row: number;
  readonly line: number;
}

/** Where the things of a dataset come from: the first record that speaks of each, and identifiers met again. */
export class Origins {
  readonly #first = new Map<string, Place>();
  readonly #again: FaultExample[] = [];
  readonly #further = new Map<string, number[]>();
  #furtherInAll = 0;
  #count = 0;

  add({ subject, file, row, line, identifies }: Origin): void {
    const thing = withoutFragment(subject);
    const known = this.#first.get(thing);
    if (known === undefined) this.#first.set(thing, { file, row, line });
    else if (known.row !== row && known.file === file) this.#addFurther(thing, row);
    if (known !== undefined && identifies && known.row !== row && subject === thing)
      this.#repeated(thing, { file, row, line });
  }

  of(thing: string): Place | undefined {
    return this.#first.get(thing);
  }

  /** Rows of the same file, after the first, that speak of a thing too: twenty at most. */
  furtherRows(thing: string): readonly number[] {
    return this.#further.get(thing) ?? [];
  }

  /** Lines `thing TAB file TAB row TAB line`, in the order of the things, below their names. */
  *lines(isPublished: (thing: string) => boolean): Generator<readonly string[]> {
    yield ['thing\tfile\trow\tline'];
    const things = [...this.#first.keys()].filter(isPublished).sort();
    for (let at = 0; at < things.length; at += BATCH) {
      yield things.slice(at, at + BATCH).map((thing) => {
        const { file, row, line } = this.#first.get(thing) as Place;
        return `${thing}\t${file}\t${row}\t${line}`;
      });
    }
  }

  /** Records that bear an identifier that another bears already: what they say is said of one thing. */
  repeated(file: string): readonly FaultGroup[] {
    if (this.#count === 0) return [];
    return [
      {
        code: 'repeated-identifier',
        message: {
          fr: 'L’identifiant est déjà celui d’un autre enregistrement : les deux n’ont fait qu’une chose.',
          en: 'Another record bears this identifier already: the two have become one thing.',
        },
        place: { file },
        count: this.#count,
        examples: this.#again,
      },
    ];
  }

  #addFurther(thing: string, row: number): void {
    const rows = this.#further.get(thing) ?? [];
    if (rows.at(-1) === row || rows.length === MOST_FURTHER || this.#furtherInAll === MOST_FURTHER_IN_ALL)
      return;
    rows.push(row);
    this.#furtherInAll++;
    if (rows.length === 1) this.#further.set(thing, rows);
  }

  #repeated(thing: string, place: Place): void {
    this.#count++;
    if (this.#again.length < EXAMPLES) this.#again.push({ ...place, column: '', value: thing });
  }
}
