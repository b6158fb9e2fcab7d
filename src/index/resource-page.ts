/** Resources on one page: finding one of them costs some microseconds. */
export const PAGE_SIZE = 64;

/** A resource as a page holds it; dataset and moment by their numbers, moment 0 where none is known. */
export interface ResourceEntry {
  readonly iri: string;
  readonly dataset: number;
  readonly moment: number;
}

/**
 * Resources in the order of their IRIs as a text, a line each: how many characters are those of the IRI before, the
 * rest, and dataset and moment where they are not those of the line before.
 */
export function writePage(entries: readonly ResourceEntry[]): string {
  let before: ResourceEntry = NONE;
  return entries
    .map((entry) => {
      const shared = sharedLength(before.iri, entry.iri);
      const isAlike = entry.dataset === before.dataset && entry.moment === before.moment;
      before = entry;
      const line = `${shared} ${entry.iri.slice(shared)}`;
      return isAlike ? line : `${line} ${entry.dataset} ${entry.moment}`;
    })
    .join('\n');
}

export function readPage(text: string): readonly ResourceEntry[] {
  let { iri, dataset, moment } = NONE;
  return text.split('\n').map((line) => {
    const start = line.indexOf(' ') + 1;
    const end = line.indexOf(' ', start);
    iri = iri.slice(0, Number.parseInt(line, 10)) + line.slice(start, end < 0 ? line.length : end);
    if (end > 0)
      [dataset = 0, moment = 0] = line
        .slice(end + 1)
        .split(' ')
        .map(Number);
    return { iri, dataset, moment };
  });
}

const NONE: ResourceEntry = { iri: '', dataset: 0, moment: 0 };

/** Characters that two texts begin with, no pair of surrogates torn apart. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charCodeAt(length) === other.charCodeAt(length)) length++;
  return /[\ud800-\udbff]/.test(one[length - 1] ?? '') ? length - 1 : length;
}
