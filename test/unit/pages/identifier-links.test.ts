import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IdentifierRegister } from '../../../src/model/index.ts';
import { thingPage } from '../../../src/pages/index.ts';
import { elementsOf } from './elements.ts';
import { BASE, dataset, frame, terms, thingContent } from './values.ts';

const POP: IdentifierRegister = {
  templates: ['https://www.pop.culture.gouv.fr/notice/museo/$1'],
  patterns: [/^(?:M[0-9]{4})$/u],
};
const ANY: IdentifierRegister = { templates: ['https://any.example/$1'], patterns: [/^.*$/su] };
const REGISTERS: Readonly<Record<string, IdentifierRegister>> = {
  'http://www.wikidata.org/entity/P539': POP,
  [`${BASE}def/code`]: POP,
  [`${BASE}def/CodeDatatype`]: POP,
  [`${BASE}def/any`]: ANY,
};

function external(statements: readonly string[], register?: string): readonly (string | undefined)[] {
  const page = thingPage(frame('fr'), {
    ...thingContent(['<> schema:name "Cabane"@fr', ...statements]),
    dataset: { ...dataset, ...(register !== undefined && { register }) },
    terms: {
      ...terms,
      find: (iri) => {
        const known = REGISTERS[iri];
        return known ? { iri, label: { fr: 'registre', en: 'register' }, register: known } : terms.find(iri);
      },
    },
  });
  return elementsOf(page)
    .filter(({ attributes }) => attributes['rel'] === 'external')
    .map(({ attributes }) => attributes['href']);
}

const RECORD = 'https://www.pop.culture.gouv.fr/notice/museo/M0014';
const IDENTIFIER = '<> <http://purl.org/dc/terms/identifier> "M0014"';

describe('An identifier', () => {
  it('leads to its record by the register of its property, its datatype, its propertyID or its dataset', () => {
    const typed = [
      '<> schema:identifier <#id>',
      '<#id> schema:propertyID <http://www.wikidata.org/entity/P539>',
      '<#id> schema:value "M0014"',
    ];
    expect(external(['<> def:code "M0014"'])).toEqual([RECORD]);
    expect(external(['<> schema:notation "M0014"^^def:CodeDatatype'])).toEqual([RECORD]);
    expect(external(typed)).toContain(RECORD);
    expect(external([IDENTIFIER], 'http://www.wikidata.org/entity/P539')).toEqual([RECORD]);
  });

  it('leads nowhere without a register, or where it is not written as the register says', () => {
    expect(external([IDENTIFIER])).toEqual([]);
    for (const other of ['M001', 'xM0014', 'M0014 ', 'javascript:alert(1)', '../M0014'])
      expect(external([`<> def:code "${other}"`])).toEqual([]);
    expect(external(['<> def:code <http://example.org/M0014>'])).not.toContain(RECORD);
  });

  it('stays on the host of its register, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 250 }), (text) => {
        const literal = JSON.stringify(text.toWellFormed().replace(/["\\\n\r\p{Cc}]/gu, ''));
        for (const address of external([`<> def:any ${literal}`]))
          expect(new URL(address ?? '').origin).toBe('https://any.example');
      }),
      { numRuns: 40 },
    );
  });
});
