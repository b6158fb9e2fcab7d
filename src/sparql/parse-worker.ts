/** Entry module of a parser's thread: parses one text after the other. It runs under plain Node. */
import { parentPort } from 'node:worker_threads';
import { type ParsedQuery, parseQuery } from './parse-query.ts';
import { type ReadQuery, readQuery } from './read-query.ts';
import { type ParsedTree, parseTree } from './syntax-tree.ts';

/** A text to parse. */
export interface ToParse {
  readonly text: string;
  readonly base: string;
  /** Where the words of the query are wanted too: the property whose objects are classes. */
  readonly typeProperty?: string;
  /** Where its tree is wanted, with the place of each node. */
  readonly located?: boolean;
}

/** What comes back: what is said of the query, its words, or its tree. */
export type Parsed = ParsedQuery | ReadQuery | ParsedTree;

const parsed = ({ text, base, typeProperty, located = false }: ToParse): Parsed => {
  if (located) return parseTree(text, { base, located });
  return typeProperty === undefined ? parseQuery(text, { base }) : readQuery(text, { base, typeProperty });
};

const parse = (asked: ToParse) => parentPort?.postMessage(parsed(asked));

// The first answer says that the parser is built, which takes longer than most texts.
parse({ text: 'ASK {}', base: 'http://localhost/' });
parentPort?.on('message', parse);
