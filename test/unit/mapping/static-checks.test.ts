import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runRml } from '../../../src/mapping/index.ts';
import { complaintText } from '../../../src/model/index.ts';
import { BASE, inFolder } from './yarrrml-run.ts';

const CIM = 'urn:cimaise:function:';

/** An object map on lines 5 and 6. */
const rml = (
  object: string,
  subject = 'rml:template "urn:{id}"',
): string => `@prefix rml: <http://w3id.org/rml/> .
@prefix cim: <${CIM}> .
<#map> rml:logicalSource [ rml:source "t.csv" ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ ${subject} ] ; rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [
    ${object}
  ] ] .
`;
const call = (name: string, ...inputs: readonly string[]): string =>
  `rml:functionExecution [ rml:function cim:${name} ; ${inputs.map((one) => `rml:input [ ${one} ]`).join(' ; ')} ]`;
const input = (parameter: string): string =>
  `rml:parameter <${CIM}${parameter}> ; rml:inputValueMap [ rml:reference "name" ]`;

/** An object on line 6. */
const yarrrml = (object: string, subject = 'urn:$(id)'): string => `mappings:
  x:
    sources: [[t.csv~csv]]
    s: ${subject}
    po:
      - { p: urn:n, o: ${object} }
`;

/** What is said of a mapping whose table is not there: nothing may be read. */
async function told(name: string, mapping: string, language: 'fr' | 'en'): Promise<readonly string[]> {
  const outcome = await inFolder({ [name]: mapping }, (folder) =>
    runRml({ mapping: join(folder, name), base: BASE, workingDirectory: folder, write: () => undefined }),
  );
  if (outcome.kind !== 'refused') return [];
  return outcome.complaints.map((one) => complaintText(one, language).replace(/^.*?\/(m\.\w+:)/, '$1'));
}

interface Check {
  readonly ttl: string;
  readonly yml: string;
  readonly fr: readonly [ttl: string, yml: string];
  readonly en: readonly [ttl: string, yml: string];
  /** `line:column` in each language. */
  readonly at: readonly [ttl: string, yml: string];
}

const CHECKS: Readonly<Record<string, Check>> = {
  'an unknown function': {
    ttl: rml(call('trimm', input('trimm/value'))),
    yml: yarrrml('{ function: cim:upperCas($(name)) }'),
    at: ['5:27', '6:24'],
    fr: [
      'n’existe pas. Elles sont toutes dites par « cimaise functions »',
      'n’existe pas. Vouliez-vous dire « cim:upperCase » ?',
    ],
    en: ['They are all told by “cimaise functions”', 'Did you mean “cim:upperCase”?'],
  },
  'an unknown parameter': {
    ttl: rml(call('upperCase', input('upperCase/value'), input('upperCase/valeur'))),
    yml: yarrrml('{ function: "cim:upperCase($(name), valeur = $(id))" }'),
    at: ['5:27', '6:24'],
    fr: ['n’a pas de paramètre', 'n’a pas de paramètre « valeur ». Ses paramètres'],
    en: ['Its parameters: value', 'has no parameter “valeur”. Its parameters: value'],
  },
  'a parameter that is missing': {
    ttl: rml(call('upperCase')),
    yml: yarrrml('{ function: "cim:upperCase()" }'),
    at: ['5:27', '6:24'],
    fr: [
      'Le paramètre « value » de « cim:upperCase » manque.',
      'Le paramètre « value » de « cim:upperCase » manque.',
    ],
    en: [
      'The parameter “value” of “cim:upperCase” is missing. Give it',
      'The parameter “value” of “cim:upperCase” is missing. Give it',
    ],
  },
  'a parent that is none': {
    ttl: rml('rml:parentTriplesMap <#mop>'),
    yml: yarrrml('{ mapping: xx }'),
    at: ['4:111', '6:24'],
    fr: [
      'La règle parente « http://example.com/#mop » n’existe pas. Vouliez-vous dire',
      'La règle « xx » n’est pas déclarée. Vouliez-vous dire « x » ?',
    ],
    en: [
      'does not exist. Did you mean <http://example.com/#map>?',
      'The mapping “xx” is not declared. Did you mean “x”?',
    ],
  },
  'a term type that is not possible': {
    ttl: rml('rml:reference "name"', 'rml:template "urn:{id}" ; rml:termType rml:Literal'),
    yml: yarrrml('{ value: $(name), type: litteral }'),
    at: ['4:59', '6:48'],
    fr: [
      'Le type de terme rml:Literal n’est pas possible pour un sujet. Écrivez',
      'Le type « litteral » n’est pas possible ici. Écrivez',
    ],
    en: [
      'The term type rml:Literal is not possible for a subject. Write one of these: rml:IRI',
      'The type “litteral” is not possible here. Write',
    ],
  },
  'a template that is not balanced': {
    ttl: rml('rml:template "{name} ({id"'),
    yml: yarrrml('"$(name) ($(id"'),
    at: ['5:18', '6:24'],
    fr: [
      'Le modèle « {name} ({id » a des accolades mal appariées ou vides. Une référence s’écrit {nom}',
      'vérifiez la parenthèse fermante',
    ],
    en: ['has unbalanced or empty braces. A reference is written {name}', 'check its closing parenthesis'],
  },
};

describe.each(Object.entries(CHECKS))('Before any data is read, %s', (_, { ttl, yml, at, fr, en }) => {
  it.each([
    ['m.ttl', ttl, 0],
    ['m.yml', yml, 1],
  ] as const)('is told with place and remedy in %s, in both languages', async (name, mapping, index) => {
    const english = await told(name, mapping, 'en');
    expect(english).toHaveLength(1);
    expect(english[0]).toContain(`${name}:${at[index]}  `);
    expect(english[0]).toContain(en[index]);
    expect((await told(name, mapping, 'fr'))[0]).toContain(fr[index]);
  });
});

describe('Before any data is read, an input of RML', () => {
  it.each([
    ['a parameter', 'rml:inputValue "x"'],
    ['a value', `rml:parameter <${CIM}upperCase/value>`],
  ])('is told to be without %s', async (_, one) => {
    const english = await told('m.ttl', rml(call('upperCase', input('upperCase/value'), one)), 'en');
    expect(english).toEqual([
      expect.stringMatching(
        /^m\.ttl:5:\d+ {2}The input names no parameter, or gives it no value\. Add rml:parameter and/,
      ),
    ]);
  });
});
