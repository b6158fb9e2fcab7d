import { withoutFragment } from '../model/index.ts';
import { inReadableOrder, lineSubjectIri, PREFIXES, parseLines, serialise } from '../rdf/index.ts';

export interface TurtleOptions {
  readonly base: string;
  /** Things whose blocks come first, in this order. */
  readonly things: readonly string[];
  /** Rank of a property, the least first. */
  readonly order?: ((property: string) => number) | undefined;
}

/**
 * What is said of a record as Turtle for people, as documents are written: a block a subject, names first. Addresses of this
 * site are written from its base on, which stands first.
 */
export async function recordTurtle(
  lines: readonly string[],
  { base, things, order }: TurtleOptions,
): Promise<string> {
  const rank = (line: string): number => {
    const at = things.indexOf(withoutFragment(lineSubjectIri(line)));
    return at < 0 ? things.length : at;
  };
  const quads = parseLines(lines.toSorted((a, b) => rank(a) - rank(b)));
  const prefixes = { ...PREFIXES, def: `${base}def/` };
  const text = await serialise(inReadableOrder(quads, order), 'text/turtle', prefixes);
  return fromBase(text.trim(), base);
}

/** Texts between quotes, and whole IRIs. */
const TOKENS = /"""(?:[^"\\]|\\.|"(?!""))*"""|"(?:[^"\\\n]|\\.)*"|<[^<>\s]*>/gs;

/** Only what means the same from the base on: a path whose first part is a plain name, without `.` and `..`. */
const isPlain = (path: string): boolean =>
  /^\.?\w[\w-]*\//.test(path) && !/(?:^|\/)\.{1,2}(?:[/?#]|$)/.test(path);

function fromBase(turtle: string, base: string): string {
  const start = `<${base}`;
  const said = turtle.replace(TOKENS, (token) =>
    token.startsWith(start) && isPlain(token.slice(start.length, -1))
      ? `<${token.slice(start.length)}`
      : token,
  );
  return said === turtle ? turtle : `@base ${start}> .\n${said}`;
}
