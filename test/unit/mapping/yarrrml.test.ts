import { describe, expect, it } from '@jest/globals';
import { BASE, ruleOf, run } from './mapping-run.ts';

const X1 = `<${BASE}id/x/1>`;
const NAME = '<http://schema.org/name>';
const ROW = [{ ref: '1', nom: 'Orsay', url: 'http://a.fr/x', date: '1990', 'Nom officiel': 'Musée' }];

/** Objects of the statements that pairs make of the row. */
async function objects(...pairs: readonly string[]) {
  const { lines } = await run(ruleOf(...pairs), ROW);
  return lines.map((line) => line.replace(`${X1} ${NAME} `, ''));
}

describe('A YARRRML mapping', () => {
  it.each([
    ['in short', 'mappings:\n  x:\n    s: id:x/$(ref)\n    po:\n      - [schema:name, $(nom), fr~lang]'],
    [
      'at length',
      'mappings:\n  x:\n    subjects: id:x/$(ref)\n    predicateobjects:\n      - predicates: schema:name\n        objects: { value: $(nom), language: fr }',
    ],
    [
      'with lists everywhere',
      'm:\n  x:\n    subject: [id:x/$(ref)]\n    po:\n      - { p: [schema:name], o: [[$(nom), fr~lang]] }',
    ],
    [
      'with prefixes of its own',
      'prefixes: { s: "http://schema.org/" }\nmapping:\n  x:\n    s: id:x/$(ref)\n    po: [[s:name, $(nom), fr~lang]]',
    ],
  ])('says the same %s', async (_, text) => {
    expect((await run(text, ROW)).lines).toEqual([`${X1} ${NAME} "Orsay"@fr`]);
  });

  it.each([
    ['a plain literal', '- [schema:name, $(nom)]', ['"Orsay"']],
    ['a constant', '- [schema:name, Louvre]', ['"Louvre"']],
    ['a number written plainly', '- [schema:name, 3]', ['"3"']],
    ['a template', '- [schema:name, "$(nom) ($(ref))"]', ['"Orsay (1)"']],
    ['a language', '- [schema:name, $(nom), fr-FR~lang]', ['"Orsay"@fr-FR']],
    [
      'a datatype',
      '- [schema:name, $(date), xsd:gYear]',
      ['"1990"^^<http://www.w3.org/2001/XMLSchema#gYear>'],
    ],
    [
      'a datatype in the object',
      '- { p: schema:name, o: { value: $(date), datatype: xsd:gYear } }',
      ['"1990"^^<http://www.w3.org/2001/XMLSchema#gYear>'],
    ],
    [
      'a typed value for o',
      '- { p: schema:name, o: [$(date), xsd:gYear] }',
      ['"1990"^^<http://www.w3.org/2001/XMLSchema#gYear>'],
    ],
    [
      'a text of datatype string, plain as its canonical form',
      '- [schema:name, $(nom), xsd:string]',
      ['"Orsay"'],
    ],
    ['an IRI', '- [schema:name, id:y/$(ref)~iri]', [`<${BASE}id/y/1>`]],
    ['an IRI by its type', '- { p: schema:name, o: { value: $(url), type: iri } }', ['<http://a.fr/x>']],
    ['an IRI read from a column', '- [schema:name, $(url)~iri]', ['<http://a.fr/x>']],
    ['an IRI relative to the base', '- [schema:name, $(nom)~iri]', [`<${BASE}Orsay>`]],
    ['several objects', '- [schema:name, [$(nom), $(date)]]', ['"Orsay"', '"1990"']],
    [
      'several typed objects',
      '- [schema:name, [[$(nom), fr~lang], [$(date), xsd:gYear]]]',
      ['"Orsay"@fr', '"1990"^^<http://www.w3.org/2001/XMLSchema#gYear>'],
    ],
    ['a column with a parenthesis in its name escaped', '- [schema:name, "\\\\$(nom)"]', ['"$(nom)"']],
    [
      'a function',
      '- { p: schema:name, o: { function: "cim:upperCase($(nom))", language: fr } }',
      ['"ORSAY"@fr'],
    ],
    [
      'a function whose result is an IRI',
      '- { p: schema:name, o: { function: "cim:webAddress($(url))", type: iri } }',
      ['<http://a.fr/x>'],
    ],
    [
      'a function at length',
      '- { p: schema:name, o: { fn: cim:replace, pms: [[cim:value, $(nom)], [find, Or], { parameter: with, value: Ar }] } }',
      ['"Arsay"'],
    ],
    [
      'a function at length with arguments by position',
      '- { p: schema:name, o: { fn: cim:replace, pms: [$(nom), Or, Ar] } }',
      ['"Arsay"'],
    ],
  ])('has objects that are %s', async (_, pair, expected) => {
    expect(await objects(pair)).toEqual(expected);
  });

  it('has types as IRIs', async () => {
    const { lines } = await run(
      ruleOf('- [a, [schema:Museum, crm:E74_Group]]', '- { p: rdf:type, o: skos:Concept }'),
      ROW,
    );
    expect(lines.map((line) => line.split(' ')[2])).toEqual([
      '<http://schema.org/Museum>',
      '<http://www.cidoc-crm.org/cidoc-crm/E74_Group>',
      '<http://www.w3.org/2004/02/skos/core#Concept>',
    ]);
  });

  it('says each predicate with each object', async () => {
    const { lines } = await run(ruleOf('- [[schema:name, rdfs:label], [a, b]]'), ROW);
    expect(lines).toHaveLength(4);
  });

  it.each([
    ['cim:equal($(nom), "Orsay")', 1],
    ['cim:equal($(nom), "Louvre")', 0],
    ['cim:isEmpty($(absent))', 1],
    ['cim:matches($(nom), "^Or")', 1],
    ['cim:differ($(nom), "Orsay")', 0],
  ])('says what the condition %s allows, of a pair and of a rule', async (condition, count) => {
    const pair = `- { p: schema:name, o: $(nom), condition: '${condition}' }`;
    const declared = 'columns: { absent: { optional: true } }\n';
    expect((await run(declared + ruleOf(pair), ROW)).lines).toHaveLength(count);
    const rule = `${declared}mappings:\n  x:\n    s: id:x/$(ref)\n    condition: '${condition}'\n    po: [[schema:name, $(nom)]]`;
    expect((await run(rule, ROW)).lines).toHaveLength(count);
  });

  it('makes one record a value of a view, beside the columns', async () => {
    const text = `
sources:
  auteurs: { each: 'cim:split($(Auteur), ";")', as: auteur }
mappings:
  x:
    sources: auteurs
    s: id:x/$(ref)#$(auteur)
    po: [[schema:name, $(auteur)], [schema:title, $(titre)]]`;
    const { lines } = await run(text, [
      { ref: '1', Auteur: 'A ; B', titre: 'T' },
      { ref: '2', Auteur: '', titre: 'U' },
    ]);
    expect(lines).toEqual([
      `<${BASE}id/x/1#A> ${NAME} "A"`,
      `<${BASE}id/x/1#A> <http://schema.org/title> "T"`,
      `<${BASE}id/x/1#B> ${NAME} "B"`,
      `<${BASE}id/x/1#B> <http://schema.org/title> "T"`,
    ]);
  });

  it('may name a view as the column it is made from', async () => {
    const text = `
sources: { auteurs: { each: 'cim:split($(Auteur), ";")', as: Auteur } }
mappings: { x: { sources: auteurs, s: id:x/$(ref), po: [[schema:name, $(Auteur)]] } }`;
    const { lines, report } = await run(text, [{ ref: '1', Auteur: 'A ; B' }]);
    expect(lines).toEqual([`${X1} ${NAME} "A"`, `${X1} ${NAME} "B"`]);
    expect(report.unusedColumns).toEqual([]);
  });
});
