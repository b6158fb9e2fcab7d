import { describe, expect, it } from '@jest/globals';
import { complaintText, type MadeTerms } from '../../../src/model/index.ts';
import { parsePlacedTurtle, parseTurtle, type RDF } from '../../../src/rdf/index.ts';
import { checkHouseRules, type House, type ShapesFile } from '../../../src/validation/index.ts';

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix ex: <http://example.org/> .
`;
const BASE = 'http://localhost:3000/';

function shapesFile(turtle: string, file = 'shapes/test.ttl'): ShapesFile {
  const text = PREFIXES + turtle;
  const parsed = parsePlacedTurtle(text, file, BASE);
  if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
  const { quads } = parsed;
  return { file, text, quads: quads.map(({ quad }) => quad), lines: quads.map(({ line }) => line) };
}

function statements(turtle: string): readonly RDF.Quad[] {
  const parsed = parseTurtle(PREFIXES + turtle, 'ontologies/test.ttl', BASE);
  if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
  return parsed.quads;
}

const makes = (
  classes: readonly string[],
  predicates: readonly string[] = [],
  isComplete = true,
): MadeTerms => ({
  classes: new Set(classes.map((name) => `http://example.org/${name}`)),
  predicates: new Set(predicates.map((name) => `http://example.org/${name}`)),
  isComplete,
});

const PLACE = { file: 'data/things/dataset.yml', line: 9 };

/** One dataset that makes `ex:Thing` with `ex:p` and lists every file, unless told otherwise. */
function complaints(files: readonly ShapesFile[], house: Partial<House> = {}): readonly string[] {
  const shapes = files.map(({ file }) => file);
  return checkHouseRules({
    shapes: files,
    ontologies: [],
    datasets: [{ place: PLACE, shapes, makes: makes(['Thing'], ['p']) }],
    platform: { files: [], makes: makes([]) },
    ...house,
  }).map((one) => complaintText(one, 'en'));
}

const NAMED = 'sh:name "Forme"@fr, "Shape"@en ; sh:severity sh:Violation ;';
const TOLD = `${NAMED} sh:message "Faux. Corrigez."@fr, "Wrong. Correct it."@en ;`;
const node = (body: string, name = '<shapes/s>'): string =>
  `${name} a sh:NodeShape ; ${TOLD}\n  sh:targetClass ex:Thing ;\n  ${body} .\n`;
const property = (body: string, name = '<shapes/s#p>'): string =>
  `${name} a sh:PropertyShape ;\n  sh:path ex:p ; ${body} .\n`;

const SOUND = node('sh:property <shapes/s#p>') + property(`sh:minCount 1 ; ${TOLD}`);

