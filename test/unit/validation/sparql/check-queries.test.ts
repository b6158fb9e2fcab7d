import { describe, expect, it } from '@jest/globals';
import { onThings, refused, sparql } from './asked.ts';

const complaints = async (shapes: string) => (await refused(shapes)).map(({ found }) => found.en);

describe('A query in shapes is refused', () => {
  it.each([
    ['without $this', 'SELECT ?x { ?x ex:p 1 }', 'does not project $this'],
    ['that asks', 'ASK { $this ex:p 1 }', 'is no SELECT'],
    ['that writes', 'DELETE DATA { ex:a ex:p 1 }', 'is no SELECT'],
    ['with MINUS', 'SELECT $this { MINUS { $this ex:p 1 } }', 'forbids MINUS'],
    ['with VALUES', 'SELECT $this { VALUES ?x { 1 } }', 'forbids VALUES'],
    ['with VALUES behind', 'SELECT $this { } VALUES ?x { 1 }', 'forbids VALUES'],
    ['with SERVICE', 'SELECT $this { SERVICE ex:s { } }', 'forbids SERVICE'],
    ['with GRAPH', 'SELECT $this { GRAPH ex:g { $this ex:p 1 } }', 'chooses a graph (GRAPH)'],
    ['with FROM', 'SELECT $this FROM ex:g { $this ex:p 1 }', 'chooses a graph (FROM)'],
    ['that gives $this a value', 'SELECT $this { BIND(1 AS $this) }', 'gives a value to ?this'],
    [
      'with a subquery that hides $this',
      'SELECT $this { { SELECT ?x { ?x ex:p 1 } } }',
      'does not project $this',
    ],
    ['with $PATH on a node shape', 'SELECT $this { $this $PATH 1 }', 'has no sh:path'],
    ['with $shapesGraph', 'SELECT $this { BIND($shapesGraph AS ?x) }', '$shapesGraph'],
    ['with an unknown prefix', 'SELECT $this { $this no:p 1 }', 'line 1, column 22 of the query'],
    ['that is cut off', 'SELECT $this {\\n $this ex:p', 'line 2'],
    ['that is too deep', `SELECT $this ${'{'.repeat(101)}${'}'.repeat(101)}`, 'more than 100 deep'],
  ])('%s', async (_, query, expected) => {
    expect(await complaints(onThings(sparql(query)))).toEqual([expect.stringContaining(expected)]);
  });

  it('with $PATH elsewhere than as a predicate', async () => {
    const shapes = onThings(`sh:property [ sh:path ex:p ; ${sparql('SELECT $this { $this ex:p $PATH }')} ]`);
    expect(await complaints(shapes)).toEqual([expect.stringContaining('$PATH can only be the predicate')]);
  });

  it('beside a message that names what the query does not know', async () => {
    const query = 'SELECT $this ?other { $this ex:p ?other }';
    const shapes = onThings(sparql(query, '; sh:message "{?othr} of {$this}"'));
    const [complaint, ...more] = await refused(shapes);
    expect(more).toEqual([]);
    expect(complaint?.found.en).toContain('sh:message names {?othr}');
    expect(complaint?.remedy.en).toBe('Write {?other}.');
  });

  it('where a constraint has two of them, or none', async () => {
    const two = onThings('sh:sparql [ sh:select "SELECT $this {}", "SELECT $this { $this ?p 1 }" ]');
    expect((await complaints(two))[0]).toContain('several sh:select');
    expect((await complaints(onThings('sh:sparql [ sh:message "x" ]')))[0]).toContain('sh:sparql');
    expect((await complaints(onThings('sh:sparql [ sh:ask "ASK {}" ]')))[0]).toContain('sh:sparql');
  });

  it('where a prefix has two namespaces', async () => {
    const twice = 'ex:more sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.com/"^^xsd:anyURI ] .';
    const shapes = `${twice} ${onThings('sh:sparql [ sh:prefixes ex:prefixes, ex:more ; sh:select "SELECT $this {}" ]')}`;
    expect(await complaints(shapes)).toEqual([expect.stringContaining('declared for two namespaces')]);
  });

  it('beside a term that only shapes have, which would be ignored', async () => {
    const light = 'sh:select "SELECT $this {}" ; sh:message "x"@en ; sh:severity sh:Warning';
    expect(await complaints(onThings(`sh:sparql [ ${light} ]`))).toEqual([
      'sh:severity stands beside a query, where it says nothing.',
    ]);
  });

  it('with the line on which it stands', async () => {
    const [complaint] = await refused(`\n\n${onThings('\nsh:sparql [ sh:select "SELECT ?x {}" ]')}`);
    // Five prefixes, the declaration that all these tests share, two empty lines, one of the shape.
    expect(complaint?.place.line).toBe(10);
  });

  it.each(['sh:rule [ ]', 'sh:target [ ]', 'sh:expression [ ]', 'sh:js [ ]'])(
    'not more than what is beside it: %s is still not supported',
    async (more) => {
      expect(await complaints(onThings(sparql('SELECT $this {}'), more))).toEqual([
        expect.stringContaining('not supported'),
      ]);
    },
  );
});
