import { describe, expect, it } from '@jest/globals';
import { parsePlacedTurtle } from '../../../src/rdf/index.ts';

/** `subject object` places of the statements, by the last part of their predicate. */
function placesOf(text: string): Readonly<Record<string, string>> {
  const parsed = parsePlacedTurtle(text, 'x.ttl', 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return Object.fromEntries(
    parsed.quads.map(({ quad, line, column, subject }) => [
      quad.predicate.value.replace(/^.*[#:/]/, ''),
      `${subject.line}:${subject.column} ${line}:${column}`,
    ]),
  );
}

describe('A statement of Turtle', () => {
  it('stands where its object begins, wherever its end is', () => {
    const places = placesOf(
      '<a> <urn:p> "x"\n  ;\n  <urn:q> """two\nlines"""@fr ;\n  <urn:r> "5"^^<urn:int> .\n<a> <urn:s> true.',
    );
    expect(places).toEqual({ p: '1:1 1:13', q: '1:1 3:11', r: '1:1 5:11', s: '6:1 6:13' });
  });

  it('has its subject where the bracket opens that describes it', () => {
    const places = placesOf(
      '<a> <urn:p> [\n  <urn:q> [ <urn:r> 1 ] ;\n  <urn:s> 2 ] .\n  [ <urn:t> 3 ] <urn:u> 4 .',
    );
    expect(places).toMatchObject({ r: '2:11 2:21', s: '1:13 3:11', t: '4:3 4:13', u: '4:3 4:25' });
  });

  it('is counted after directives of both kinds', () => {
    const places = placesOf(
      '@prefix a: <urn:> .\n@base <urn:b> .\nPREFIX c: <urn:>\nBASE <urn:d>\n  a:x c:p a:y .\nprefix e: <urn:>\ne:x e:q e:y .',
    );
    expect(places).toEqual({ p: '5:3 5:11', q: '7:1 7:9' });
  });
});
