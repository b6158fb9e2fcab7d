/** Spreadsheets number rows, not lines: a cell of several lines is in one row. */
export class SheetRows {
  #breaks = 0;
  #before: { readonly line: number; readonly cells: readonly string[] };

  /** @param header cells of the first line; none where the first row that is told is that line */
  constructor(header: readonly string[] = []) {
    this.#before = { line: 1, cells: header };
  }

  /** @param line where the row begins @returns its number in a spreadsheet */
  next(line: number, cells: readonly string[]): number {
    // Where the next line follows, there is nothing to look for in the cells.
    if (line > this.#before.line + 1) this.#breaks += lineBreaks(this.#before.cells);
    this.#before = { line, cells };
    return line - this.#breaks;
  }
}

function lineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells)
    if (cell.includes('\n') || cell.includes('\r')) breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  return breaks;
}
