import type { Response } from 'express';
import { parseLines, type RDF } from '../../rdf/index.ts';
import type { ServedContext } from '../serving.ts';
import { askPattern } from './ask-pattern.ts';
import { type FragmentPage, PAGE_SIZE } from './page.ts';
import type { AskedFragment, TriplePattern } from './pattern.ts';
import { readWhole } from './read-whole.ts';

/**
 * The statements that match a pattern, in an order that is the same for all pages of a release. What is said of one
 * subject comes from the index, everything from the dumps: only other patterns are a question to the store.
 * Undefined when the client has left.
 */
export function fragmentOf(
  context: ServedContext,
  response: Response,
  asked: AskedFragment,
): Promise<FragmentPage | undefined> {
  const { subject, predicate, object } = asked.pattern;
  if (subject) return Promise.resolve(aboutSubject(context, asked));
  if (!predicate && !object) return readWhole(context, response, asked.page);
  return askPattern(context, response, asked);
}

function aboutSubject({ index }: ServedContext, { pattern, page }: AskedFragment): FragmentPage {
  const iri = pattern.subject?.value ?? '';
  const own = `<${iri}> `;
  const lines = (index.describe(iri)?.lines ?? []).filter((line) => line.startsWith(own));
  const matching = parseLines([...new Set(lines)].sort()).filter((one) => matches(one, pattern));
  const from = (page - 1) * PAGE_SIZE;
  return {
    statements: matching.slice(from, from + PAGE_SIZE),
    total: matching.length,
    hasNext: matching.length > from + PAGE_SIZE,
  };
}

const matches = (one: RDF.Quad, { predicate, object }: TriplePattern): boolean =>
  (!predicate || one.predicate.equals(predicate)) && (!object || one.object.equals(object));
