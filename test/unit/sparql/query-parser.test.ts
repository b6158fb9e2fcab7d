import { describe, expect, it } from '@jest/globals';
import { createQueryParser, parseQuery, parseTree, readQuery } from '../../../src/sparql/index.ts';

const BASE = 'http://example.org/';
const LONG = `SELECT * { VALUES ?x { ${'1 '.repeat(500)} } }`;
/** A name of so many letters takes the lexer minutes. */
const ENDLESS = 'a'.repeat(99_000);

describe('A parser of strangers’ queries', () => {
  const parser = createQueryParser({ base: BASE, milliseconds: 1500 });

  it.each([
    ['a short query', 'ASK { <a> ?p ?o }'],
    ['a long one', LONG],
    ['a long one with a mistake', `${LONG}}`],
    ['an update', `DROP ALL; ${'#'.repeat(600)}`],
    ['one that is too deep', `ASK ${'{'.repeat(400)}${'}'.repeat(400)}`],
  ])('says of %s what the grammar says', async (_name, text) => {
    expect(await parser.parse(text)).toEqual(parseQuery(text, { base: BASE }));
  });

  it.each(['ASK { <a> ?p ?o }', LONG, `${LONG}}`])('tells where each part of %s stands', async (text) => {
    expect(await parser.locate(text)).toEqual(parseTree(text, { base: BASE, located: true }));
  });

  it('refuses what takes too long, reads on meanwhile, and then reads the next', async () => {
    const slow = parser.parse(ENDLESS);
    const next = parser.parse(LONG);
    expect(await parser.parse('ASK {}')).toMatchObject({ kind: 'parsed' });
    expect(await slow).toEqual({
      kind: 'too-complex',
      reason: 'The query could not be parsed within 1.5 s.',
      inFrench: 'La requête n’a pas pu être analysée en 1,5 s.',
    });
    expect(await next).toMatchObject({ kind: 'parsed', queryKind: 'select' });
  });

  it('reads the words of a query, short or long, in a line of its own', async () => {
    for (const text of ['ASK { ?a a <urn:C> }', LONG, `${LONG}}`])
      expect(await parser.read(text, 'urn:type')).toEqual(
        readQuery(text, { base: BASE, typeProperty: 'urn:type' }),
      );
    const slow = parser.read(ENDLESS, 'urn:type');
    let isOver = false;
    const over = slow.then(() => {
      isOver = true;
    });
    expect(await parser.parse(LONG)).toMatchObject({ kind: 'parsed' });
    expect(isOver).toBe(false);
    await over;
    expect((await slow).kind).toBe('too-complex');
  });

  it('lets only so many wait', async () => {
    const small = createQueryParser({ base: BASE, queue: 1 });
    const first = small.parse(LONG);
    expect(await small.parse(LONG)).toEqual({ kind: 'overloaded' });
    expect(await first).toMatchObject({ kind: 'parsed' });
    expect(await small.parse(LONG)).toMatchObject({ kind: 'parsed' });
  });
});
