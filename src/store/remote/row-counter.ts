/** Counts the rows of an answer while its bytes pass: solutions, or statements of a graph. */
export interface RowCounter {
  /** Takes the next bytes; gives the rows begun so far. */
  add(chunk: Uint8Array): number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LINE_FEED = 0x0a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** A counter for a media type that stores write; of any other, and of the answer to ASK, nothing is counted. */
export function rowCounter(mediaType: string): RowCounter {
  switch (mediaType) {
    case 'application/sparql-results+json':
      return jsonRows();
    case 'application/sparql-results+xml':
      return xmlRows();
    case 'text/csv':
      return csvRows();
    case 'text/tab-separated-values':
      return lines(1);
    case 'application/n-triples':
      return lines(0);
    default:
      return { add: () => 0 };
  }
}

/** Line feeds inside values are written `\n` in these formats: a line is a row, but for the header. */
function lines(header: number): RowCounter {
  let count = -header;
  return {
    add: (chunk) => {
      for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) count += 1;
      return Math.max(0, count);
    },
  };
}

/** RFC 4180: line feeds between quotes belong to a value. */
function csvRows(): RowCounter {
  let count = -1;
  let isQuoted = false;
  return {
    add: (chunk) => {
      for (const byte of chunk) {
        if (byte === QUOTE) isQuoted = !isQuoted;
        else if (byte === LINE_FEED && !isQuoted) count += 1;
      }
      return Math.max(0, count);
    },
  };
}

/** Objects directly in the array of `{"results":{"bindings":[…]}}`: those at the fourth depth. */
function jsonRows(): RowCounter {
  let count = 0;
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  const structure = (byte: number): void => {
    if (byte === QUOTE) isString = true;
    else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      depth += 1;
      if (byte === OPEN_BRACE && depth === 4) count += 1;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) depth -= 1;
  };
  return {
    add: (chunk) => {
      for (const byte of chunk) {
        if (!isString) structure(byte);
        else if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isString = false;
      }
      return count;
    },
  };
}

const RESULT = new TextEncoder().encode('<result');
const GREATER = 0x3e;
const SPACE = 0x20;

/** Elements `result`: `<` never stands in the text of XML, and begins no other place in the name. */
function xmlRows(): RowCounter {
  let count = 0;
  let matched = 0;
  return {
    add: (chunk) => {
      for (const byte of chunk) {
        if (matched === RESULT.length) {
          if (byte <= SPACE || byte === GREATER) count += 1;
          matched = 0;
        }
        if (byte === RESULT[matched]) matched += 1;
        else matched = byte === RESULT[0] ? 1 : 0;
      }
      return count;
    },
  };
}
