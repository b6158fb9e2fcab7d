import { describe, expect, it } from '@jest/globals';
import { parseRdf, quadLine } from '../../../src/rdf/index.ts';

const NAMESPACES = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/"';

const document = (body: string, doctype = ''): string =>
  `${doctype}<rdf:RDF ${NAMESPACES}>\n${body}\n</rdf:RDF>`;
const property = (content: string, attributes = ''): string =>
  document(`<rdf:Description rdf:about="a"><ex:p${attributes}>${content}</ex:p></rdf:Description>`);

const read = (text: string) =>
  parseRdf({ text, file: 'x.rdf', mediaType: 'application/rdf+xml', base: 'http://base.example/' });

async function lines(text: string): Promise<readonly string[]> {
  const parsed = await read(text);
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return parsed.quads.map((quad) => quadLine(quad));
}

const objectOf = async (text: string): Promise<string | undefined> =>
  (await lines(text)).at(-1)?.replace(/^\S+ \S+ (.*) \.$/, '$1');

async function complaintOn(text: string) {
  const parsed = await read(text);
  if (parsed.kind === 'parsed') throw new Error('This was to be malformed.');
  return parsed.complaint;
}

describe('RDF/XML', () => {
  it.each([
    ['text around a comment', property('a<!-- b -->c'), '"ac"'],
    ['text and CDATA', property('<![CDATA[<a>]]> &amp; b'), '"<a> & b"'],
    ['a language', property('é', ' xml:lang="fr"'), '"é"@fr'],
    [
      'markup as it is written',
      property('a &lt; <b>c</b>', ' rdf:parseType="Literal"'),
      '"a &lt; <b>c</b>"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>',
    ],
    [
      'the base of a property',
      property('', ' xml:base="http://other.example/" rdf:resource="b"'),
      '<http://other.example/b>',
    ],
    [
      'an entity for a namespace',
      document('<ex:T rdf:about="&e;a"/>', '<!DOCTYPE rdf:RDF [<!ENTITY e "http://e.example/">]>').replace(
        'ex:T',
        'rdf:Description ex:p="1"',
      ),
      '"1"',
    ],
    [
      'characters at the borders of what is read at once',
      property('é𝒳'.repeat(50_000)),
      `"${'é𝒳'.repeat(50_000)}"`,
    ],
  ])('is read with %s', async (_, text, expected) => {
    expect(await objectOf(text)).toBe(expected);
  });

  it('keeps blank nodes of two documents apart, and named ones from those without name', async () => {
    const twice = [
      await lines(document('<ex:T rdf:nodeID="g0"/><ex:T/>')),
      await lines(document('<ex:T rdf:nodeID="g0"/>')),
    ];
    const subjects = twice.flat().map((line) => line.split(' ')[0]);
    expect(new Set(subjects).size).toBe(3);
  });

  it('tells its prefixes', async () => {
    const parsed = await read(document(''));
    expect(parsed.kind === 'parsed' && parsed.prefixes).toMatchObject({ ex: 'http://example.org/' });
  });

  it.each([
    ['that was cut off', document('<ex:T/>').slice(0, -10), 3, 'unclosed tag'],
    ['that is empty', '', 1, 'root element'],
    ['with text beside an element', property('a <ex:T/>'), 2, 'beside an element'],
    ['with text after an element', property('<ex:T/> a'), 2, 'only elements can'],
    ['with text beside a reference', property('a', ' rdf:resource="b"'), 2, 'only elements can'],
    ['with two values of one property', property('<ex:T/><ex:T/>'), 2, 'two values'],
    ['with an ill-formed language', property('a', ' xml:lang="no tag"'), 2, 'no language tag'],
    ['with an ill-formed IRI', document('<ex:T rdf:about="a b"/>'), 2, 'Invalid IRI'],
    ['with an unknown prefix', document('<zz:T/>'), 2, 'unbound namespace'],
    ['with one rdf:ID twice', document('<ex:T rdf:ID="a"/>\n<ex:T rdf:ID="a"/>'), 3, 'multiple occurrences'],
  ])('%s is refused with its line', async (_, text, line, words) => {
    const { place, found } = await complaintOn(text);
    expect(place).toMatchObject({ file: 'x.rdf', line });
    expect(found.en).toContain(words);
  });

  it.each([
    [
      'entities that hold entities',
      '<!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>',
      '&b;',
      'more than plain text',
    ],
    [
      'an entity that is a file',
      '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
      '&a;',
      'undefined entity',
    ],
    [
      'a long entity, many times',
      `<!DOCTYPE r [<!ENTITY a "${'x'.repeat(10_000)}">]>`,
      '&a;'.repeat(5000),
      'become more than',
    ],
    ['a hundred thousand elements within each other', '', '<ex:T><ex:p>'.repeat(50_000), 'within each other'],
  ])('that would grow without bound is refused: %s', async (_, doctype, content, words) => {
    expect((await complaintOn(document(`<ex:T><ex:p>${content}</ex:p></ex:T>`, doctype))).found.en).toContain(
      words,
    );
  });
});
