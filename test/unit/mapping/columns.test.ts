import { describe, expect, it } from '@jest/globals';
import { checkColumns } from '../../../src/mapping/index.ts';
import { BASE, mappingOf, ruleOf, run } from './mapping-run.ts';

const X1 = `<${BASE}id/x/1>`;
const NAME = '<http://schema.org/name>';
const ROW = [{ ref: '1', nom: 'Orsay', url: 'http://a.fr/x', date: '1990', 'Nom officiel': 'Musée' }];

/** Objects of the statements that pairs make of the row. */
async function _objects(...pairs: readonly string[]) {
  const { lines } = await run(ruleOf(...pairs), ROW);
  return lines.map((line) => line.replace(`${X1} ${NAME} `, ''));
}

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

  it.each([
    ['an alias of its own', '{ nom: [Intitulle] }', '$(nom)', 'Intitule'],
    ['an alias of another column', '{ titre: [DENOMINATION] }', '$(DENOMINATON)', 'titre'],
    ['the name of another column', '{ titre: [DENOMINATION] }', '$(titer)', 'titre'],
  ])('is refused with the name nearest to %s', (_, declared, reference, near) => {
    const mapping = mappingOf(`columns: ${declared}\n${ruleOf(`- [schema:name, ${reference}]`)}`);
    expect(checkColumns(mapping, ['ref', 'Intitule'])).toMatchObject([
      { remedy: { en: expect.stringContaining(`The nearest is “${near}”`) } },
    ]);
  });

  it('is not looked for in the project’s source where its rule names another', () => {
    const mapping = mappingOf(
      'mappings: { x: { sources: [[a.csv~csv]], s: id:x/$(other), po: [[a, schema:X]] } }',
    );
    expect(checkColumns(mapping, ['ref'])).toEqual([]);
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
