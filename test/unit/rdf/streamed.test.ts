import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  iri,
  jsonLdBlocks,
  literal,
  PREFIXES,
  parseRdf,
  quad,
  quadLine,
  quadLineParts,
  type RDF,
  rdf,
  rdfXmlBlocks,
  type StreamedSyntax,
  text,
  turtleBlocks,
  typed,
  xsd,
} from '../../../src/rdf/index.ts';
import { linesOf, tameQuads, wildQuads } from './quads.ts';

const SYNTAXES: Readonly<Record<string, readonly [StreamedSyntax, mediaType: string]>> = {
  Turtle: [turtleBlocks(PREFIXES), 'text/turtle'],
  'JSON-LD': [jsonLdBlocks(PREFIXES), 'application/ld+json'],
  'RDF/XML': [rdfXmlBlocks(PREFIXES), 'application/rdf+xml'],
};

/** A document of the sorted statements, subject by subject, as a dump is written. */
function written(quads: readonly RDF.Quad[], { head, separator, tail, block }: StreamedSyntax): string {
  const lines = [...new Set(quads.map((one) => quadLine(one, 'http://e.org/g')))].sort();
  const subjects = Map.groupBy(lines.map(quadLineParts), ({ subject }) => subject);
  return head + [...subjects].map(([subject, own]) => block(subject, own)).join(separator) + tail;
}

async function readBack(document: string, mediaType: string): Promise<readonly string[]> {
  const parsed = await parseRdf({ text: document, file: 'x', mediaType, base: 'http://base.example/' });
  if (parsed.kind === 'malformed') throw new Error(`${JSON.stringify(parsed.complaint)}\n${document}`);
  return linesOf(parsed.quads);
}

const say = (object: RDF.Quad_Object, predicate = 'http://example.org/p'): RDF.Quad =>
  quad(iri('http://e.org/a'), iri(predicate), object);

const AWKWARD: Readonly<Record<string, readonly RDF.Quad[]>> = {
  'nothing at all': [],
  'types, of which one is a text': [
    say(iri('http://schema.org/Museum'), rdf.type),
    say(iri('http://e.org/own#Type'), rdf.type),
    say(literal('Museum'), rdf.type),
  ],
  'spaces alone, and nothing, as values': [say(literal('  \n ')), say(literal('')), say(text('', 'fr'))],
  'markup as a value': [say(literal(']]><b>&amp;"\'</b>')), say(typed('<a/>', `${rdf.namespace}XMLLiteral`))],
  'a carriage return, and line separators': [say(literal('a\rb\u2028c\u0085d'))],
  'lexical forms that are not canonical': [
    say(typed('01', xsd.integer)),
    say(typed('1.50', xsd.decimal)),
    say(typed('1', xsd.boolean)),
    say(typed('true ', xsd.boolean)),
    say(typed('{"a": 1}', `${rdf.namespace}JSON`)),
  ],
  'IRIs that look like prefixed names': [
    say(iri('geo:48.8,2.3')),
    say(iri('schema:name')),
    say(iri('http://e.org/b'), 'skos:prefLabel'),
    say(typed('x', 'xsd:integer')),
  ],
  'names that no prefix fits': [
    say(iri('urn:isbn:1')),
    say(literal('x'), 'http://schema.org/a/b'),
    say(literal('x'), 'http://schema.org/a.b'),
    say(literal('x'), 'http://schema.org/-b'),
    say(literal('x'), 'urn:p:x'),
  ],
  'IRIs with what XML and JSON escape': [say(iri("http://e.org/?a=1&b='2'")), say(iri('http://e.org/é€😀'))],
  'languages with regions and scripts': [say(text('x', 'zh-Hant-TW')), say(text('x', 'fr'))],
};

describe.each(Object.entries(SYNTAXES))('%s written block by block', (name, [syntax, mediaType]) => {
  it.each(Object.entries(AWKWARD))('keeps %s', async (_, quads) => {
    expect(await readBack(written(quads, syntax), mediaType)).toEqual(linesOf(quads).map(lowerTag));
  });

  it('is read as exactly the statements that were written', async () => {
    await fc.assert(
      fc.asyncProperty(name === 'RDF/XML' ? plainQuads : wildQuads, async (quads) => {
        expect(await readBack(written(quads, syntax), mediaType)).toEqual(linesOf(quads));
      }),
      { numRuns: 200 },
    );
  });

  it('makes one document of the blocks of several graphs', async () => {
    const one = [say(literal('one'))];
    const other = [say(literal('other'))];
    const { head, separator, tail } = syntax;
    const body = (quads: readonly RDF.Quad[]) =>
      written(quads, syntax).slice(head.length, tail.length === 0 ? undefined : -tail.length);
    const whole = head + [one, other].map(body).join(separator) + tail;
    expect(await readBack(whole, mediaType)).toEqual(linesOf([...one, ...other]));
  });
});

/** Without IRIs whose dots a reader may resolve. */
const plainQuads = tameQuads.filter((quads) => !quads.some((one) => /\/\.{1,2}>/.test(quadLine(one))));

const lowerTag = (line: string): string => line.replace(/@([\w-]+) \.$/, (tag) => tag.toLowerCase());

describe('RDF/XML', () => {
  it.each([
    ['a predicate that ends in no name', say(literal('x'), 'http://e.org/1')],
    ['a predicate that the grammar keeps', say(literal('x'), `${rdf.namespace}li`)],
    ['a control character', say(literal('a\u0001b'))],
    ['a character that is none', say(literal('a\uffff'))],
    ['an IRI with dots as segments', say(iri('http://e.org/a/../b'))],
  ])('refuses %s instead of writing something else', (_, statement) => {
    expect(() => written([statement], rdfXmlBlocks(PREFIXES))).toThrow(RangeError);
  });
});

describe('JSON-LD', () => {
  it('keeps the lexical form of a double as a text', () => {
    const document = written([say(typed('48.80', xsd.double))], jsonLdBlocks(PREFIXES));
    expect(document).toContain('{"@value":"48.80","@type":"xsd:double"}');
  });
});

describe('Turtle', () => {
  it('puts types first and values of one property on one line', () => {
    const quads = [
      say(literal('b')),
      say(literal('a')),
      say(iri('http://schema.org/Museum'), rdf.type),
      say(typed('1990', xsd.gYear), 'http://schema.org/foundingDate'),
    ];
    const { head } = turtleBlocks(PREFIXES);
    expect(written(quads, turtleBlocks(PREFIXES)).slice(head.length)).toBe(
      '<http://e.org/a>\n    a schema:Museum ;\n    <http://example.org/p> "a", "b" ;\n' +
        '    schema:foundingDate "1990"^^xsd:gYear .\n\n',
    );
  });
});
