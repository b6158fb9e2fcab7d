import { describe, expect, it } from '@jest/globals';
import { parseMapping, traceRules } from '../../../src/mapping/index.ts';
import { spellTransformation } from '../../../src/mapping/spell-expression.ts';
import { parseCall } from '../../../src/mapping/yarrrml/function-syntax.ts';
import { BASE } from './mapping-run.ts';

const MAPPING = `
columns:
  title: { aliases: [TICO], optional: true }
sources:
  authors: { each: 'cim:split($(author), ";")', as: one }
mappings:
  work:
    subjects: id:works/$(ref)
    predicateobjects:
      - [a, schema:VisualArtwork]
      - [schema:name, $(title), fr~lang]
      - p: schema:about
        o: { function: 'cim:lookup(cim:split($(subject), ";"), subjects)', type: iri }
      - p: schema:keywords
        o:
          function: cim:lookup
          parameters: [[cim:vocabulary, subjects], [cim:value, $(subject)]]
          type: iri
      - p: schema:size
        o: "$(height) x $(width)"
        condition: cim:isNotEmpty($(height))
      - [schema:url, 'https://example.org/$(ref)~iri']
  person:
    sources: authors
    subjects: { function: 'cim:concat(cim:slug($(one)), "id/people/", "")' }
    predicateobjects:
      - [schema:name, $(one)]
`;
const SCHEMA = 'http://schema.org/';

const parsed = parseMapping(MAPPING, 'data/works/mapping.yml', BASE);
if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.complaints));
const HEADER = ['ref', 'TICO', 'subject', 'height', 'width', 'author'];
const traced = traceRules(parsed.mapping, { base: BASE, header: HEADER });
const about = (property: string) => traced.rules.filter(({ predicate }) => predicate === SCHEMA + property);

describe('The traced rules of a mapping', () => {
  it('are a row for each pair, with the file and the line that it is written on', () => {
    expect(traced.file).toBe('data/works/mapping.yml');
    expect(traced.rules.map(({ line }) => line)).toEqual([10, 11, 12, 14, 19, 22, 27]);
  });

  it('name columns as the source does, and say nothing of a transformation where a cell is taken as it is', () => {
    expect(about('name')[0]).toMatchObject({
      columns: ['TICO'],
      how: 'cell',
      value: { kind: 'literal', language: 'fr' },
    });
    expect(about('name')[0]).not.toHaveProperty('transformation');
  });

  it('hold functions as they are written, and the vocabulary that is looked up', () => {
    expect(about('about')[0]).toMatchObject({
      columns: ['subject'],
      how: 'function',
      transformation: 'cim:lookup(cim:split($(subject), ";"), "subjects")',
      vocabulary: 'subjects',
    });
  });

  it('know the vocabulary by the name of the parameter too, whatever the order', () => {
    expect(about('keywords')[0]).toMatchObject({ how: 'function', vocabulary: 'subjects' });
  });

  it('tell templates, all their columns and those of conditions apart', () => {
    expect(about('size')[0]).toMatchObject({
      columns: ['height', 'width'],
      conditions: ['height'],
      how: 'template',
      transformation: '$(height) x $(width)',
    });
    const [pattern] = about('size')[0]?.value.patterns ?? [];
    expect(new RegExp(pattern?.pattern ?? '', 'su').test('17 x 24')).toBe(true);
    expect(new RegExp(pattern?.pattern ?? '', 'su').test('17')).toBe(false);
  });

  it('lead through views to the columns of the file', () => {
    expect(about('name')[1]).toMatchObject({ columns: ['author'], subjects: [{ isSure: false }] });
  });

  it('are data: what is written as JSON and read again is the same', () => {
    expect(JSON.parse(JSON.stringify(traced))).toEqual(traced);
  });
});

describe('A transformation that is spelled', () => {
  const place = { file: 'm.yml' };
  const call = (text: string) =>
    parseCall(text, place, (name) => name.replace(/^cim:/, 'urn:cimaise:function:'));

  it.each([
    'cim:split($(a b), ";")',
    'cim:coalesce(cim:upper($(x)), "said \\"so\\"")',
    'cim:replace(value = $(x), with = "$(y) – $(z)")',
  ])('reads the same: %s', (text) => {
    const spelled = spellTransformation(call(text)) ?? '';
    expect(spelled).toBe(text);
    expect(spellTransformation(call(spelled))).toBe(spelled);
  });

  it('is cut where it is very long', () => {
    const spelled = spellTransformation(call(`cim:split($(x), "${'a'.repeat(5000)}")`)) ?? '';
    expect(spelled).toHaveLength(600);
    expect(spelled.endsWith('…')).toBe(true);
  });
});
