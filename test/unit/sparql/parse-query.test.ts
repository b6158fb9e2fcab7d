import { describe, expect, it } from '@jest/globals';
import { parseQuery } from '../../../src/sparql/index.ts';

const parse = (text: string) => parseQuery(text, { base: 'http://localhost:3000/' });

describe('A query text', () => {
  it.each([
    ['SELECT * { ?s ?p ?o }', 'select'],
    ['ASK {}', 'ask'],
    ['CONSTRUCT WHERE { ?s ?p ?o }', 'construct'],
    ['DESCRIBE <x>', 'describe'],
    ['# CONSTRUCT\nSELECT ("ASK {" AS ?x) {}', 'select'],
    ['PREFIX ask: <http://a/> SELECT * { ?s ask:construct "DESCRIBE" }', 'select'],
  ])('%j has its kind from the grammar', (text, queryKind) => {
    expect(parse(text)).toMatchObject({ kind: 'parsed', queryKind });
  });

  it.each([
    ['VERSION "1.2" PREFIX a: <http://a/> ASK { ?s a:b ?o }', undefined],
    ['ASK { << ?s ?p ?o >> }', undefined],
    ['ASK { << ?s ?p ?o >> ?a ?b }', undefined],
    ['ASK { << ?s ?p ?o ~ ?r >> ?a ?b . ?r ?c ?d }', undefined],
    ['ASK { ?s ?p ?o ~ ?r {| ?a ?b |} }', undefined],
    ['ASK { ?s ?p <<( ?a ?b ?c )>> }', undefined],
    ['ASK { << ?s ?p ?o >> . ?x ?y ?z }', true],
    ['ASK { (?a ?b) ?p ?o . [ ?q ?o ] }', undefined],
  ])('%j is read, with its products', (text, isHeavy) => {
    const parsed = parse(text);
    expect(parsed).toMatchObject({ kind: 'parsed', queryKind: 'ask' });
    expect(parsed.kind === 'parsed' && parsed.isHeavy).toBe(isHeavy);
  });

  it('with an escape of a character that does not exist is malformed, not too complex', () => {
    expect(parse('ASK { ?s ?p "\\UFFFFFFFF" }')).toMatchObject({ kind: 'malformed' });
  });

  it.each([
    ['ASK { SERVICE <http://x/> {} }', [['http://x/', false]]],
    ['ASK { FILTER EXISTS { { SELECT * { SERVICE SILENT ?x {} } } } }', [[undefined, true]]],
    [
      'PREFIX a: <http://a/> ASK { SERVICE a:b { SERVICE <c> {} } }',
      [
        ['http://a/b', false],
        ['http://localhost:3000/c', false],
      ],
    ],
    ['BASE <http://b/> PREFIX a: <c/> ASK { SERVICE a:d\\,e {} }', [['http://b/c/d,e', false]]],
    ['ASK { ?s ?p "SERVICE <http://x/> {}" }', []],
  ] as const)('%j tells which other endpoints it asks', (text, services) => {
    const expected = services.map(([iri, isSilent]) => ({ iri, isSilent }));
    expect(parse(text)).toMatchObject({ services: expected });
  });

  it.each([
    ['ASK FROM <http://g/> {}', true],
    ['ASK FROM NAMED <http://g/> {}', true],
    ['ASK { GRAPH <http://g/> {} }', false],
  ])('%j tells whether it names its dataset', (text, hasDataset) => {
    expect(parse(text)).toMatchObject({ hasDataset });
  });

  it.each([
    ['SELECT (NOW() AS ?x) {}', true],
    ['SELECT (CONCAT("a", STR(RAND())) AS ?x) {}', true],
    ['SELECT ("NOW()" AS ?x) {}', false],
  ])('%j tells whether its answer may change on the same data', (text, isVolatile) => {
    expect(parse(text)).toMatchObject({ isVolatile });
  });

  it.each(['INSERT DATA { <a> <b> <c> }', 'DROP ALL', 'PREFIX a: <http://a/> DELETE WHERE { ?s a:p ?o }'])(
    '%j is an update',
    (text) => {
      expect(parse(text)).toEqual({ kind: 'update' });
    },
  );

  it.each([
    ['SELECT * {\n ?s ?p }', 2, 8],
    ['SELECT * { ?s a foo:bar }', 1, 17],
    ['SELECT * { ?s a "foo:" ; a foo:bar }', 1, 28],
    ['SELECT * {§}', 1, 11],
    ['SELECT * {?s ?p ?o', 1, 19],
    ['ASK {}\r\nSELECT', 2, 1],
    ['SELECT * {\n BIND(1 AS ?s) ?s ?p ?o\n BIND(2 AS ?s) }', 3, 12],
    ['', 1, 1],
    ['# nothing\n', 2, 1],
  ])('%j is malformed at its place', (text, line, column) => {
    expect(parse(text)).toMatchObject({ kind: 'malformed', line, column });
  });

  it('that is malformed is told what was expected, in words', () => {
    const found = parse('SELECT * { ?s ?p }');
    expect(found).toMatchObject({
      reason: expect.stringMatching(/^Found “}” where one of these was expected: a variable, an IRI, /),
    });
  });

  it.each([
    ['SELECT * { ?s ?p ?o', /“}” was expected/],
    ['SELECT * ?s ?p ?o }', /“{” was expected/],
    ['SELECT * { ?s ?p ?o ?a ?b ?c }', /Found “\?a” where “}” was expected/],
    ['SELECT * { ?s foaf:name ?o }', /Unknown prefix: foaf\. “PREFIX foaf: <…>” was expected/],
    ['SELCT * { ?s ?p ?o }', /a keyword, .*did you mean “SELECT”\?/],
    ['SELECT ?s WHER { ?s ?p ?o }', /did you mean “WHERE”\?/],
    ['SELECT * { OPTINAL { ?s ?p ?o } }', /did you mean “OPTIONAL”\?/],
    ['SELECT * { xyz }', /a prefixed name \(a:b\) was expected\.$/],
    ['SELECT * { ?s ?p "abc }', /string begins that does not end/],
    ['SELECT * {§}', /Found “§” where nothing of SPARQL begins so/],
    ['SELECT * { ?s ?p ?o } ORDER ?s', /“BY” was expected/],
    ['SELECT (COUNT(?s)) { ?s ?p ?o }', /“AS” was expected/],
    ['SELECT ?s, ?p { ?s ?p ?o }', /“{” was expected/],
    ['SELECT * { ?s ?p ?o } }', /should have ended/],
    ['SELECT * { ?s ?p', /, “<<\(”, “\(”,/],
    ['SELECT * { << ?s ?p ?o ', /“>>” was expected|“>>”/],
  ])('%j is told what was expected', (text, reason) => {
    expect(parse(text)).toMatchObject({
      kind: 'malformed',
      reason: expect.stringMatching(reason),
      inFrench: expect.stringMatching(
        /^[^“]* (là où|ne finit pas|par quoi|n’est pas déclaré)[^“]*(?<!…\.)[.?…]$/,
      ),
      line: 1,
      column: expect.any(Number),
    });
  });

  it.each([
    ['x'.repeat(100_001), /100001 characters/],
    [`ASK ${'{'.repeat(101)}${'}'.repeat(101)}`, /more than 100 deep/],
    [`ASK {FILTER(${'('.repeat(5000)}1${')'.repeat(5000)})}`, /more than 100 deep/],
    [`ASK { ?s <p> ${'[ <p> '.repeat(101)}`, /more than 100 deep/],
    [`ASK {FILTER(${'!'.repeat(90_000)}true)}`, /too deeply/],
  ])('is refused before it can break anything (%#)', (text, reason) => {
    expect(parse(text)).toMatchObject({
      kind: 'too-complex',
      reason: expect.stringMatching(reason),
      inFrench: expect.stringMatching(/^La requête .*\.$/),
    });
  });

  it.each([
    `ASK { ?s ?p "${'{'.repeat(200)}" }`,
    `ASK { ?s ?p '''${'{\n'.repeat(200)}''' }`,
    `ASK { ?s ?p "\\"${'('.repeat(200)}" }`,
    `ASK {} # ${'{'.repeat(200)}`,
    `ASK { ?s <http://a/${'('.repeat(200)}> ?o }`,
    `ASK { FILTER(1 < 2) ${'{} '.repeat(200)} }`,
  ])('may hold brackets where they are no structure (%#)', (text) => {
    expect(parse(text)).toMatchObject({ kind: 'parsed' });
  });
});

describe('A query that joins everything with everything', () => {
  it.each([
    ['SELECT * { ?a ?b ?c . ?d ?e ?f }', true],
    ['ASK { { SELECT * { ?a ?b ?c . ?d ?e ?f } } }', true],
    ['SELECT * { ?a ?b ?c . ?c ?e ?f }', undefined],
    ['SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(?c = ?f) }', undefined],
    ['ASK {}', undefined],
  ])('is told by its form: %j', (text, isHeavy) => {
    expect(parse(text)).toMatchObject({ kind: 'parsed', ...(isHeavy && { isHeavy }) });
    expect(Object.hasOwn(parse(text), 'isHeavy')).toBe(isHeavy === true);
  });
});
