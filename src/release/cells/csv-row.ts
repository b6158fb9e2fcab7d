/** Cells as a row of CSV (RFC 4180), its CRLF included. */
export const csvRow = (cells: readonly string[], delimiter: string): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;

/** Spaces at the ends are kept by quotes too: some readers drop them elsewhere. */
const csvCell = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A text that no spreadsheet takes for a formula (OWASP, CSV injection): an apostrophe stands before what begins one. */
export const harmless = (text: string): string => (/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text);
