import { describe, expect, it } from '@jest/globals';
import { checkColumns } from '../../../src/mapping/index.ts';
import { placeText } from '../../../src/model/index.ts';
import { BASE, complaintsOf, mappingOf, ruleOf, run, tableOf } from './mapping-run.ts';

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

describe('A column of a mapping', () => {
  const named = (declared: string) => `columns: ${declared}\n${ruleOf('- [schema:name, $(nom)]')}`;

  it.each([
    ['its own name', '{}', { ref: '1', nom: 'a' }],
    ['its name in other letters', '{}', { Réf: '1', ' NOM ': 'a' }],
    ['an alias', '{ nom: Titre }', { ref: '1', Titre: 'a' }],
    ['one of several aliases', '{ nom: [Titre, Nom officiel] }', { ref: '1', 'Nom officiel': 'a' }],
    ['an alias in other letters', '{ nom: { aliases: [Nom officiel] } }', { ref: '1', NOM_OFFICIEL: 'a' }],
    ['its own name before its aliases', '{ nom: [Titre] }', { Titre: 'b', ref: '1', nom: 'a' }],
    ['an earlier alias before a later one', '{ nom: [Titre, Autre] }', { Autre: 'b', ref: '1', Titre: 'a' }],
  ])('is found by %s', async (_, declared, row) => {
    expect((await run(named(declared), [row as unknown as Record<string, string>])).lines).toEqual([
      `${X1} ${NAME} "a"`,
    ]);
  });

  it.each([
    '{ nom: { optional: true } }',
    '{ nom: optional }',
    '{ nom: { aliases: [Titre], optional: true } }',
  ])('may be absent when it is optional: %s', async (declared) => {
    const { lines, report } = await run(named(declared), [{ ref: '1', autre: 'a' }]);
    expect(lines).toEqual([]);
    expect(report).toMatchObject({ missingColumns: ['nom'], unusedColumns: ['autre'] });
    expect(checkColumns(mappingOf(named(declared)), ['ref', 'autre'])).toEqual([]);
  });

  it('is refused with the nearest name when the source has none', () => {
    const complaints = checkColumns(mappingOf(ruleOf('- [schema:name, $(Identifiant_musee)]')), [
      'ref',
      'identifiant_museofile',
    ]);
    expect(complaints).toMatchObject([
      {
        place: { file: 'mapping.yml', line: 5, column: 23 },
        found: { fr: 'La source n’a pas de colonne « Identifiant_musee ».' },
        remedy: { en: expect.stringContaining('The nearest is “identifiant_museofile”') },
      },
    ]);
  });

  it('is complained of once however often it is read', () => {
    const mapping = mappingOf(ruleOf('- [schema:name, $(x)]', '- [schema:url, "$(x) $(y)"]'));
    expect(checkColumns(mapping, ['ref'])).toHaveLength(2);
  });

  it('is read by nothing when no rule names it', async () => {
    const { report } = await run(ruleOf('- [schema:name, $(nom)]'), ROW);
    expect(report.unusedColumns).toEqual(['url', 'date', 'Nom officiel']);
  });
});

