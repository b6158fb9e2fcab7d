import { describe, expect, it } from '@jest/globals';
import { createGraphStore } from '../../../../src/store/index.ts';
import { createReport, graphReportQuads, validateGraphWithStore } from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';
import { asked, faultTexts, onThings, refused, sparql } from './asked.ts';

const HAS_P = 'SELECT $this ?value { $this ex:p ?value }';
const HAS_Q = 'SELECT $this ?value { $this ex:q ?value }';
const DATA = 'ex:a a ex:Thing ; ex:p 1 ; ex:q 2 . ex:b a ex:Thing ; ex:p 3 .';

describe('Constraints in SPARQL', () => {
  it('are all asked where one shape has two (the engine asked neither)', async () => {
    const results = await asked(onThings(sparql(HAS_P), sparql(HAS_Q)), DATA);
    expect(faultTexts(results)).toEqual(['a 1', 'a 2', 'b 3']);
  });

  it('are not asked where they are deactivated (the engine asked them)', async () => {
    const results = await asked(onThings(sparql(HAS_P, '; sh:deactivated true'), sparql(HAS_Q)), DATA);
    expect(faultTexts(results)).toEqual(['a 2']);
  });

  it('make no store where shapes have none, and none where nothing is asked', async () => {
    const forbidden = () => {
      throw new Error('A store was made.');
    };
    expect(await asked(onThings('sh:property [ sh:path ex:p ; sh:minCount 1 ]'), DATA, forbidden)).toEqual(
      [],
    );
    expect(await asked(onThings(sparql(HAS_P)), 'ex:a a ex:Other .', forbidden)).toEqual([]);
  });

  it('know the path of their property shape as $PATH, inverse sequences too', async () => {
    const path = '[ sh:inversePath ( ex:p ex:q ) ]';
    const query = 'SELECT $this ?value { $this $PATH ?value }';
    const results = await asked(
      onThings(`sh:property [ sh:path ${path} ; ${sparql(query)} ]`),
      'ex:a a ex:Thing . ex:x ex:p ex:y . ex:y ex:q ex:a .',
    );
    expect(faultTexts(results)).toEqual(['a x']);
    expect(results[0]?.path).toMatchObject({ kind: 'inverse' });
  });

  it('are asked of targets of every kind, literals too', async () => {
    const shapes = `ex:S a sh:NodeShape ; sh:targetNode "Texte"@fr, 01, ex:n ; sh:targetSubjectsOf ex:p ;
      sh:targetObjectsOf ex:p ; ${sparql('SELECT $this { }')} .`;
    const results = await asked(shapes, 'ex:a ex:p ex:b .');
    expect(faultTexts(results)).toEqual(['01 01', 'Texte Texte', 'a a', 'b b', 'n n']);
  });

  it('tell one result for each solution, the path and value that it binds', async () => {
    const query =
      'SELECT $this ?path ?value { $this ?path ?value FILTER(?path != ex:q && isNumeric(?value)) }';
    const results = await asked(onThings(sparql(query)), DATA);
    expect(faultTexts(results)).toEqual(['a 1', 'b 3']);
    expect(results[0]).toMatchObject({
      component: 'http://www.w3.org/ns/shacl#SPARQLConstraintComponent',
      path: { kind: 'predicate', iri: 'http://example.org/p' },
    });
  });

  it('tell values as the data write them, not as the store does', async () => {
    const data = 'ex:a a ex:Thing ; ex:p 007, 1.50, "2024-01-01T24:00:00Z"^^xsd:dateTime, "x"@FR .';
    expect(faultTexts(await asked(onThings(sparql(HAS_P)), data))).toEqual([
      'a 007',
      'a 1.50',
      'a 2024-01-01T24:00:00Z',
      'a x',
    ]);
  });

  it('tell the severity of their shape', async () => {
    const [result] = await asked(onThings('sh:severity sh:Info', sparql(HAS_Q)), DATA);
    expect(result?.severity.value).toBe('http://www.w3.org/ns/shacl#Info');
  });

  it('know blank nodes by their labels, and as blank nodes', async () => {
    const query = `SELECT $this ?value { $this ex:p ?value
      FILTER(isBlank(?value) && !isIRI(?value) && isIRI($this) && !isBlank($this)) }`;
    const results = await asked(
      onThings(
        sparql(query),
        `sh:property [ sh:path ex:p ; sh:node [ ${sparql('SELECT $this { $this ex:q 1 }')} ] ]`,
      ),
      'ex:a a ex:Thing ; ex:p _:x, ex:b . _:x ex:q 1 .',
    );
    expect(results.map(({ value }) => value?.termType)).toEqual(['BlankNode', 'BlankNode']);
    expect(new Set(results.map(({ value }) => value?.value)).size).toBe(1);
  });

  it('write sh:sourceConstraint into reports', async () => {
    const data = shapesFile(DATA).quads;
    const validated = await validateGraphWithStore(
      {
        shapes: [
          shapesFile(
            'ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:sparql ex:C . ex:C sh:select "SELECT $this {}" .',
          ),
        ],
        data,
      },
      createGraphStore,
    );
    if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints));
    const report = createReport({ data: [], shapes: [], statements: data, judged: validated.judged });
    const told = graphReportQuads(report).filter(({ predicate }) =>
      predicate.value.endsWith('#sourceConstraint'),
    );
    expect(told.map(({ object }) => object.value)).toEqual(['http://example.org/C', 'http://example.org/C']);
  });
});

