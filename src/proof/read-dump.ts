import { withoutFragment } from '../model/index.ts';
import { lineSubjectIri, parseLines, type RDF, rdf } from '../rdf/index.ts';
import { type DumpFile, dumpLines } from './dump-file.ts';
import { Breach } from './outcomes.ts';
import type { Sample } from './sample.ts';

/** What a dump holds. */
export interface ReadDump {
  readonly file: DumpFile;
  readonly statements: number;
}

/**
 * Counts the statements of a dump and offers what may be drawn: the IRIs of its things, without fragment, and those of its
 * classes and properties. @throws Breach for lines that are no RDF
 */
export async function readDump(
  file: DumpFile,
  { things, terms }: { readonly things: Sink; readonly terms: Sink },
): Promise<ReadDump> {
  let statements = 0;
  let last = '';
  const offerTerm = once(terms);
  for await (const lines of dumpLines(file)) {
    for (const { subject, predicate, object } of parsedLines(lines, statements)) {
      offerTerm(predicate.value);
      if (predicate.value === rdf.type) offerTerm(object.value);
      if (subject.termType !== 'NamedNode' || subject.value === last) continue;
      last = subject.value;
      things.offer(withoutFragment(last));
    }
    statements += lines.length;
  }
  return { file, statements };
}

/** Offers each text once, as long as they are few. */
function once(sink: Sink): (text: string) => void {
  const known = new Set<string>();
  return (text) => {
    if (known.has(text)) return;
    if (known.size < MOST_REMEMBERED) known.add(text);
    sink.offer(text);
  };
}

const MOST_REMEMBERED = 10_000;

/** Takes IRIs to draw from. */
export type Sink = Pick<Sample, 'offer'>;

function parsedLines(lines: readonly string[], before: number): readonly RDF.Quad[] {
  try {
    return parseLines(lines);
  } catch {
    const at = lines.findIndex((line) => !isRdf(line));
    throw malformed(before + at + 1);
  }
}

function isRdf(line: string): boolean {
  try {
    return parseLines([line]).length === 1;
  } catch {
    return false;
  }
}

const malformed = (line: number): Breach =>
  new Breach({
    fr: `L’énoncé ${line.toLocaleString('fr')} n’est pas du RDF bien formé.`,
    en: `Statement ${line.toLocaleString('en')} is no well-formed RDF.`,
  });

/** Most statements that are kept of the things of a sample. */
const MOST_KEPT = 200_000;

/**
 * The statements of some things and of their hash IRIs, by thing, over several dumps. Where they are more than are kept,
 * the largest thing is left out. @throws Breach
 */
export async function statementsOf(
  things: readonly string[],
  dumps: readonly ReadDump[],
): Promise<ReadonlyMap<string, readonly RDF.Quad[]>> {
  const found = new Map<string, RDF.Quad[]>(things.map((thing) => [thing, []]));
  let kept = 0;
  for (const { file } of dumps)
    for await (const lines of dumpLines(file)) {
      const own = lines.filter((line) => found.has(withoutFragment(subjectOf(line))));
      for (const one of parseLines(own)) found.get(withoutFragment(one.subject.value))?.push(one);
      kept += own.length;
      if (kept > MOST_KEPT) kept -= dropLargest(found);
    }
  return found;
}

/** Empty for a blank node. */
const subjectOf = (line: string): string => (line.startsWith('<') ? lineSubjectIri(line) : '');

/** Leaves the thing with the most statements out of the sample. @returns how many statements went */
function dropLargest(found: Map<string, RDF.Quad[]>): number {
  const [largest] = [...found].sort(([, one], [, other]) => other.length - one.length);
  if (largest) found.delete(largest[0]);
  return largest?.[1].length ?? 0;
}
