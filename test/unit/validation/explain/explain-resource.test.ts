import { describe, expect, it } from '@jest/globals';
import { quadLine } from '../../../../src/rdf/index.ts';
import { createGraphStore } from '../../../../src/store/index.ts';
import {
  type ConstraintVerdict,
  explainResource,
  explainResourceWithStore,
  type ShapeVerdict,
  validateGraph,
} from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';
import { constraint, EX, explained, names, quadsOf, verdictOf } from './explained.ts';

const THING = 'ex:S a sh:NodeShape ; sh:targetClass ex:Thing ;';
const onP = (constraints: string) => `${THING} sh:property [ sh:path ex:p ; ${constraints} ] .`;
const states = ({ members }: ConstraintVerdict) => members.told.map(({ state }) => state);

describe('Constraints of a resource', () => {
  it('are all told, kept or not, with the values looked at', () => {
    const told = explained(
      onP('sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:integer'),
      'ex:a a ex:Thing ; ex:p 1, "x" .',
    );
    const [property] = verdictOf(told).properties.told;
    expect(property?.constraints.map(({ asks, outcome }) => [asks.en, outcome])).toEqual([
      ['at least 1 value', 'kept'],
      ['at most 1 value', 'violated'],
      ['well-formed value of type xsd:integer', 'violated'],
    ]);
    expect(property?.values).toMatchObject({ count: 2 });
    expect(names(constraint(told, 'datatype').faults.told.map(({ value }) => value))).toEqual(['x']);
    expect(told).toMatchObject({ conforms: false, counts: { violation: 2, warning: 0, info: 0 } });
  });

  it('have the message and the severity of the result', () => {
    const told = explained(
      onP('sh:minCount 1 ; sh:severity sh:Warning ; sh:message "Il manque."@fr, "It is missing."@en'),
      'ex:a a ex:Thing .',
    );
    expect(constraint(told, 'minCount')).toMatchObject({
      outcome: 'violated',
      severity: 'warning',
      message: { fr: 'Il manque.', en: 'It is missing.' },
    });
  });

  it('tell the description of their shape, which says why', () => {
    const told = explained(
      `${THING} sh:name "Chose"@fr ; sh:description "Parce que."@fr ; sh:nodeKind sh:Literal .`,
      'ex:a a ex:Thing .',
    );
    expect(verdictOf(told)).toMatchObject({
      name: { fr: 'Chose', en: 'Chose' },
      description: { fr: 'Parce que.', en: 'Parce que.' },
      shapeIri: `${EX}S`,
    });
  });

  it('are told apart where a parameter has several values', () => {
    const told = explained(onP('sh:hasValue 1 , 2 , 3'), 'ex:a a ex:Thing ; ex:p 2 .');
    const [property] = verdictOf(told).properties.told;
    expect(property?.constraints.map(({ outcome }) => outcome)).toEqual(['violated', 'kept', 'violated']);
  });

  it('name the property that a closed shape does not provide for', () => {
    const told = explained(
      `${THING} sh:closed true ; sh:ignoredProperties ( rdf:type ) .`,
      'ex:a a ex:Thing ; ex:q 1 .',
    );
    expect(constraint(told, 'closed').faults.told).toMatchObject([
      { path: { kind: 'predicate', iri: `${EX}q` }, value: { value: '1' } },
    ]);
  });

  it('that ask nothing are not told', () => {
    const told = explained(onP('sh:uniqueLang false ; sh:minCount 0'), 'ex:a a ex:Thing .');
    const [property] = verdictOf(told).properties.told;
    expect(property?.constraints.map(({ parameter }) => parameter.replace(/.*#/, ''))).toEqual(['minCount']);
  });

  it('on a path that is more than a property lead to the values at its end', () => {
    const told = explained(
      `${THING} sh:property [ sh:path ( [ sh:inversePath ex:made ] ex:name ) ; sh:maxLength 3 ] .`,
      'ex:a a ex:Thing . ex:b ex:made ex:a ; ex:name "long", "ok" .',
    );
    expect(names(constraint(told, 'maxLength').faults.told.map(({ value }) => value))).toEqual(['long']);
  });
});

describe('Shapes inside a constraint', () => {
  const MEMBERS = '( [ sh:datatype xsd:date ] [ sh:datatype xsd:integer ] )';

  it.each([
    ['or', '1', 'kept', ['violated', 'kept']],
    ['or', '"x"', 'violated', ['violated', 'violated']],
    ['and', '1', 'violated', ['violated', 'kept']],
    ['xone', '1', 'kept', ['violated', 'kept']],
  ])('of sh:%s on %s are told whether kept or not', (name, value, outcome, members) => {
    const told = explained(onP(`sh:${name} ${MEMBERS}`), `ex:a a ex:Thing ; ex:p ${value} .`);
    expect(constraint(told, name).outcome).toBe(outcome);
    expect(states(constraint(told, name))).toEqual(members);
  });

  it.each([
    ['1', 'violated', 'kept'],
    ['"x"', 'kept', 'violated'],
  ])('of sh:not on %s are told: conforming to them is the fault', (value, outcome, inner) => {
    const told = explained(onP('sh:not [ sh:datatype xsd:integer ]'), `ex:a a ex:Thing ; ex:p ${value} .`);
    expect(constraint(told, 'not').outcome).toBe(outcome);
    expect(states(constraint(told, 'not'))).toEqual([inner]);
  });

  it('of sh:node tell the causes, however deep', () => {
    const told = explained(
      `${onP('sh:node ex:N')} ex:N sh:property [ sh:path ex:q ; sh:node ex:M ] . ex:M sh:not [ sh:nodeKind sh:IRI ] .`,
      'ex:a a ex:Thing ; ex:p ex:b . ex:b ex:q ex:c .',
    );
    const [n] = constraint(told, 'node').members.told;
    const [m] = n?.properties.told[0]?.constraints[0]?.members.told ?? [];
    expect(m?.focusNode.value).toBe(`${EX}c`);
    expect(m?.constraints[0]).toMatchObject({ outcome: 'violated', members: { told: [{ state: 'kept' }] } });
  });

  it('of sh:qualifiedValueShape tell which values count', () => {
    const told = explained(
      onP('sh:qualifiedValueShape [ sh:datatype xsd:integer ] ; sh:qualifiedMinCount 2'),
      'ex:a a ex:Thing ; ex:p 1, "x" .',
    );
    const found = constraint(told, 'qualifiedValueShape');
    expect(found.outcome).toBe('violated');
    expect(states(found).toSorted()).toEqual(['kept', 'violated']);
  });

  it('of values at fault come first, and those left out are counted', () => {
    const values = [...Array(9).keys(), '"x"'].join(' , ');
    const told = explained(onP('sh:node [ sh:datatype xsd:integer ]'), `ex:a a ex:Thing ; ex:p ${values} .`);
    const { members } = constraint(told, 'node');
    expect(members.told.map(({ focusNode }) => focusNode.value)).toEqual(['x', '0', '1', '2', '3']);
    expect(members.count).toBe(10);
  });

  it('that reach each other by very many ways are cut, and say so', () => {
    const levels = [...Array(14).keys()].map(
      (n) => `ex:L${n} sh:node [ sh:node ex:L${n + 1} ] , [ sh:node ex:L${n + 1} ] .`,
    );
    const told = explained(
      `${THING} sh:node ex:L0 . ${levels.join('\n')} ex:L14 sh:nodeKind sh:Literal .`,
      'ex:a a ex:Thing .',
    );
    const all = within(verdictOf(told));
    expect(told.conforms).toBe(false);
    expect(all.length).toBeLessThan(10_000);
    expect(all.some(({ cut }) => cut)).toBe(true);
  });
});

describe('Why a shape judges a resource', () => {
  it.each([
    ['sh:targetNode ex:a', { kind: 'node' }],
    ['sh:targetSubjectsOf ex:p', { kind: 'subjects-of', property: `${EX}p` }],
    [
      'sh:targetObjectsOf ex:made',
      { kind: 'objects-of', property: `${EX}made`, subject: { value: `${EX}b` } },
    ],
    ['sh:targetClass ex:Thing', { kind: 'class', classes: ['Low', 'Mid', 'Thing'].map((name) => EX + name) }],
    ['a rdfs:Class', { kind: 'class', implicit: true, classes: [`${EX}S`] }],
  ])('is told: %s', (target, reason) => {
    const told = explained(
      `ex:S a sh:NodeShape ; ${target} ; sh:nodeKind sh:IRI .`,
      'ex:a a ex:Low , ex:S ; ex:p 1 . ex:b ex:made ex:a .',
      { ontologies: quadsOf('ex:Low rdfs:subClassOf ex:Mid . ex:Mid rdfs:subClassOf ex:Thing .') },
    );
    expect(told.judged.told[0]?.reasons).toMatchObject([reason]);
  });

  it('can be a subclass that only the data know', () => {
    const told = explained(onP('sh:minCount 1'), 'ex:a a ex:Low . ex:Low rdfs:subClassOf ex:Thing .');
    expect(told.judged.count).toBe(1);
  });
});

describe('Shapes that do not judge a resource', () => {
  const told = explained(
    `${onP('sh:minCount 1')} ex:O a sh:NodeShape ; sh:targetClass ex:Other ; sh:nodeKind sh:IRI .
     ex:D a sh:NodeShape ; sh:targetClass ex:Thing ; sh:deactivated true ; sh:nodeKind sh:Literal .`,
    'ex:a a ex:Thing ; ex:p 1 .',
  );

  it('are listed, with what they target, or that they are deactivated', () => {
    expect(told.others.told.map(({ shapeIri, why }) => [shapeIri?.replace(EX, ''), why])).toEqual([
      ['O', 'no-target-matches'],
      ['D', 'deactivated'],
    ]);
    expect(told.conforms).toBe(true);
  });

  it('are told as deactivated inside others too, and judge nothing', () => {
    const inside = explained(onP('sh:minCount 1 ; sh:deactivated true'), 'ex:a a ex:Thing .');
    expect(verdictOf(inside).properties.told).toMatchObject([{ state: 'deactivated', constraints: [] }]);
  });

  it('leave a resource unjudged, described or not', () => {
    expect(explained(onP('sh:minCount 1'), 'ex:b a ex:Thing .')).toMatchObject({
      described: false,
      judged: { count: 0 },
      others: { count: 1 },
    });
  });
});

describe('The parts of a resource', () => {
  const SHAPES =
    'ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:q ; sh:property [ sh:path ex:q ; sh:maxInclusive 3 ] .';
  const DATA = `<http://example.org/a#one> ex:q 9 . <http://example.org/ab#two> ex:q 9 .
    ex:a ex:has [ ex:q 2 ; ex:has [ ex:q 9 ] ] . ex:b ex:has [ ex:q 9 ] .`;

  it('are the hash IRIs of its document and its blank nodes, and no others', () => {
    const told = explained(SHAPES, DATA);
    expect(told.judged.told.map(({ verdict }) => verdict.state).toSorted()).toEqual([
      'kept',
      'violated',
      'violated',
    ]);
    expect(told.judged.told[0]?.verdict.focusNode.value).toBe(`${EX}a#one`);
  });

  it('of a hash IRI are its own', () => {
    const told = explained(SHAPES, DATA, { resource: `${EX}a#one` });
    expect(told.judged.count).toBe(1);
  });
});

describe('With the rest of a release at hand', () => {
  const rest = (turtle: string) => {
    const quads = quadsOf(turtle);
    return {
      statementsOf: (iri: string) => quads.filter(({ subject }) => subject.value === iri),
      referrersOf: (predicate: string, object: { readonly value: string }) =>
        quads
          .filter((one) => one.predicate.value === predicate && one.object.value === object.value)
          .map(({ subject }) => subject),
    };
  };

  it('constraints read other resources there, and who refers to this one', () => {
    const told = explained(
      onP('sh:class ex:Place ; sh:node [ sh:property [ sh:path [ sh:inversePath ex:p ] ; sh:maxCount 1 ] ]'),
      'ex:a a ex:Thing ; ex:p ex:b .',
      { rest: rest('ex:b a ex:Place . ex:c ex:p ex:b .') },
    );
    expect([constraint(told, 'class').outcome, constraint(told, 'node').outcome]).toEqual([
      'kept',
      'violated',
    ]);
  });

  it('what the resource refers to is judged with it, by the shapes that ask that alone', () => {
    const told = explained(
      `ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] .
       ex:T a sh:NodeShape ; sh:targetClass ex:Place ; sh:nodeKind sh:Literal .`,
      'ex:a ex:p ex:b .',
      { rest: rest('ex:b a ex:Place .') },
    );
    expect(told.judged.told.map(({ verdict }) => names([verdict.focusNode])[0])).toEqual(['b']);
    expect(told.counts.violation).toBe(1);
  });
});

describe('A constraint in SPARQL', () => {
  const SHAPES = `${THING} sh:sparql ex:Q ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .
    ex:Q sh:select "SELECT $this ?value WHERE { $this <${EX}p> ?value FILTER (?value > 3) }" ;
      sh:message "{?value} is too much."@en .`;
  const DATA = 'ex:a a ex:Thing ; ex:p 2, 9 .';

  it('is told as not tried where there is no store', () => {
    const told = explained(SHAPES, DATA);
    expect(constraint(told, 'sparql').outcome).toBe('not-tried');
    expect(told.conforms).toBe(true);
  });

  it.each([
    ['ex:a a ex:Thing ; ex:p 2, 9 .', 'violated'],
    ['ex:a a ex:Thing ; ex:p 2 .', 'kept'],
  ])('is asked of a store: %s', async (data, outcome) => {
    const quads = quadsOf(data);
    const open = async () => {
      const store = createGraphStore();
      await store.load(
        (async function* () {
          yield quads.map((one) => `${quadLine(one)}\n`).join('');
        })(),
      );
      return store;
    };
    const told = await explainResourceWithStore(
      { resource: `${EX}a`, shapes: [shapesFile(SHAPES)], data: quads },
      open,
    );
    if (told.kind === 'refused') throw new Error(JSON.stringify(told.complaints));
    expect(constraint(told.explanation, 'sparql').outcome).toBe(outcome);
    if (outcome === 'violated')
      expect(constraint(told.explanation, 'sparql')).toMatchObject({
        message: { en: '9 is too much.' },
        faults: { told: [{ value: { value: '9' } }] },
      });
  });
});

describe('An explanation', () => {
  const SHAPES = `${THING} sh:name "T" ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ; sh:not ex:N ;
      sh:property [ sh:path ex:p ; sh:minCount 3 ; sh:lessThan ex:q ; sh:nodeKind sh:IRI ; sh:or ( ex:N [ sh:hasValue 9 ] ) ] ,
        [ sh:path ex:q ; sh:uniqueLang true ; sh:equals ex:p ; sh:property [ sh:path ex:r ; sh:minCount 1 ] ] .
    ex:N sh:property [ sh:path ex:p ; sh:minCount 1 ] .`;
  const DATA = 'ex:a a ex:Thing ; ex:p 1, 7 ; ex:q 5, "x"@fr, "y"@fr ; ex:z 1 .';

  it('counts what a validation of the graph finds, and leaves none of it out', () => {
    const validated = validateGraph({ shapes: [shapesFile(SHAPES)], data: quadsOf(DATA) });
    const results = validated.kind === 'validated' ? validated.results : [];
    const told = explained(SHAPES, DATA);
    const inTree = outer(verdictOf(told)).reduce((sum, { faults }) => sum + faults.count, 0);
    expect(results.length).toBeGreaterThan(8);
    expect([inTree, told.counts.violation]).toEqual([results.length, results.length]);
  });

  it('is refused where shapes would not be applied as they are written', () => {
    const outcome = explainResource({
      resource: `${EX}a`,
      shapes: [shapesFile(onP('sh:minCout 1'))],
      data: [],
    });
    expect(outcome).toMatchObject({ kind: 'refused', complaints: [{ place: { file: 'shapes/test.ttl' } }] });
  });
});

/** Constraints whose results a report counts: not those of shapes that constraints ask. */
const outer = ({ constraints, properties }: ShapeVerdict): readonly ConstraintVerdict[] => [
  ...constraints,
  ...properties.told.flatMap(outer),
];

const within = (verdict: ShapeVerdict): readonly ShapeVerdict[] => [
  verdict,
  ...verdict.properties.told.flatMap(within),
  ...verdict.constraints.flatMap(({ members }) => members.told.flatMap(within)),
];