describe('The house rules', () => {
  it('let shapes pass that are named, weighed, told, aimed and asked', () => {
    expect(complaints([shapesFile(SOUND)])).toEqual([]);
  });

  it.each([
    ['sh:name "Forme"@fr ; sh:severity sh:Info ;', 'no sh:name in English', 'Add sh:name "…"@en.'],
    ['sh:severity sh:Info ;', 'no sh:name in French or in English', 'Add sh:name "…"@fr, "…"@en.'],
    ['sh:name "Forme", "Shape"@en ; sh:severity sh:Info ;', 'no sh:name in French', 'Add sh:name "…"@fr.'],
    ['sh:name "Forme"@fr, "Shape"@en ;', 'no sh:severity', 'Add sh:Violation'],
  ])('want a name in both languages and a severity: %s', (body, found, remedy) => {
    const said = complaints([
      shapesFile(
        node('sh:property <shapes/s#p>') + property(`sh:minCount 1 ; sh:message "x"@fr, "x"@en ; ${body}`),
      ),
    ]);
    expect(said).toEqual([
      expect.stringContaining(`shapes/test.ttl:7  The shape <${BASE}shapes/s#p> has ${found}. ${remedy}`),
    ]);
  });

  it('want a message in both languages where a shape judges', () => {
    const said = complaints([
      shapesFile(node('sh:property <shapes/s#p>') + property(`sh:minCount 1 ; sh:message "x"@fr ; ${NAMED}`)),
    ]);
    expect(said).toEqual([expect.stringContaining('has no sh:message in English')]);
  });

  it('want no message of a shape whose only constraint is a query with messages of its own', () => {
    const query = (messages: string) =>
      shapesFile(
        `<shapes/s> a sh:NodeShape ; ${NAMED} sh:targetClass ex:Thing ; sh:sparql [ sh:select "…" ; ${messages} ] .`,
      );
    expect(complaints([query('sh:message "Faux."@fr, "Wrong."@en')])).toEqual([]);
    expect(complaints([query('sh:message "Faux."@fr')])).toEqual([
      expect.stringContaining('no sh:message in French or in English'),
    ]);
  });

  it('want no message where a shape only asks others', () => {
    const grouping = `<shapes/s> a sh:NodeShape ; ${NAMED} sh:targetClass ex:Thing ; sh:property <shapes/s#p> .\n`;
    expect(complaints([shapesFile(grouping + property(`sh:minCount 1 ; ${TOLD}`))])).toEqual([]);
  });

  it('want an IRI for shapes inside sh:property and sh:node, at their line', () => {
    const said = complaints([
      shapesFile(node('sh:property [ sh:path ex:p ; sh:minCount 1 ] ;\n  sh:node [ sh:nodeKind sh:IRI ]')),
    ]);
    expect(said).toEqual([
      expect.stringContaining('shapes/test.ttl:6  A shape has no IRI.'),
      expect.stringContaining('shapes/test.ttl:7  A shape has no IRI.'),
    ]);
  });

  it.each([
    'sh:or ( [ sh:path ex:p ; sh:minCount 1 ] [ sh:property [ sh:path ex:q ; sh:minCount 1 ] ] )',
    'sh:not [ sh:and ( [ sh:path ex:p ; sh:minCount 1 ] ) ]',
  ])('let shapes stay nameless inside %s', (body) => {
    expect(complaints([shapesFile(node(body))])).toEqual([]);
  });

  it('want every part of a condition that has a name to be told as well', () => {
    const said = complaints([
      shapesFile(`${node('sh:not <shapes/part>')}<shapes/part> a sh:NodeShape ; sh:nodeKind sh:Literal .`),
    ]);
    expect(said).toHaveLength(3);
  });

  it('name the nearest class for a target that no mapping makes', () => {
    const said = complaints([
      shapesFile(SOUND + node('sh:nodeKind sh:IRI', '<shapes/t>').replace('ex:Thing', 'ex:Thnig')),
    ]);
    expect(said).toEqual([
      'shapes/test.ttl:10  No mapping gives the class <http://example.org/Thnig>: this target aims at nothing. Did you mean <http://example.org/Thing>?',
    ]);
  });

  it.each(['sh:targetSubjectsOf', 'sh:targetObjectsOf'])(
    'want the predicate of %s to be used by a mapping',
    (target) => {
      const shape = (predicate: string) =>
        shapesFile(
          `${SOUND}<shapes/t> ${target} ex:${predicate} ; a sh:NodeShape ; sh:nodeKind sh:IRI ; ${TOLD} sh:order 1 .`,
        );
      expect(complaints([shape('p')])).toEqual([]);
      expect(complaints([shape('farAway')])).toEqual([
        expect.stringContaining('No mapping uses the property'),
      ]);
    },
  );

  it('know classes by their subclasses, and terms that an ontology declares', () => {
    const file = shapesFile(
      SOUND + node('sh:nodeKind sh:IRI', '<shapes/t>').replace('ex:Thing', 'ex:Everything'),
    );
    expect(complaints([file])).toHaveLength(1);
    for (const turtle of ['ex:Thing rdfs:subClassOf ex:Everything .', 'ex:Everything a rdfs:Class .'])
      expect(complaints([file], { ontologies: statements(turtle) })).toEqual([]);
  });

  it('know what the platform makes, and the files that it applies', () => {
    const file = shapesFile(
      node('sh:nodeKind sh:IRI', '<shapes/t>').replace('ex:Thing', 'ex:Catalogue'),
      'shapes/own.ttl',
    );
    const platform = { files: ['shapes/own.ttl'], makes: makes(['Catalogue']) };
    const datasets = [{ place: PLACE, shapes: ['shapes/test.ttl'], makes: makes(['Thing']) }];
    expect(complaints([shapesFile(SOUND), file], { platform, datasets })).toEqual([]);
    expect(complaints([shapesFile(SOUND), file], { datasets })).toHaveLength(2);
  });

  it('do not guess at targets where a mapping makes classes from values, or cannot be read', () => {
    const file = shapesFile(SOUND.replace('ex:Thing', 'ex:Elsewhere'));
    for (const made of [makes([], [], false), undefined])
      expect(complaints([file], { datasets: [{ place: PLACE, shapes: [file.file], makes: made }] })).toEqual(
        [],
      );
  });

  it('tell shapes that nobody asks, except those that are put to rest', () => {
    const lonely = (more: string) =>
      shapesFile(SOUND + property(`sh:maxCount 1 ; ${TOLD} ${more}`, '<shapes/lonely>'));
    expect(complaints([lonely('')])).toEqual([
      expect.stringContaining(
        `shapes/test.ttl:9  The shape <${BASE}shapes/lonely> has no target and no other asks it`,
      ),
    ]);
    expect(complaints([lonely('sh:deactivated true')])).toEqual([]);
  });

  it('tell files that no dataset lists', () => {
    const datasets = [{ place: PLACE, shapes: ['shapes/test.ttl'], makes: makes(['Thing']) }];
    const other = (body: string) => shapesFile(node(body, '<shapes/other>'), 'shapes/other.ttl');
    expect(complaints([shapesFile(SOUND), other('sh:nodeKind sh:IRI')], { datasets })).toEqual([
      expect.stringContaining('shapes/other.ttl  No dataset lists this file'),
    ]);
  });

  it('tell a dataset whose shapes aim at nothing that its mapping makes, where it lists them', () => {
    const datasets = [
      { place: PLACE, shapes: ['shapes/test.ttl'], makes: makes(['Thing']) },
      {
        place: { file: 'data/kinds/dataset.yml', line: 7 },
        shapes: ['shapes/test.ttl'],
        makes: makes(['Kind', 'Sort']),
      },
    ];
    expect(complaints([shapesFile(SOUND)], { datasets })).toEqual([
      'data/kinds/dataset.yml:7  No target in shapes/test.ttl aims at what the mapping makes: all would be published without being judged. The mapping makes <http://example.org/Kind>, <http://example.org/Sort>: list a shapes file that aims at one of these classes.',
    ]);
  });

  it('tell a dataset whose mapping gives no class to add one', () => {
    const idle = [{ place: PLACE, shapes: ['shapes/test.ttl'], makes: makes([], ['p']) }];
    const platform = { files: [], makes: makes(['Thing']) };
    expect(complaints([shapesFile(SOUND)], { datasets: idle, platform })).toEqual([
      expect.stringContaining('The mapping gives no class: add one (a)'),
    ]);
  });

  it('speak French as well', () => {
    const [said] = checkHouseRules({
      shapes: [shapesFile(SOUND)],
      ontologies: [],
      datasets: [{ place: PLACE, shapes: ['shapes/test.ttl'], makes: makes(['Thnig']) }],
      platform: { files: [], makes: makes([]) },
    });
    expect(said && complaintText(said, 'fr')).toBe(
      'shapes/test.ttl:5  Aucun mapping ne donne la classe <http://example.org/Thing> : cette cible ne vise rien. Vouliez-vous dire <http://example.org/Thnig> ?',
    );
  });
});
