import type { SourceFormat } from '../../model/index.ts';

/** Messages that servers append to a stream which they began with 200. */
const BEGINNINGS: readonly RegExp[] = [
  /^\{\s*"(error|error_code|errorcode|errors|message|detail|status|exception)"\s*:/i,
  /^<(!doctype\s+html|html|head|body)\b/i,
  /^Traceback \(most recent call last\)/,
  /^(<b>)?(Fatal|Parse) error(<\/b>)?:/,
  /^(Internal Server Error|Bad Gateway|Gateway Time-?out|Service Unavailable|Proxy Error)\b/i,
  /^(Exception in thread|Caused by:|ORA-\d{5}|ERROR:\s)/,
];

/** Whether a line of a table is no row of it but a message. */
export const isErrorLine = (line: string): boolean =>
  BEGINNINGS.some((like) => like.test(line.trimStart())) || /<\/(html|body)>\s*$/i.test(line);

/** A document that its reader takes for a second one: an error object after the end of the data. */
const AFTER_JSON = /[\]}]\s*(\{\s*"(error|error_code|errorcode|errors|exception)"\s*:.*)$/is;

/** In a table a cell that holds JSON is quoted: a last line that begins with an object is no row, however many cells it has. */
const LAST_LINE =
  /(?:^|[\r\n])(\{\s*"(error|error_code|errorcode|errors|message|detail|exception)"\s*:[^\r\n]*)\s*$/i;

/** A message at the end of a file whose form allows it, as the text that stands there. */
export function endsWithError(tail: string, format: SourceFormat): string | undefined {
  if (format === 'xml') return undefined;
  return (format === 'json' ? AFTER_JSON : LAST_LINE).exec(tail)?.[1]?.slice(0, 300);
}
