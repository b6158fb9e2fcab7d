/**
 * A query for a server that has no base IRI of ours: it begins with a line that declares it. A BASE of the query itself
 * comes later and so prevails (SPARQL 1.1 section 4.1.1).
 */
export const basedQuery = (text: string, base: string): string => `BASE <${base}>\n${text}`;

/** What a server says of a based query, with lines counted as in the query without the added one. */
export const unbasedReason = (reason: string): string =>
  reason
    .replace(/\b(line:? ?)(\d+)/gi, (_, word: string, line: string) => `${word}${lineBefore(line)}`)
    .replace(/\b(error at )(\d+)(:\d+)/g, (_, word, line, column) => `${word}${lineBefore(line)}${column}`);

const lineBefore = (line: string): number => Math.max(1, Number(line) - 1);
