import { type FunctionDescription, reading } from '../function.ts';
import { inseeCode, jocondeId, merimeeId, museofileId, palissyId } from '../identifiers.ts';
import { cim, type Example, MISSES, VALUE } from '../namespaces.ts';

const WRONG = 'not-an-identifier';

const checked = (
  name: string,
  [fr, en]: readonly [string, string],
  read: (value: string) => string | undefined,
  examples: readonly Example[],
): FunctionDescription => cim(name, fr, en, [VALUE, MISSES], reading(WRONG, read), examples);

export const IDENTIFIERS: readonly FunctionDescription[] = [
  checked(
    'museofileId',
    ['Un identifiant Muséofile, vérifié.', 'A Muséofile identifier, checked.'],
    museofileId,
    [
      [{ value: ' m0410' }, 'M0410'],
      [{ value: 'M5058-01' }, 'M5058-01'],
      [{ value: '0410' }, [], WRONG],
    ],
  ),
  checked(
    'jocondeId',
    ['Un identifiant de notice Joconde, vérifié.', 'A Joconde record identifier, checked.'],
    jocondeId,
    [
      [{ value: '000DE021526' }, '000DE021526'],
      [{ value: 'M0354000123' }, 'M0354000123'],
      [{ value: 'inv. 12' }, [], WRONG],
    ],
  ),
  checked(
    'merimeeId',
    ['Une référence Mérimée (PA, IA, EA), vérifiée.', 'A Mérimée reference (PA, IA, EA), checked.'],
    merimeeId,
    [
      [{ value: 'pa 00114985' }, 'PA00114985'],
      [{ value: 'PA2A000010' }, 'PA2A000010'],
      [{ value: ['PM31000123', 'PA0011498'] }, [], WRONG, WRONG],
    ],
  ),
  checked(
    'palissyId',
    ['Une référence Palissy (PM, IM, EM), vérifiée.', 'A Palissy reference (PM, IM, EM), checked.'],
    palissyId,
    [
      [{ value: 'PM31000123' }, 'PM31000123'],
      [{ value: 'PA00114985', misses: 'quiet' }, []],
    ],
  ),
  cim(
    'inseeCode',
    'Le code Insee d’une commune ; le zéro que les tableurs perdent est rendu.',
    'The INSEE code of a commune; the zero that spreadsheets lose is given back.',
    [VALUE, MISSES],
    reading('not-an-insee-code', inseeCode),
    [
      [{ value: ['1001', ' 2b033 '] }, ['01001', '2B033']],
      [{ value: '67210 et 67140' }, [], 'not-an-insee-code'],
    ],
  ),
];
