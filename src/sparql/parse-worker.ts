/** Entry module of a parser's thread: parses one text after the other. It runs under plain Node. */
import { parentPort } from 'node:worker_threads';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { type ReadQuery, readQuery } from './read-query.ts';

/** A text to parse. */
export interface ToParse {
  readonly text: string;
  readonly base: string;
  /** Where the words of the query are wanted too: the property whose objects are classes. */
  readonly typeProperty?: string;
}

/** What comes back: what is said of the query, or its words. */
export type Parsed = ParsedQuery | ReadQuery;

const parse = ({ text, base, typeProperty }: ToParse) =>
  parentPort?.postMessage(
    typeProperty === undefined ? parseQuery(text, { base }) : readQuery(text, { base, typeProperty }),
  );

// The first answer says that the parser is built, which takes longer than most texts.
parse({ text: 'ASK {}', base: 'http://localhost/' });
parentPort?.on('message', parse);
