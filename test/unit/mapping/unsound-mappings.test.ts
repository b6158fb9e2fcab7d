import { describe, expect, it } from '@jest/globals';
import { placeText } from '../../../src/model/index.ts';
import { complaintsOf, ruleOf } from './mapping-run.ts';

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
      '« [a » n’est pas possible ici. Le motif n’est pas bien formé',
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
