import { describe, expect, it, jest } from '@jest/globals';
import { RefusedInput } from '../../src/model/index.ts';
import { parseTurtle, serialise } from '../../src/rdf/index.ts';
import {
  createReport,
  createShapeValidator,
  type GraphReport,
  graphReportDocument,
  graphReportHtml,
  graphReportJunit,
  graphReportQuads,
  graphReportText,
  type ValidatedGraph,
  validateGraph,
} from '../../src/validation/index.ts';

/** What does not end fails by time; what ends takes a tenth of it. */
jest.setTimeout(60_000);

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <http://example.org/> .
`;

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('\n');

function quads(turtle: string) {
  const parsed = parseTurtle(PREFIXES + turtle, 'x.ttl', 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return parsed.quads;
}

const shapesOf = (turtle: string) => [{ file: 'shapes.ttl', quads: quads(turtle), text: PREFIXES + turtle }];

const validate = (shapes: string, data = 'ex:a a ex:Thing .'): ValidatedGraph =>
  validateGraph({ shapes: shapesOf(shapes), data: quads(data) });

const onThings = (constraints: string): string =>
  `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; ${constraints} .`;
const onValues = (constraints: string): string => onThings(`sh:property [ sh:path ex:p ; ${constraints} ]`);

/** What keeps the shapes from being applied, in English. */
function complaints(shapes: string): string {
  const outcome = validate(shapes);
  if (outcome.kind === 'validated') throw new Error('These shapes were to be refused.');
  return outcome.complaints
    .map(({ place, found, remedy }) => `${place.line} ${found.en} ${remedy.en}`)
    .join('\n');
}

function results(shapes: string, data?: string) {
  const outcome = validate(shapes, data);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints));
  return outcome.results;
}

function reportOn(shapes: string, data: string): GraphReport {
  const outcome = validate(shapes, data);
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.complaints));
  return createReport({ data: ['d'], shapes: ['s'], statements: quads(data), judged: outcome.judged });
}

describe('Shapes that ask themselves are refused, with the way round:', () => {
  it.each([
    ['directly', 'ex:S sh:node ex:S .'],
    [
      'through or, not and property',
      'ex:S sh:or ( [ sh:not [ sh:property [ sh:path ex:p ; sh:node ex:S ] ] ] [ sh:nodeKind sh:IRI ] ) .',
    ],
  ])('%s', (_, circle) => {
    expect(complaints(`${onThings('sh:nodeKind sh:IRI')} ${circle}`)).toMatch(
      /A shape asks itself: <.*S> → .*<.*S>\./,
    );
  });

  it('by a circle of five thousand shapes, told by its beginning', () => {
    const circle = many(
      5000,
      (n) => `ex:S${n} a sh:NodeShape ; sh:targetClass ex:Thing ; sh:node ex:S${(n + 1) % 5000} .`,
    );
    expect(complaints(circle)).toMatch(
      /^\S+ A shape asks itself: .* → … \(5000\) → <http:\/\/example.org\/S0>\. .{0,120}$/m,
    );
  });

  it('by a hundred and twenty shapes that all ask each other, a hundred times at most', () => {
    const all = many(120, (n) => `ex:S${n},`);
    const found = complaints(
      many(120, (n) => `ex:S${n} a sh:NodeShape ; sh:targetClass ex:Thing ; sh:node ${all} ex:S${n} .`),
    );
    expect(found.split('\n').length).toBeLessThanOrEqual(101);
  });
});

describe('Shapes within each other', () => {
  const chain = (length: number) =>
    `${many(length, (n) => `ex:S${n} a sh:NodeShape ; sh:targetNode ex:a ; sh:node ex:S${n + 1} .`)}
     ex:S${length} a sh:NodeShape ; sh:nodeKind sh:Literal .`;

  it('are judged four hundred deep', () => {
    expect(results(chain(400))).toHaveLength(400);
  });

  it('are refused ten thousand deep, before the stack ends', () => {
    expect(complaints(chain(10_000))).toContain('More than 500 shapes ask one another.');
  });

  it('are refused so deep where things are judged by themselves, too', () => {
    expect(createShapeValidator({ shapes: shapesOf(chain(10_000)) }).kind).toBe('refused');
  });

  it('that are reached by a billion ways of or and and are judged once', () => {
    const level = (n: number) => `ex:L${n} a sh:NodeShape ; sh:or ( ex:A${n} ex:B${n} ) .
      ex:A${n} a sh:NodeShape ; sh:and ( ex:L${n + 1} ex:L${n + 1} ) .
      ex:B${n} a sh:NodeShape ; sh:and ( ex:L${n + 1} [ sh:node ex:L${n + 1} ] ) .`;
    const shapes = `${onThings('sh:node ex:L0')} ${many(30, level)} ex:L30 a sh:NodeShape ; sh:nodeKind sh:Literal .`;
    expect(results(shapes)).toHaveLength(1);
  });

  const properties = (last: string) => {
    const level = (n: number) =>
      many(2, (side) => `ex:P${n}${side} sh:path ex:p ; sh:property ex:P${n + 1}0, ex:P${n + 1}1 .`);
    return `${onThings('sh:property ex:P00, ex:P01')} ${many(30, level)}
      ex:P300 sh:path ex:p ; ${last} . ex:P301 sh:path ex:p ; sh:maxCount 9 .`;
  };

  it('that are reached by a billion ways of sh:property are judged once', () => {
    expect(results(properties('sh:nodeKind sh:IRI'), 'ex:a a ex:Thing ; ex:p ex:a .')).toEqual([]);
  });

  it('that would tell one fault a billion times are refused', () => {
    expect(() => validate(properties('sh:nodeKind sh:Literal'), 'ex:a a ex:Thing ; ex:p ex:a .')).toThrow(
      'more than 200,000 results',
    );
  });
});

describe('A pattern', () => {
  it.each([
    ['that is none', '([', 'not well-formed'],
    ['that may double its time with each letter', '^(a+)+$', 'repetition that can be cut in several ways'],
    ['that does so in Cyrillic', '^(б|[а-я])+$', 'repetition that can be cut in several ways'],
    ['of five thousand letters', 'a'.repeat(5000), 'more than 4000 characters'],
  ])('%s is refused', (_, pattern, words) => {
    expect(complaints(onValues(`sh:pattern "${pattern}"`))).toContain(words);
  });

  it('that does so without regard to case is refused', () => {
    expect(complaints(onValues('sh:pattern "^(a|A)+$" ; sh:flags "i"'))).toContain('cut in several ways');
  });

  it('whose time grows with a power of the text is not tried on long texts, and says which', () => {
    const data = `ex:a a ex:Thing ; ex:p "${'a'.repeat(100_000)}" .`;
    expect(() => validate(onValues('sh:pattern ".*.*.*x"'), data)).toThrow(RefusedInput);
    expect(() => validate(onValues('sh:pattern ".*.*.*x"'), data)).toThrow(
      'too long for the pattern “.*.*.*x”',
    );
  });

  it('that needs more stack than the machine has says so', () => {
    const data = `ex:a a ex:Thing ; ex:p "${'ab'.repeat(14_000_000)}" .`;
    expect(() => validate(onValues('sh:pattern "^(?:a|b)*$"'), data)).toThrow('too long for the pattern');
  });
});

describe('A path', () => {
  it.each([
    ['ten thousand levels deep', `${'[ sh:inversePath '.repeat(10_000)} ex:p ${']'.repeat(10_000)}`, ''],
    [
      'of shared parts with a billion steps',
      '_:p30',
      `_:p0 sh:inversePath ex:p . ${many(30, (n) => `_:p${n + 1} sh:alternativePath ( _:p${n} _:p${n} ) .`)}`,
    ],
    ['of a hundred thousand steps', `( ${'ex:p '.repeat(100_000)} )`, ''],
  ])('%s is refused', (_, path, beside) => {
    expect(complaints(`${onThings(`sh:property [ sh:path ${path} ; sh:minCount 1 ]`)} ${beside}`)).toContain(
      'at most 1000 steps and 100 levels',
    );
  });

  it('that leads from each node to each other is given up', () => {
    const shapes =
      'ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:minCount 1 ] .';
    const data = many(10_000, (n) => `ex:a${n} ex:p ex:a${n + 1} .`);
    expect(() => validate(shapes, data)).toThrow('lead from nearly each node');
  });

  it('is walked through blank nodes a hundred thousand deep', () => {
    const depth = 100_000;
    const data = `ex:a a ex:Thing ; ex:p ${'[ ex:p '.repeat(depth)} 1 ${']'.repeat(depth)} .`;
    const shapes = onThings('sh:property [ sh:path [ sh:zeroOrMorePath ex:p ] ; sh:maxCount 3 ]');
    expect(results(shapes, data)).toHaveLength(1);
  });
});

describe('A list', () => {
  it('that leads into itself is refused', () => {
    expect(complaints(`${onValues('sh:in _:l')} _:l rdf:first 1 ; rdf:rest _:l .`)).toContain(
      'a list in parentheses',
    );
  });

  it('of a hundred thousand values allows just these', () => {
    const shapes = onValues(`sh:in ( ${many(100_000, (n) => `"v${n}"`)} )`);
    const found = results(shapes, 'ex:a a ex:Thing ; ex:p "v99999", "v100000" .');
    expect(found.map(({ value }) => value?.value)).toEqual(['v100000']);
    expect(found[0]?.message.en.length).toBeLessThan(200);
  });

  it('of a thousand shapes is judged, and its reasons are told in part', () => {
    const shapes = onThings(`sh:or ( ${many(1000, (n) => `[ sh:hasValue "v${n}" ]`)} )`);
    const lines = graphReportText(
      reportOn(
        shapes,
        many(60, (n) => `ex:a${n} a ex:Thing .`),
      ),
      'en',
    );
    expect(lines.join('\n')).toContain('further causes');
    expect(lines.length).toBeLessThan(200);
  });
});

describe('Reasons inside sh:or', () => {
  const shapes = onThings(`sh:or ( ${many(300, (n) => `[ sh:hasValue "v${n}" ]`)} )`);
  const report = reportOn(
    shapes,
    many(400, (n) => `ex:a${n} a ex:Thing .`),
  );

  it('are kept in part, a hundred a result and twenty thousand in all, which says so', () => {
    const quads = graphReportQuads(report);
    const count = (name: string) => quads.filter(({ predicate }) => predicate.value.endsWith(name)).length;
    expect(count('#detail')).toBe(20_000);
    expect(count(':truncated')).toBe(400);
  });
});

describe('Ten thousand property shapes', () => {
  const shapes = onThings(
    many(10_000, (n) => `sh:property [ sh:path ex:p${n} ; sh:minCount 1 ] ;`).slice(0, -1),
  );
  const report = reportOn(shapes, 'ex:a a ex:Thing . ex:b a ex:Thing .');

  it('are all judged and counted', () => {
    expect(report).toMatchObject({ resultCount: 20_000, groupCount: 10_000 });
  });

  it('are told as a thousand groups, which says so', () => {
    expect(graphReportText(report, 'en').at(-1)).toContain('only the 1,000 gravest');
    expect(graphReportDocument(report)).toMatchObject({ groupsTruncatedFrom: 10_000 });
    expect(graphReportHtml(report, 'en').length).toBeLessThan(1_000_000);
    expect(graphReportJunit(report, { language: 'en', failOn: 'info' }).length).toBeLessThan(100_000);
  });

  it('misspelt are two hundred complaints and the remark that there are others', () => {
    const found = complaints(
      shapes.replace(/sh:path ex:p(\d+) ; sh:minCount/g, 'sh:path ex:p$1 ; sh:minCout$1'),
    ).split('\n');
    expect(found).toHaveLength(201);
    expect(found.at(-1)).toContain('Other mistakes follow');
  });
});

describe('A hundred thousand violations', () => {
  const report = reportOn(
    onValues('sh:minCount 1'),
    many(100_000, (n) => `ex:a${n} a ex:Thing .`),
  );

  it('are counted, five are told', () => {
    const lines = graphReportText(report, 'en');
    expect(lines[0]).toContain('Results: 100,000 (violation: 100,000); focus nodes judged: 100,000');
    expect(lines.join('\n')).toContain('truncated: 5 of 100,000 shown');
    expect(lines.length).toBeLessThan(15);
  });

  it('make a page and a test report of some kilobytes', () => {
    expect(graphReportHtml(report, 'fr').length).toBeLessThan(5000);
    expect(graphReportJunit(report, { language: 'fr', failOn: 'info' }).length).toBeLessThan(5000);
  });
});

describe('A text of 50 MB', () => {
  const LETTERS = 50_000_000;
  const data = `ex:a a ex:Thing ; ex:p "${'m'.repeat(LETTERS)}" .`;
  const report = reportOn(
    onValues(
      'sh:pattern "^M[0-9]{7}$" ; sh:maxLength 9 ; sh:datatype xsd:date ; sh:in ( "x" ) ; sh:nodeKind sh:IRI ; sh:minInclusive 1',
    ),
    data,
  );

  it('is judged by every constraint', () => {
    expect(report.resultCount).toBe(6);
  });

  it.each<readonly [string, (report: GraphReport) => string | Promise<string>, string]>([
    ['text', (one) => graphReportText(one, 'en').join('\n'), '(50,000,000 characters)'],
    ['a page', (one) => graphReportHtml(one, 'fr'), 'caractères)'],
    ['JUnit', (one) => graphReportJunit(one, { language: 'en', failOn: 'info' }), '(50,000,000 characters)'],
    ['JSON', (one) => JSON.stringify(graphReportDocument(one)), '"truncatedFrom":50000000'],
    [
      'Turtle',
      (one) => serialise(graphReportQuads(one), 'text/turtle', one.prefixes),
      'valueLength> 50000000',
    ],
  ])('is told by its beginning in %s', async (_, write, words) => {
    const text = await write(report);
    expect(text.length).toBeLessThan(100_000);
    expect(text).toContain(words);
  });

  it('as a parameter or a message of a shape is cut where it is told', () => {
    const text = `"${'{$minCount}'.repeat(1_000_000)}"`;
    const found = results(
      onValues(`sh:minCount 2 ; sh:message ${text} ; sh:hasValue "${'v'.repeat(5_000_000)}"`),
    );
    expect(found.map(({ message }) => message.en.length < 2100)).toEqual([true, true]);
    expect(found[0]?.message.en).toMatch(/… \[truncated\]$/);
  });
});

describe('Classes', () => {
  it('five thousand deep are refused where they would fill the memory', () => {
    const data = many(5000, (n) => `ex:c${n} rdfs:subClassOf ex:c${n + 1} . ex:i${n} a ex:c${n} .`);
    expect(() => validate(onThings('sh:nodeKind sh:IRI'), data)).toThrow('too many classes above them');
  });

  it('in a circle are the same class', () => {
    const data = 'ex:A rdfs:subClassOf ex:B . ex:B rdfs:subClassOf ex:A, ex:Thing . ex:a a ex:A .';
    expect(results(onThings('sh:nodeKind sh:Literal'), data)).toHaveLength(1);
  });
});

describe('Values that are compared', () => {
  it('pair by pair are refused beyond five million pairs', () => {
    const data = `ex:a a ex:Thing ; ex:p ${many(3000, (n) => `${n},`)} 0 ; ex:q ${many(3000, (n) => `${n + 9000},`)} 9000 .`;
    expect(() => validate(onValues('sh:lessThan ex:q'), data)).toThrow(RefusedInput);
  });

  it('that are ill-formed or very long are judged all the same', () => {
    const nines = '9'.repeat(100_000);
    const data = `ex:a a ex:Thing ; ex:p "2024-02-30"^^xsd:date, "x"^^xsd:integer, ""^^xsd:decimal, "${nines}"^^xsd:integer .`;
    expect(results(onValues('sh:minInclusive 5 ; sh:maxInclusive 9'), data)).toHaveLength(7);
  });
});

describe('Texts that would do something to who reads them', () => {
  const ESCAPES = '\\u001B[2J\\u001B]0;title\\u0007';
  const report = reportOn(
    onValues(`sh:maxLength 1 ; sh:message "${ESCAPES} \\u202E <script>alert(1)</script> ]]>"`),
    `ex:a a ex:Thing ; ex:p "${ESCAPES}", "\\u202Etxt.exe\\u2066", "<img src=x onerror=alert(1)>", "]]>\\u0001\\uFFFE&amp;\\"" .`,
  );
  const ACTIVE = /(?!\n)\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]/u;

  it.each<readonly [string, (report: GraphReport) => string]>([
    ['text', (one) => graphReportText(one, 'en').join('\n')],
    ['a page', (one) => graphReportHtml(one, 'fr')],
    ['JUnit', (one) => graphReportJunit(one, { language: 'en', failOn: 'info' })],
  ])('are told in %s by the names of their characters', (_, write) => {
    expect(write(report)).not.toMatch(ACTIVE);
    expect(write(report)).toContain('\\u202Etxt.exe');
  });

  it.each<readonly [string, (report: GraphReport) => string]>([
    ['a page', (one) => graphReportHtml(one, 'fr')],
    ['JUnit', (one) => graphReportJunit(one, { language: 'en', failOn: 'info' })],
  ])('are no markup in %s', (_, write) => {
    expect(write(report)).not.toMatch(/<script|<img|]]>/);
    expect(write(report)).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
