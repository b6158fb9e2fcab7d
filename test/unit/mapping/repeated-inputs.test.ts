import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseRml } from '../../../src/mapping/rml/parse.ts';
import { BASE, bothOutputs, inFolder, outputOf, sound } from './yarrrml-run.ts';

const DATA = 'id,a,b,c\n1,,deux,trois\n2,un,,trois\n3,un,deux,\n';
const GREL = 'http://users.ugent.be/~bjdmeest/function/grel.ttl#';

const COALESCED = ['<urn:1> <urn:n> "deux" .', '<urn:2> <urn:n> "un" .', '<urn:3> <urn:n> "un" .'];
const JOINED = [
  '<urn:1> <urn:n> "deux/trois" .',
  '<urn:2> <urn:n> "un/trois" .',
  '<urn:3> <urn:n> "un/deux" .',
];

const yarrrml = (object: string): string => `prefixes: { grel: "${GREL}" }
sources: { t: { access: t.csv, null: [''] } }
mappings: { x: { sources: t, s: 'urn:$(id)', po: [{ p: 'urn:n', o: ${object} }] } }`;

describe('A parameter that is given several times', () => {
  it.each([
    ['inline', `{ function: "grel:other_coalesce(p_any_rep_e = $(a), p_any_rep_e = $(b))" }`, COALESCED],
    [
      'by parameters',
      `{ function: grel:other_coalesce, parameters: [[grel:p_any_rep_e, $(a)], [grel:p_any_rep_e, $(b)]] }`,
      COALESCED,
    ],
    [
      'as a list',
      `{ function: grel:other_coalesce, parameters: [[grel:p_any_rep_e, [$(a), $(b)]]] }`,
      COALESCED,
    ],
    [
      'beside another',
      `{ function: grel:array_join, parameters: [{ parameter: grel:p_array_a, value: [$(a), $(b), $(c)] }, [grel:p_string_sep, /]] }`,
      JOINED,
    ],
  ])('in YARRRML %s takes all the values, in order, and is written so', async (_, object, expected) => {
    const { own, written } = await bothOutputs(yarrrml(object), { 't.csv': DATA });
    expect(own.lines).toEqual(expected);
    expect(written).toEqual(own);
  });

  it.each([
    [
      'boolean_and',
      `{ function: grel:boolean_and, parameters: [[grel:param_rep_b, "true"], [grel:param_rep_b, "false"]] }`,
      'false',
    ],
    [
      'boolean_or',
      `{ function: grel:boolean_or, parameters: [[grel:param_rep_b, "false"], [grel:param_rep_b, "true"]] }`,
      'true',
    ],
    [
      'boolean_xor',
      `{ function: grel:boolean_xor, parameters: [[grel:param_rep_b, "true"], [grel:param_rep_b, "true"]] }`,
      'false',
    ],
  ])('gives %s all its conditions', async (_, object, value) => {
    const { own } = await bothOutputs(yarrrml(object), { 't.csv': DATA });
    expect(own.lines[0]).toContain(`"${value}"`);
  });

  const rml = (...inputs: readonly string[]): string => `@prefix rml: <http://w3id.org/rml/> .
@prefix grel: <${GREL}> .
<#map> rml:logicalSource [ rml:source [ rml:path "t.csv" ; rml:null "" ] ; rml:referenceFormulation rml:CSV ] ;
  rml:subjectMap [ rml:template "urn:{id}" ] ;
  rml:predicateObjectMap [ rml:predicate <urn:n> ; rml:objectMap [
    rml:functionExecution [ rml:function grel:other_coalesce ; ${inputs.map((one) => `rml:input [ rml:parameter grel:param_any_rep_e ; ${one} ]`).join(' ; ')} ] ] ] .`;

  const linesOf = (turtle: string) =>
    inFolder({ 'm.ttl': turtle, 't.csv': DATA }, async (folder) => {
      const file = join(folder, 'm.ttl');
      const parsed = parseRml(readFileSync(file, 'utf8'), file, BASE, { mapping: folder, working: folder });
      return (await outputOf(sound(parsed))).lines;
    });

  it('in RML takes all the values, in order', async () => {
    const [a, b] = ['a', 'b'].map((name) => `rml:inputValueMap [ rml:reference "${name}" ]`);
    expect(await linesOf(rml(a ?? '', b ?? ''))).toEqual(COALESCED);
    expect(await linesOf(rml(b ?? '', a ?? '', 'rml:inputValue "x"'))).toEqual([
      '<urn:1> <urn:n> "deux" .',
      '<urn:2> <urn:n> "un" .',
      '<urn:3> <urn:n> "deux" .',
    ]);
  });

  it('in the older vocabulary takes all the values, in order', async () => {
    const turtle = `@prefix rml: <http://semweb.mmlab.be/ns/rml#> . @prefix rr: <http://www.w3.org/ns/r2rml#> .
@prefix fnml: <http://semweb.mmlab.be/ns/fnml#> . @prefix fno: <https://w3id.org/function/ontology#> .
@prefix grel: <${GREL}> . @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
<#map> rml:logicalSource [ rml:source "t.csv" ; rml:referenceFormulation ql:CSV ] ;
  rr:subjectMap [ rr:template "urn:{id}" ] ;
  rr:predicateObjectMap [ rr:predicate <urn:n> ; rr:objectMap [ fnml:functionValue [
    rr:predicateObjectMap [ rr:predicate fno:executes ; rr:object grel:array_join ] ;
    rr:predicateObjectMap [ rr:predicate grel:p_array_a ; rr:objectMap [ rml:reference "c" ] ] ;
    rr:predicateObjectMap [ rr:predicate grel:p_array_a ; rr:objectMap [ rml:reference "id" ] ] ;
    rr:predicateObjectMap [ rr:predicate grel:p_string_sep ; rr:object "-" ] ] ] ] .`;
    expect((await linesOf(turtle))[0]).toBe('<urn:1> <urn:n> "trois-1" .');
  });
});