describe('A mapping that is not sound', () => {
  it.each([
    [
      'an unknown section',
      `mapings: {}\n${ruleOf('- [a, schema:x]')}`,
      '1:1',
      'La section « mapings » n’existe pas.',
      'Write mappings.',
    ],
    ['no rule', 'prefixes: {}', '1:1', 'Aucune règle n’est déclarée.', 'mappings'],
    ['malformed YAML', 'mappings: [', '1:12', 'Ce n’est pas du YAML', 'Check indentation'],
    [
      'a rule without subject',
      'mappings:\n  x:\n    po: [[a, schema:x]]',
      '2:3',
      'La règle « x » n’a pas de sujet.',
      'subjects: id:musees/$(ref)',
    ],
    [
      'an unknown key of a rule',
      'mappings:\n  x:\n    s: id:x/1\n    predicateobject: []',
      '4:5',
      'La clé « predicateobject »',
      'Write predicateobjects.',
    ],
    [
      'an unknown key of a pair',
      ruleOf('- { p: schema:name, o: a, conditon: x }'),
      '5:33',
      'La clé « conditon »',
      'Write condition.',
    ],
    [
      'an unknown key of an object',
      ruleOf('- { p: schema:name, o: { value: a, langage: fr } }'),
      '5:42',
      'La clé « langage »',
      'Write language.',
    ],
    ['a pair without object', ruleOf('- { p: schema:name }'), '5:9', 'Il manque', '[predicate, object]'],
    ['a short pair without object', ruleOf('- [schema:name]'), '5:9', 'Il manque', '[predicate, object]'],
    [
      'a reference never closed',
      ruleOf('- [schema:name, "$(nom"]'),
      '5:23',
      'La valeur « $(nom »',
      'closing parenthesis',
    ],
    [
      'an unknown prefix of a predicate',
      ruleOf('- [shema:name, x]'),
      '5:10',
      'Le préfixe « shema » n’est pas déclaré.',
      'Did you mean “schema”?',
    ],
    [
      'an unknown prefix of a type',
      ruleOf('- [a, shema:Museum]'),
      '5:13',
      'Le préfixe « shema »',
      '“schema”',
    ],
    [
      'an unknown prefix of a subject',
      'mappings: { x: { s: idd:x/$(ref), po: [[a, schema:x]] } }',
      '1:21',
      'Le préfixe « idd »',
      '“id”',
    ],
    [
      'an unknown prefix of a datatype',
      ruleOf('- [schema:name, x, xds:date]'),
      '5:23',
      'Le préfixe « xds »',
      '“xsd”',
    ],
    [
      'a datatype that is no IRI',
      ruleOf('- [schema:name, x, date]'),
      '5:23',
      '« date » n’est pas un type de donnée.',
      'xsd:gYear',
    ],
    [
      'a language that is none',
      ruleOf('- [schema:name, x, "fr FR~lang"]'),
      '5:23',
      '« fr FR » n’est pas un code de langue.',
      'fr-CA',
    ],
    [
      'an unknown prefix of a function',
      ruleOf('- { p: schema:name, o: { function: cmi:slug($(x)) } }'),
      '5:30',
      'le préfixe de « cmi:slug »',
      'cim:split',
    ],
    [
      'an unknown function',
      ruleOf('- { p: schema:name, o: { function: cim:slugg($(x)) } }'),
      '5:30',
      'cim',
      'Did you mean “cim:slug”?',
    ],
    [
      'a function every object has',
      ruleOf('- { p: schema:name, o: { function: cim:toString($(x)) } }'),
      '5:30',
      'n’existe pas',
      'data/README.md',
    ],
    [
      'a function elsewhere',
      ruleOf('- { p: schema:name, o: { function: schema:slug($(x)) } }'),
      '5:30',
      'http://schema.org/slug',
      'cim:slug',
    ],
    [
      'an unknown parameter',
      ruleOf('- { p: schema:name, o: { function: "cim:slug($(x), valeur = $(y))" } }'),
      '5:30',
      'n’a pas de paramètre « valeur »',
      'value',
    ],
    [
      'too many arguments',
      ruleOf('- { p: schema:name, o: { function: "cim:slug($(x), $(y))" } }'),
      '5:30',
      'n’a pas de paramètre « 1 »',
      'value',
    ],
    [
      'a missing argument',
      ruleOf('- { p: schema:name, o: { function: cim:split($(x)) } }'),
      '5:30',
      'Le paramètre « separator » de « cim:split » manque.',
      'Give it a value.',
    ],
    [
      'a parameter without value',
      ruleOf('- { p: schema:name, o: { fn: cim:slug, pms: [{ parameter: value }] } }'),
      '5:52',
      'n’est pas comprise',
      '$(column)',
    ],
    [
      'a pattern that is none',
      ruleOf('- { p: schema:name, o: $(x), condition: \'cim:matches($(x), "[a")\' }'),
      '5:47',
      '« [a » n’est pas une expression rationnelle.',
      'brackets',
    ],
    [
      'a quote never closed',
      ruleOf("- { p: schema:name, o: { function: 'cim:split($(x), \";)' } }"),
      '5:30',
      'un guillemet n’est jamais refermé',
      'cim:split',
    ],
    [
      'an unknown view',
      'sources: { auteurs: { each: "cim:split($(a), 1)", as: b } }\nmappings: { x: { sources: auteur, s: id:x/1, po: [[a, schema:x]] } }',
      '2:18',
      'La source « auteur » n’est pas déclarée.',
      '“auteurs”',
    ],
    [
      'a view without name',
      'sources: { auteurs: { each: "cim:split($(a), 1)" } }\nmappings: { x: { s: id:x/1, po: [[a, schema:x]] } }',
      '1:12',
      'n’a pas ses deux clés',
      'as: name',
    ],
  ])('is refused for %s, with its place', (_, text, place, fr, en) => {
    const complaints = complaintsOf(text);
    expect(complaints.map((one) => placeText(one.place))).toEqual([`mapping.yml:${place}`]);
    expect(complaints[0]?.found.fr).toContain(fr);
    expect(complaints[0]?.remedy.en).toContain(en);
    expect([complaints[0]?.found.en, complaints[0]?.remedy.fr]).not.toContain('');
  });

  it('is refused for all its mistakes at once', () => {
    const text = ruleOf(
      '- [shema:name, "$(a"]',
      '- [schema:name]',
      '- { p: schema:name, o: { function: "cim:slug(" } }',
    );
    expect(complaintsOf(text).map(({ place }) => place.line)).toEqual([5, 5, 6, 7]);
  });

  it('is sound where a text with a colon is an IRI of a known scheme', () => {
    expect(
      complaintsOf(
        ruleOf(
          '- [schema:name, "urn:x:$(ref)~iri"]',
          '- [schema:email, "mailto:$(m)~iri"]',
          '- [schema:url, "https://a.fr/$(ref)~iri"]',
        ),
      ),
    ).toEqual([]);
  });
});

describe('A table in memory', () => {
  it('has the columns of its first row', () => {
    expect(tableOf(ROW).columns).toContain('Nom officiel');
  });
});
