import fc from 'fast-check';
import { iri, literal, quad, quadLine, type RDF, text, typed, xsd } from '../../../src/rdf/index.ts';

const localName = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', 'œ', '1', '-', '_', '.', '%20', '~'),
  minLength: 1,
});
export const things = localName.map((name) => iri(`http://localhost:3000/id/x/${name}`));
const properties = fc
  .constantFrom('http://schema.org/name', 'http://purl.org/dc/terms/title', 'http://example.org/p')
  .map(iri);

/** Literals whose characters XML can hold too, unless told otherwise. */
const literalsOf = (unit: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.string({ unit, maxLength: 12 }).map((value) => literal(value)),
    fc.string({ unit, maxLength: 12 }).map((value) => text(value, 'fr')),
    fc.string({ unit, maxLength: 12 }).map((value) => text(value, 'en-gb')),
    fc.integer().map((value) => typed(value, xsd.integer)),
    fc.constantFrom('1990', '-0044').map((value) => typed(value, xsd.gYear)),
    fc.constantFrom('1.50', '1e3').map((value) => typed(value, 'http://example.org/own')),
  );
const awkward = fc.constantFrom(
  '"',
  '\\',
  '\n',
  '\t',
  "'",
  '<',
  '>',
  '&',
  ' ',
  'é',
  '😀',
  '\u00a0',
  ']]>',
  '{',
  '.',
  '#',
  '@',
);
const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1 }),
  awkward,
  fc.constantFrom('\u0000', '\r', '\u2028', '\u0085', '\u007f'),
);

const quadsOf = (unit: fc.Arbitrary<string>): fc.Arbitrary<RDF.Quad> =>
  fc
    .tuple(things, properties, fc.oneof(things, literalsOf(unit)))
    .map(([subject, predicate, object]) => quad(subject, predicate, object));

/** Statements with whatever literals. */
export const wildQuads = fc.array(quadsOf(wild), { maxLength: 6 });
/** Statements that XML 1.0 can say. */
export const tameQuads = fc.array(quadsOf(awkward), { maxLength: 6 });

/** Graphs are equal when their sorted distinct lines are: there are no blank nodes. */
export const linesOf = (quads: Iterable<RDF.Quad>): readonly string[] =>
  [...new Set(Array.from(quads, (one) => quadLine(quad(one.subject, one.predicate, one.object))))].sort();
