/**
 * The same text in memory of its own. What is cut out of a text keeps all of that text in memory: an IRI that outlives its
 * line would keep the piece of the file that the line was read with, and one IRI in each piece the whole file.
 */
export const detached = (text: string): string => Buffer.from(text).toString();
