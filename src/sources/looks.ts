import type { Source, SourceFormat } from '../model/index.ts';

/** What a file begins like. */
export type Likeness = SourceFormat | 'html' | 'pdf' | 'spreadsheet';

/** Beginnings that only one kind of file has; the first row that matches counts. */
const BEGINNINGS: readonly (readonly [Likeness, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['html', /^<!doctype\s+html/i],
  ['html', /^<(html|head|body)[\s>]/i],
  ['xml', /^<(\?xml\s|!DOCTYPE\s|[A-Za-z_][\w:.-]*(\s[^<>]*)?\/?>)/],
  ['json', /^(\{\s*("|\}|$)|\[\s*([{["\]\d-]|true|false|null|$))/],
];

/** How an old workbook begins (Compound File Binary). */
const WORKBOOK = [0xd0, 0xcf, 0x11, 0xe0];

/** What may begin like something else and yet be read as it is declared: pages that are XML, documents in CSV cells. */
const ALLOWED: Readonly<Record<SourceFormat, (found: Likeness, text: string, source: Source) => boolean>> = {
  csv: (found, _, { dialect }) => found === 'csv' || (dialect.header === false && found !== 'html'),
  json: (found) => found === 'json',
  xml: (found, text) => found === 'xml' || (found === 'html' && !/^<!doctype/i.test(text)),
};

/**
 * What a file begins like, where that is surely not what its source declares; undefined where it may be.
 * @param text its beginning, without byte order mark
 */
export function otherLikeness(source: Source, firstBytes: Uint8Array, text: string): Likeness | undefined {
  const beginning = text.trimStart();
  const found = likenessOf(firstBytes, beginning);
  if (found === 'spreadsheet') return found;
  return found === undefined || ALLOWED[source.format](found, beginning, source) ? undefined : found;
}

/**
 * What a file begins like, whatever its source says; undefined where nothing tells.
 * @param text its beginning, without byte order mark
 */
export function likenessOf(firstBytes: Uint8Array, text: string): Likeness | undefined {
  if (WORKBOOK.every((byte, index) => firstBytes[index] === byte)) return 'spreadsheet';
  const beginning = text.trimStart();
  return BEGINNINGS.find(([, like]) => like.test(beginning))?.[0] ?? (isTable(beginning) ? 'csv' : undefined);
}

/** A first line cut by a separator, that is neither markup nor JSON. */
function isTable(text: string): boolean {
  const [line = ''] = text.split(/\r|\n/, 1);
  return /^[^<{[].*[,;\t|]/.test(line) && !isJson(line);
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
