import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { parseYarrrml } from '../../../src/mapping/yarrrml/parse.ts';
import { complaintText } from '../../../src/model/index.ts';
import { complaintsOf, ruleOf } from './mapping-run.ts';
import { BASE } from './yarrrml-run.ts';

const mapping = (objectMap: string, rml = 'http://w3id.org/rml/') => `@prefix rml: <${rml}> .
@prefix rr: <http://www.w3.org/ns/r2rml#> .
<#map> rml:logicalSource [ rml:source "a.csv" ] ;
  rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [ ${objectMap} ] ] .
`;

function rmlComplaints(text: string, file = 'm.ttl', language: 'fr' | 'en' = 'fr'): readonly string[] {
  const parsed = parseRml(text, file, BASE, { mapping: '/', working: '/' });
  return parsed.kind === 'parsed' ? [] : parsed.complaints.map((one) => complaintText(one, language));
}

describe('A term that RML does not have', () => {
  it('that is the beginning of one is told as that one', () => {
    expect(rmlComplaints(mapping('rml:reference "a" ; rml:lang "fr"'))).toEqual([
      expect.stringContaining('rml:lang n’est pas un terme de RML. Vouliez-vous dire rml:language ?'),
    ]);
  });

  it('is named as it is written', () => {
    expect(rmlComplaints(mapping('rml:reference "a" ; rr:datatyp <urn:d>'))).toEqual([
      expect.stringContaining('rr:datatyp n’est pas un terme de RML. Vouliez-vous dire rr:datatype ?'),
    ]);
    expect(rmlComplaints(mapping('rr:colum "a"'))[0]).toContain('Vouliez-vous dire rr:column ?');
  });
});

describe('A namespace that is nearly that of RML', () => {
  it.each(['http://w3id.org/rml#', 'https://w3id.org/rml/', 'http://www.w3.org/ns/rml#'])(
    'is named once, with the right one: %s',
    (namespace) => {
      const found = rmlComplaints(mapping('rml:reference "a"', namespace));
      expect(found).toEqual([
        `m.ttl:3:39  L’espace de noms <${namespace}> n’est pas celui de RML : ses termes ne seraient pas lus. Écrivez <http://w3id.org/rml/>.`,
      ]);
    },
  );
});

describe('A mapping under the name of the other language', () => {
  it.each([
    ['YARRRML', 'm.ttl', 'prefixes:\n  ex: http://x.org/\nmappings: {}\n'],
    ['YARRRML behind a comment', 'm.txt', '# Musées\n\nmappings:\n  x: {}\n'],
  ])('is told, not read as Turtle: %s', (_, file, text) => {
    expect(rmlComplaints(text, file)).toEqual([
      expect.stringMatching(
        /^m\.\w+:1 {2}Ce document est du YARRRML, et son nom \(\.\w+\) le fait lire comme du Turtle\. Renommez-le pour que son nom finisse par \.yml\.$/,
      ),
    ]);
  });

  it('is told, not read as YAML, where it is Turtle', () => {
    const parsed = parseYarrrml(mapping('rml:reference "a"'), 'm.yml', BASE);
    expect(parsed).toMatchObject({
      complaints: [{ remedy: { en: 'Rename it so that its name ends in .ttl.' } }],
    });
  });

  it('that is neither keeps the complaint of Turtle', () => {
    expect(rmlComplaints('<a> <b>')[0]).toContain('Ce n’est pas du Turtle');
  });
});

describe('A key of an object that stands on its pair', () => {
  it.each([
    ['lang', 'language: fr'],
    ['language', 'language: fr'],
    ['langage', 'language: fr'],
    ['datatype', 'datatype: xsd:date'],
  ])('is told where it goes: %s', (key, said) => {
    expect(complaintsOf(ruleOf(`- { p: schema:name, o: $(n), ${key}: fr }`))).toMatchObject([
      { remedy: { fr: `Mettez-la dans l’objet : { p: prédicat, o: { value: $(colonne), ${said} } }.` } },
    ]);
  });
});
