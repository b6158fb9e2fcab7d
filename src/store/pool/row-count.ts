type Counter = (body: string, most: number) => number;

/**
 * Rows of an answer: solutions of a SELECT, statements of a graph. Counted in its text, exactly as Oxigraph writes it, and
 * no further than one more than `most`. Formats without rows (ASK) have none.
 */
export function countRows(body: string, mediaType: string, most: number): number {
  const [type = ''] = mediaType.split(';');
  const format = FORMATS[type.trim()];
  // Whatever the format, a row takes a character at least.
  return format === undefined || body.length <= most ? 0 : Math.max(0, format(body, most));
}

/** Counts by hops from one find to the next. */
const countFound = (body: string, what: string, most: number): number => {
  let count = 0;
  for (let at = body.indexOf(what); at >= 0 && count <= most; at = body.indexOf(what, at + what.length))
    count += 1;
  return count;
};

/** Line feeds inside of values are written as escapes. */
const lines: Counter = (body, most) => countFound(body, '\n', most);

/** A line of names before the rows. */
const linesAfterHead: Counter = (body, most) => lines(body, most + 1) - 1;

/** In values, `<` is written as an entity. */
const xmlResults: Counter = (body, most) => countFound(body, '<result>', most);

/** Lines end outside of quotes; a quote within quotes is doubled, which closes and opens. */
const csvRecords: Counter = (body, most) => {
  let ended = 0;
  let quote = next(body, '"', 0);
  for (let end = next(body, '\n', 0); end < body.length && ended <= most + 1; ) {
    if (end < quote) {
      ended += 1;
      end = next(body, '\n', end + 1);
    } else {
      const closed = next(body, '"', quote + 1);
      if (end < closed) end = next(body, '\n', closed);
      quote = next(body, '"', closed + 1);
    }
  }
  return ended - 1;
};

/** Bindings are the objects two levels inside of the answer. */
const jsonBindings: Counter = (body, most) => {
  let count = 0;
  let depth = 0;
  const marks = /["{}]/g;
  for (let mark = marks.exec(body); mark !== null && count <= most; mark = marks.exec(body)) {
    if (mark[0] === '"') marks.lastIndex = endOfString(body, mark.index);
    else if (mark[0] === '}') depth -= 1;
    else if (++depth === 3) count += 1;
  }
  return count;
};

/** Offset behind the string of JSON that begins at a quote. */
function endOfString(body: string, start: number): number {
  let end = next(body, '"', start + 1);
  while (end < body.length && isEscaped(body, end)) end = next(body, '"', end + 1);
  return end + 1;
}

function isEscaped(body: string, at: number): boolean {
  let slashes = 0;
  while (body[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Where something is found next; the length of the text where it is not. */
function next(body: string, what: string, from: number): number {
  const found = body.indexOf(what, from);
  return found < 0 ? body.length : found;
}

const FORMATS: Readonly<Record<string, Counter>> = {
  'application/sparql-results+json': jsonBindings,
  'application/json': jsonBindings,
  'application/sparql-results+xml': xmlResults,
  'application/xml': xmlResults,
  'text/csv': csvRecords,
  'text/tab-separated-values': linesAfterHead,
  'application/n-triples': lines,
  'application/n-quads': lines,
};
