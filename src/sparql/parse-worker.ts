/** Entry module of a parser's thread: parses one text after the other. It runs under plain Node. */
import { parentPort } from 'node:worker_threads';
import { parseQuery } from './parse-query.ts';

/** A text to parse. */
export interface ToParse {
  readonly text: string;
  readonly base: string;
}

const parse = ({ text, base }: ToParse) => parentPort?.postMessage(parseQuery(text, { base }));

// The first answer says that the parser is built, which takes longer than most texts.
parse({ text: 'ASK {}', base: 'http://localhost/' });
parentPort?.on('message', parse);
