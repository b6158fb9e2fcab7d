import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareGraphs, inOtherGraphs } from '../../../src/proof/compare-graphs.ts';
import { parseLines } from '../../../src/rdf/index.ts';

const THING = 'https://example.org/id/a';
const lines = (...texts: readonly string[]) =>
  parseLines(texts.map((text) => `${text.replaceAll('<>', `<${THING}>`).replaceAll('<#', `<${THING}#`)} .`));
const NAME = '<urn:x:name>';

describe('Two graphs about a thing', () => {
  it('are the same whatever their order, their repetitions and the case of language tags', () => {
    const published = lines(`<> ${NAME} "a"@fr-CA`, `<#part> ${NAME} "b"`);
    const document = lines(`<#part> ${NAME} "b"`, `<> ${NAME} "a"@fr-ca`, `<> ${NAME} "a"@fr-CA`);
    expect(compareGraphs(THING, published, { document })).toEqual({ missing: [], added: [] });
  });

  it('leave out what a document says of itself and of other things', () => {
    const published = lines(`<> ${NAME} "a"`);
    const document = [
      ...published,
      ...lines(`<https://example.org/doc/a> <urn:x:topic> <>`, `<https://example.org/id/ab> ${NAME} "a"`),
    ];
    expect(compareGraphs(THING, published, { document })).toEqual({ missing: [], added: [] });
  });

  it('differ by literals that only look alike', () => {
    const published = lines(`<> ${NAME} "1"`);
    const others = ['"1"@fr', '"1"^^<http://www.w3.org/2001/XMLSchema#integer>', '"01"', '" 1"'];
    for (const other of others) {
      const { missing, added } = compareGraphs(THING, published, { document: lines(`<> ${NAME} ${other}`) });
      expect([missing.length, added.length]).toEqual([1, 1]);
    }
  });

  it('forgive what stands in another graph, and only that', () => {
    const published = lines(`<> ${NAME} "a" <urn:x:g>`);
    const document = lines(`<> ${NAME} "a"`, `<> ${NAME} "note"`, `<> ${NAME} "more"`);
    const elsewhere = inOtherGraphs(
      lines(`<> ${NAME} "note" <urn:x:notes>`, `<> ${NAME} "more" <urn:x:g>`, `<> ${NAME} "default"`),
      new Set(['urn:x:g']),
    );
    const { missing, added } = compareGraphs(THING, published, { document, elsewhere });
    expect(missing).toEqual([]);
    expect(added).toEqual([`<${THING}> ${NAME} "more" .`]);
  });

  it('compare statements with blank nodes without their labels', () => {
    const published = lines(`<> ${NAME} _:a`);
    expect(compareGraphs(THING, published, { document: lines(`<> ${NAME} _:other`) })).toEqual({
      missing: [],
      added: [],
    });
    expect(compareGraphs(THING, published, { document: lines(`<> <urn:x:else> _:a`) }).missing).toHaveLength(
      1,
    );
  });

  it('tell exactly what is missing and what is added', () => {
    const statements = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 12 });
    fc.assert(
      fc.property(statements, statements, (left, right) => {
        const graph = (numbers: readonly number[]) => lines(...numbers.map((n) => `<> ${NAME} "${n}"`));
        const { missing, added } = compareGraphs(THING, graph(left), { document: graph(right) });
        const told = (numbers: readonly number[]) => numbers.map((n) => `<${THING}> ${NAME} "${n}" .`).sort();
        expect([...missing].sort()).toEqual(told(left.filter((n) => !right.includes(n))));
        expect([...added].sort()).toEqual(told(right.filter((n) => !left.includes(n))));
      }),
    );
  });
});
