import { escapeLiteral } from '../../rdf/index.ts';

/**
 * An update that adds lines of N-Triples to a graph. SPARQL reads `\u` escapes before its grammar (1.1, section 19.2),
 * so that an escaped quotation mark would end its literal: they are written as characters, or as SPARQL escapes them.
 */
export const insertData = (graph: string, triples: readonly string[]): string =>
  `INSERT DATA { GRAPH <${graph}> {\n${triples.map(updateLine).join('\n')}\n} }`;

const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|[\s\S])/g;

/** A line of N-Triples as SPARQL reads the same statement. */
export const updateLine = (line: string): string =>
  line.includes('\\')
    ? line.replace(ESCAPE, (found, four?: string, eight?: string) => {
        const code = four ?? eight;
        if (code === undefined) return found;
        return escapeLiteral(String.fromCodePoint(Number.parseInt(code, 16)));
      })
    : line;