describe('A sentence of a constraint in SPARQL', () => {
  const sentences = async (
    more: string,
    select = 'SELECT $this ?value ?n { $this ex:p ?value BIND(2 AS ?n) }',
  ) =>
    (await asked(onThings(sparql(select, more)), 'ex:a a ex:Thing ; ex:p "v" .')).map(
      ({ message }) => message,
    );

  it('has the values of the solution, in each language', async () => {
    const more = '; sh:message "{?value} et {$n} sur {?this}"@fr, "{?value} and {$n}"@en';
    expect(await sentences(more)).toEqual([{ fr: 'v et 2 sur <http://example.org/a>', en: 'v and 2' }]);
  });

  it('is ?message where the solution has one', async () => {
    const select = 'SELECT $this ?message { BIND("dit" AS ?message) }';
    expect(await sentences('; sh:message "x"', select)).toEqual([{ fr: 'dit', en: 'dit' }]);
  });

  it('is our own where nothing is written', async () => {
    const [own] = await sentences('');
    expect(own?.fr).toBe('La ressource ne remplit pas une condition que vérifie une requête.');
    expect(own?.en).toContain('a condition that a query checks');
  });

  it('is that of the shape where the constraint has none', async () => {
    const shapes = onThings('sh:message "forme {?value}"@fr', sparql(HAS_P));
    expect((await asked(shapes, 'ex:a a ex:Thing ; ex:p 1 .'))[0]?.message.fr).toBe('forme 1');
  });
});

describe('A query', () => {
  it('that does not end is stopped, and the shapes are refused with its place', async () => {
    const endless = onThings(
      sparql(
        'SELECT $this { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o . ?p ?q ?r FILTER(?a = ?r && ?b = "never") }',
      ),
    );
    const data = Array.from({ length: 300 }, (_, i) => `ex:n${i} a ex:Thing ; ex:p ${i} .`).join('\n');
    const started = performance.now();
    const [complaint] = await refused(endless, data, () => createGraphStore({ milliseconds: 500 }));
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(complaint?.found.fr).toBe(
      'La requête de sh:select n’a pas répondu dans le temps permis (0,5 s) : elle a été arrêtée.',
    );
    expect(complaint?.place).toMatchObject({ file: 'shapes/test.ttl', line: expect.any(Number) });
  });

  it('with more solutions than are read is refused, not cut', async () => {
    const product = onThings(sparql('SELECT $this ?value { ?a ?b ?value }'));
    const data = Array.from({ length: 60 }, (_, i) => `ex:n${i} a ex:Thing ; ex:p ${i} .`).join('\n');
    const [complaint] = await refused(product, data, () => createGraphStore({ rows: 100 }));
    expect(complaint?.found.en).toContain('too many solutions (more than 100,');
  });

  it('that tells ?failure is a refusal, not a result', async () => {
    const [complaint] = await refused(onThings(sparql('SELECT $this ?failure { BIND(true AS ?failure) }')));
    expect(complaint?.found.en).toContain('?failure');
  });
});
