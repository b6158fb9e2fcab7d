interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A text of which parts are replaced, by their offsets in the original. What is not replaced stays as it was written, and
 * an offset in the new text tells which in the original it comes from.
 */
export class EditedText {
  readonly original: string;
  #edits: readonly Edit[] = [];

  constructor(original: string) {
    this.original = original;
  }

  /** Replaces a part; parts do not overlap. */
  replace(start: number, end: number, text: string): void {
    this.#edits = [...this.#edits, { start, end, text }].sort((a, b) => a.start - b.start);
  }

  isReplaced(start: number): boolean {
    return this.#edits.some((edit) => edit.start === start);
  }

  /** The new text of a part of the original. */
  slice(start = 0, end = this.original.length): string {
    let from = start;
    let written = '';
    for (const edit of this.#edits) {
      if (edit.start < start || edit.end > end) continue;
      written += this.original.slice(from, edit.start) + edit.text;
      from = edit.end;
    }
    return written + this.original.slice(from, end);
  }

  /** Where a character of the original that was not replaced stands in the new text. */
  newOffset(offset: number): number {
    const before = this.#edits.filter(({ end }) => end <= offset);
    return before.reduce((shifted, { start, end, text }) => shifted + text.length - (end - start), offset);
  }

  /** Where a character of the new text stands in the original; inside of what was put there: where that begins. */
  originalOffset(offset: number): number {
    let shift = 0;
    for (const { start, end, text } of this.#edits) {
      const begin = start + shift;
      if (offset < begin) break;
      if (offset < begin + text.length) return start;
      shift += text.length - (end - start);
    }
    return offset - shift;
  }
}

/** `error at 2:14: …` of the new text, as it has to be said of the original. */
export function originalPlaces(reason: string, edited: EditedText): string {
  return reason.replace(/\b(\d+):(\d+)\b/, (told, line: string, column: string) => {
    const offset = offsetAt(edited.slice(), Number(line), Number(column));
    return offset === undefined ? told : placeAt(edited.original, edited.originalOffset(offset));
  });
}

function offsetAt(text: string, line: number, column: number): number | undefined {
  let start = 0;
  for (let at = 1; at < line; at++) {
    const next = text.indexOf('\n', start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return start + column - 1;
}

function placeAt(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}
