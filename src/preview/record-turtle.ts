import { withoutFragment } from '../model/index.ts';
import { inReadableOrder, lineSubjectIri, PREFIXES, parseLines, serialise } from '../rdf/index.ts';

export interface TurtleOptions {
  readonly base: string;
  /** Things whose blocks come first, in this order. */
  readonly things: readonly string[];
  /** Rank of a property, the least first. */
  readonly order?: ((property: string) => number) | undefined;
}

/** What is said of a record as Turtle for people, as documents are written: a block a subject, names first. */
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
  return (await serialise(inReadableOrder(quads, order), 'text/turtle', prefixes)).trim();
}
