import { percentDecoded } from '../model/index.ts';
import { LABEL_PROPERTIES, lineSubjectIri, parseLines } from '../rdf/index.ts';

const LONGEST_NAME = 80;

/** What lines call a thing; where they have no name for it, the end of its address. */
export function nameOf(thing: string | undefined, lines: readonly string[]): string | undefined {
  if (thing === undefined) return undefined;
  const label = labelOf(thing, lines);
  const name = label ?? percentDecoded(thing.slice(thing.lastIndexOf('/') + 1));
  return name.slice(0, LONGEST_NAME).toWellFormed();
}

/** The label that lines give a thing, by the properties that the index takes names from. */
export function labelOf(thing: string, lines: readonly string[], language?: string): string | undefined {
  const own = lines.filter(
    (line) => lineSubjectIri(line) === thing && LABEL_PROPERTIES.some((one) => line.includes(`<${one}>`)),
  );
  const quads = parseLines(own);
  for (const property of LABEL_PROPERTIES) {
    const said = quads.filter(({ predicate }) => predicate.value === property);
    const found =
      said.find(({ object }) => object.termType === 'Literal' && object.language === language) ?? said[0];
    if (found) return found.object.value;
  }
  return undefined;
}
