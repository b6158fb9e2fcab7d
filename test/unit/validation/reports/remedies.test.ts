import { describe, expect, it } from '@jest/globals';
import { type FaultyCell, remedyText, suggestedValues } from '../../../../src/validation/index.ts';

const missing = { component: 'MinCountConstraintComponent', row: 1 };
const several = { component: 'MaxCountConstraintComponent', row: 1, sheetRow: 2, column: 'Date' };
const pattern = {
  component: 'PatternConstraintComponent',
  row: 1,
  column: 'REF',
  value: 'x',
  suggestions: ['M1234'],
};

describe('A remedy', () => {
  it.each<[string, FaultyCell, string]>([
    ['an empty cell', { ...missing, column: 'TICO', cell: ' ' }, 'Remplissez « TICO ».'],
    [
      'one of several empty cells',
      { ...missing, column: 'A', cell: '', otherColumns: ['B'] },
      'Remplissez « A » ou « B ».',
    ],
    [
      'a cell that gave nothing',
      { ...missing, column: 'Date', cell: 'v. 1850' },
      'Ce que contient « Date » n’a pas été compris : récrivez-le, ou complétez le mapping.',
    ],
    [
      'a column that is not there',
      { ...missing, missingColumns: ['DPT'] },
      'La source n’a pas de colonne « DPT » : ajoutez-la, ou dites son nom dans le mapping (columns).',
    ],
    [
      'what no column makes',
      missing,
      'Aucune colonne de la source ne donne cette information : complétez la source et le mapping.',
    ],
    ['what was not located', { component: missing.component }, 'Complétez la source.'],
    ['several values in a cell', { ...several, cell: '1;2' }, 'Ne gardez qu’une valeur dans « Date ».'],
    [
      'rows that contradict each other, each text once',
      {
        ...several,
        cell: '1850',
        alsoRows: [
          { row: 5, cell: '1850 ' },
          { row: 7, cell: '1851' },
          { row: 8, cell: '' },
        ],
      },
      'Accordez « Date » entre les lignes qui nomment la même chose (2 : « 1850 » ; 7 : « 1851 ») ou, si ce sont deux choses, corrigez l’identifiant de l’une.',
    ],
    ['a wrong form', { ...pattern, cell: 'x' }, 'Corrigez « REF » (par exemple « M1234 »).'],
    ['a value that is made of something else', { ...pattern, cell: '48, 2' }, 'Corrigez « REF ».'],
    [
      'a term outside a list',
      { ...pattern, component: 'InConstraintComponent', cell: 'X', suggestions: ['a', 'b'] },
      'Corrigez « REF » (valeurs possibles : « a » ou « b »).',
    ],
    [
      'a property that is not provided for',
      { ...pattern, component: 'ClosedConstraintComponent' },
      'Retirez « REF », ou ajoutez la propriété à la forme.',
    ],
    [
      'a link to what is left out itself',
      { ...pattern, cell: 'P2', value: 'http://e.org/id/places/P2', leftOut: true },
      '« P2 » n’est pas publié, parce qu’il est lui-même à corriger : commencez par lui.',
    ],
    ['a constraint that is not known', { component: 'OtherConstraintComponent' }, 'Corrigez la source.'],
  ])('for %s', (_, fault, french) => {
    expect(remedyText(fault, 'fr')).toBe(french);
    expect(remedyText(fault, 'en')).not.toBe(french);
  });

  it('does not let a cell command the terminal', () => {
    const rows = [{ row: 3, cell: '\u001b[2J' }];
    expect(remedyText({ ...several, cell: 'a', alsoRows: rows }, 'en')).not.toContain('\u001b');
  });
});

describe('Values to write', () => {
  it('are not told where the cell does not hold the value itself', () => {
    expect(suggestedValues({ ...pattern, cell: 'x y' })).toEqual(['M1234']);
    expect(suggestedValues({ ...pattern, cell: '48, 2' })).toEqual([]);
  });
});
