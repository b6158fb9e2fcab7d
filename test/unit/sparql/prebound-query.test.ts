import { describe, expect, it } from '@jest/globals';
import { type PreboundQuery, prepareQuery, queryOver } from '../../../src/sparql/index.ts';

type Source = Parameters<typeof prepareQuery>[0];

const prepare = (text: string, more: Partial<Source> = {}) =>
  prepareQuery({
    text,
    form: 'select',
    prefixes: new Map([['ex', 'http://example.org/']]),
    prebound: ['this'],
    blankNodes: 'urn:b:',
    ...more,
  });

function prepared(text: string, more: Partial<Source> = {}): PreboundQuery {
  const found = prepare(text, more);
  if (found.kind !== 'prepared') throw new Error(JSON.stringify(found));
  return found.query;
}

const faults = (text: string, more: Partial<Source> = {}) => {
  const found = prepare(text, more);
  return found.kind === 'faulty' ? found.faults.map(({ kind }) => kind) : found.kind;
};

describe('A query asked of a table', () => {
  it('stays as it is written, behind its prefixes and whatever comments it has', () => {
    const text = '# SELECT nothing\nPREFIX select: <http://s/>\nSELECT $this { $this select:p "}" } # end';
    expect(queryOver(prepared(text), '?this a <C> .', 10)).toBe(
      `PREFIX ex: <http://example.org/>
# SELECT nothing
PREFIX select: <http://s/>

SELECT * WHERE { ?this a <C> . LATERAL { SELECT $this { $this select:p "}" } # end
} } LIMIT 10`,
    );
  });

  it('asks an ASK for the rows of which it does not hold', () => {
    const { body } = prepared('ASK WHERE { FILTER($value > "}") }', { form: 'ask' });
    expect(body.trim()).toBe('FILTER($value > "}")');
    expect(queryOver(prepared('ASK {}', { form: 'ask' }), 'T', 1)).toContain('T FILTER NOT EXISTS {');
  });

  it('projects all that is bound before, and groups by it', () => {
    const prebound = ['this', 'lang'];
    const text = 'SELECT DISTINCT $this (COUNT(?x) AS ?n) { ?x ?p $this } GROUP BY $this HAVING (?n > 1)';
    expect(prepared(text, { prebound }).body).toMatch(
      /^SELECT DISTINCT \?lang {2}\$this .* GROUP BY \?lang {2}\$this HAVING/,
    );
    expect(prepared('SELECT $this $lang { ?x ?p $lang }', { prebound }).body).toBe(
      'SELECT $this $lang { ?x ?p $lang }',
    );
    expect(prepared('SELECT * { ?x ?p $this, $lang }', { prebound }).body).toMatch(/^SELECT \* \{/);
  });

  it('has its path in place of $PATH, in structure only', () => {
    const text = 'SELECT $this { $this $PATH ?v ; ?PATH "$PATH" . # $PATH\n ?v ?PATHS 1 }';
    expect(prepared(text, { path: '(<a>/<b>)' }).body).toBe(
      'SELECT $this { $this (<a>/<b>) ?v ; (<a>/<b>) "$PATH" . # $PATH\n ?v ?PATHS 1 }',
    );
  });

  it('tells IRIs that stand for blank nodes from others, inside each other too', () => {
    const { body } = prepared('SELECT $this { FILTER(isBlank(?x) && isURI(IF(isIRI(?y), ?z, "isIRI("))) }');
    const isIri = (one: string) => `(isIRI(${one}) && !STRSTARTS(STR(${one}), "urn:b:"))`;
    expect(body).toBe(
      `SELECT $this { FILTER((isIRI(?x) && STRSTARTS(STR(?x), "urn:b:")) && ${isIri(`IF(${isIri('?y')}, ?z, "isIRI(")`)}) }`,
    );
  });

  it('is refused where functions inside each other would make it endless', () => {
    const nested = `${'isIRI('.repeat(30)}?x${')'.repeat(30)}`;
    expect(faults(`SELECT $this { FILTER(${nested}) }`)).toBe('too-complex');
  });
});

describe('What keeps a query from being asked', () => {
  it.each([
    ['SELECT $this { OPTIONAL { MINUS { } } }', ['forbidden-clause']],
    ['SELECT $this { BIND(1 AS $this) }', ['rebound']],
    ['SELECT ?x { }', ['this-not-projected']],
    ['SELECT $this { FILTER EXISTS { SELECT ?x { } } }', ['hidden-in-subquery']],
    ['SELECT $this { { SELECT * { } } }', ['hidden-in-subquery']],
    ['SELECT $this { } GROUP BY ($x AS ?this)', ['rebound']],
    ['SELECT $this { $this $PATH 1 }', ['path-without-property']],
    ['SELECT $this { GRAPH ?g { } }', ['graphs']],
    ['SELECT $this { $this <p> 1 }', ['relative-iri']],
    ['PREFIX : <#> SELECT $this { $this :p 1 }', ['relative-iri']],
    ['CONSTRUCT { } WHERE { }', ['other-form']],
    ['', ['other-form']],
    ['SELECT $this {', 'malformed'],
  ])('%s', (text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  it.each([
    'BASE <http://example.org/> SELECT $this { $this <p> 1 }',
    'PREFIX ex: <http://example.com/> SELECT $this { $this ex:p 1 }',
  ])('is nothing here: %s', (text) => {
    expect(faults(text)).toBe('prepared');
  });

  it('is told with the line in its own text', () => {
    expect(prepare('SELECT $this {\n  $this no:p 1 }')).toMatchObject({
      kind: 'malformed',
      line: 2,
      column: 9,
    });
  });
});
