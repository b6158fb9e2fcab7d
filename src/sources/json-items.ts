/** A slice of JSON text: one item of an array, with its line (from 1). */
export interface JsonItem {
  readonly text: string;
  readonly line: number;
}

/** JSON that cannot be cut into items; `line` is where reading stopped. */
export class JsonFault extends Error {
  readonly line: number;
  readonly reason: 'not-json' | 'no-array';
  constructor(reason: 'not-json' | 'no-array', line: number) {
    super(`${reason} at line ${line}`);
    this.name = 'JsonFault';
    this.reason = reason;
    this.line = line;
  }
}

/**
 * Walks to the array at a path of member names (`['features']`; `[]` is the document itself) and cuts it into items,
 * each still text: items are parsed one by one, so that the document never stands in memory as objects.
 */
export function* jsonItems(text: string, path: readonly string[]): Generator<JsonItem> {
  let at = skipSpace(text, 0);
  for (const name of path) at = memberValue(text, at, name);
  if (text[at] !== '[') throw new JsonFault('no-array', lineAt(text, at));
  at = skipSpace(text, at + 1);
  let line = lineAt(text, at);
  while (text[at] !== ']') {
    const end = skipValue(text, at);
    yield { text: text.slice(at, end), line };
    let next = skipSpace(text, end);
    if (text[next] === ',') next = afterComma(text, next, ']');
    else if (text[next] !== ']') throw new JsonFault('not-json', lineAt(text, next));
    line += linesBetween(text, at, next);
    at = next;
  }
  assertCompleted(text, at + 1, path.length);
}

/** After the array, the objects around it are closed and nothing follows: a cut file is not taken for a whole one. */
function assertCompleted(text: string, from: number, depth: number): void {
  let at = skipSpace(text, from);
  for (let open = depth; open > 0; open--) {
    while (text[at] === ',') at = skipSpace(text, skipMember(text, afterComma(text, at, '}')));
    if (text[at] !== '}') throw new JsonFault('not-json', lineAt(text, at));
    at = skipSpace(text, at + 1);
  }
  if (at < text.length) throw new JsonFault('not-json', lineAt(text, at));
}

/** Offset of what follows a comma; a comma before the closing bracket is a fault. */
function afterComma(text: string, at: number, closing: string): number {
  const next = skipSpace(text, at + 1);
  if (text[next] === closing) throw new JsonFault('not-json', lineAt(text, next));
  return next;
}

/** Offset of the value of a member of the object at `at`. */
function memberValue(text: string, at: number, name: string): number {
  if (text[at] !== '{') throw new JsonFault('no-array', lineAt(text, at));
  let next = skipSpace(text, at + 1);
  while (text[next] === '"') {
    const { key, value } = memberAt(text, next);
    if (key === name) return value;
    next = skipSpace(text, skipValue(text, value));
    if (text[next] === ',') next = afterComma(text, next, '}');
    else if (text[next] !== '}') throw new JsonFault('not-json', lineAt(text, next));
  }
  throw new JsonFault(text[next] === '}' ? 'no-array' : 'not-json', lineAt(text, next));
}

/** The key at an offset and where its value begins. */
function memberAt(text: string, at: number): { key: string; value: number } {
  if (text[at] !== '"') throw new JsonFault('not-json', lineAt(text, at));
  const end = skipString(text, at);
  const colon = skipSpace(text, end);
  if (text[colon] !== ':') throw new JsonFault('not-json', lineAt(text, colon));
  return { key: keyText(text, at, end), value: skipSpace(text, colon + 1) };
}

const skipMember = (text: string, at: number): number => skipValue(text, memberAt(text, at).value);

function keyText(text: string, at: number, end: number): string {
  try {
    return String(JSON.parse(text.slice(at, end)));
  } catch {
    throw new JsonFault('not-json', lineAt(text, at));
  }
}

const SPACE = /[^ \t\r\n]/g;

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.exec(text)?.index ?? text.length;
}

function skipString(text: string, at: number): number {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] === '\\') next++;
    else if (text[next] === '"') return next + 1;
  }
  throw new JsonFault('not-json', lineAt(text, at));
}

const STRUCTURE = /["{}[\],]/g;

/** Offset after the value at `at`: by bracket depth, strings skipped. */
function skipValue(text: string, at: number): number {
  let depth = 0;
  STRUCTURE.lastIndex = at;
  for (let found = STRUCTURE.exec(text); found; found = STRUCTURE.exec(text)) {
    const c = found[0];
    const closes = c === '}' || c === ']';
    if (depth === 0 && (closes || c === ',')) return found.index;
    if (c === '"') STRUCTURE.lastIndex = skipString(text, found.index);
    else if (closes) depth--;
    else if (c !== ',') depth++;
    if (depth === 0) return STRUCTURE.lastIndex;
  }
  if (depth === 0) return text.length;
  throw new JsonFault('not-json', lineAt(text, at));
}

const lineAt = (text: string, at: number): number => 1 + linesBetween(text, 0, at);

function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
