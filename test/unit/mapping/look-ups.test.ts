import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkVocabularies, runRml } from '../../../src/mapping/index.ts';
import { complaintText } from '../../../src/model/index.ts';
import { mappingOf, ruleOf } from './mapping-run.ts';
import { BASE, inFolder } from './yarrrml-run.ts';

const VOCABULARIES = { declared: ['periodes', 'domaines'], possible: ['periodes', 'domaines', 'artistes'] };

const complaints = (call: string, language: 'fr' | 'en' = 'en') =>
  checkVocabularies(
    mappingOf(ruleOf(`- { p: schema:about, o: { function: '${call}', type: iri } }`)),
    VOCABULARIES,
  ).map((one) => complaintText(one, language));

describe('A look-up in a vocabulary', () => {
  it.each([
    'cim:lookup($(x), periodes)',
    'cim:lookup(cim:split($(x), ";"), vocabulary = "domaines")',
    'cim:lookup($(x), $(y))',
  ])('may be in one that the dataset declares, or that the record names: %s', (call) => {
    expect(complaints(call)).toEqual([]);
  });

  it('is refused at its place with the nearest one', () => {
    expect(complaints('cim:lookup($(x), period)')).toEqual([
      'mapping.yml:5:31  “period” is not a vocabulary that this dataset declares. Did you mean “periodes”?',
    ]);
    expect(complaints('cim:lookup($(x), period)', 'fr')).toEqual([
      'mapping.yml:5:31  « period » n’est pas un vocabulaire que ce jeu de données déclare. Vouliez-vous dire « periodes » ?',
    ]);
  });

  it('is refused with the line to write where the project has the vocabulary', () => {
    expect(complaints('cim:upperCase(cim:lookup($(x), artistes))')).toEqual([
      expect.stringContaining('Add it in dataset.yml: vocabularies: [artistes].'),
    ]);
  });

  it('is refused with what to do where there is nothing like it', () => {
    expect(complaints('cim:lookup($(x), couleurs-et-matieres)')).toEqual([
      expect.stringContaining('Publish it as a dataset of the project'),
    ]);
  });

  const yarrrml = `sources: { t: [t.csv~csv] }
mappings: { x: { sources: t, s: 'urn:$(id)', po: [{ p: 'urn:n', o: { function: 'cim:lookup($(id), periodes)', type: iri } }] } }`;
  const rml = `@prefix rml: <http://w3id.org/rml/> . @prefix cim: <urn:cimaise:function:> .
<#x> rml:logicalSource [ rml:source "t.csv" ] ; rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [ rml:termType rml:IRI ;
    rml:functionExecution [ rml:function cim:lookup ;
      rml:input [ rml:parameter <urn:cimaise:function:lookup/value> ; rml:inputValueMap [ rml:reference "id" ] ],
        [ rml:parameter <urn:cimaise:function:lookup/vocabulary> ; rml:inputValue "periodes" ] ] ] ] .`;

  it.each([
    ['m.yml', yarrrml, /m\.yml:2:\d+ {2}/],
    ['m.ttl', rml, /m\.ttl:4:27 {2}/],
  ])('is refused without a project before data is read, in %s', async (name, mapping, place) => {
    // There is no table: it is not even looked for.
    const outcome = await inFolder({ [name]: mapping }, (folder) =>
      runRml({ mapping: join(folder, name), base: BASE, workingDirectory: folder, write: () => undefined }),
    );
    const [text] =
      outcome.kind === 'refused' ? outcome.complaints.map((one) => complaintText(one, 'en')) : [];
    expect(text).toMatch(place);
    expect(text).toContain(
      'looks up in a vocabulary of the project, and this mapping is run without one. Build the project',
    );
  });
});
