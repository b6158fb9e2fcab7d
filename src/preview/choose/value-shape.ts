/** Characters of a cell that its shape is made of. */
const READ = 48;
/** Signs of a shape: what is longer is a text like any other. */
const LONGEST = 12;

const DIGIT = '9';
const CAPITAL = 'A';
const SMALL = 'a';

/**
 * What a cell looks like: letters and digits by kind, runs of them as one, all other signs as they are. `1887` and `12` are
 * both `9`, `2A004` is `9A9`, `XIXe siècle` is `Aa a`. Long texts look alike: `…`.
 */
export function valueShape(cell: string): string {
  const { length } = cell;
  if (length > READ) return '…';
  let shape = '';
  let last = '';
  for (let at = 0; at < length; at++) {
    const sign = signOf(cell, at);
    if (sign === last && sign !== '' && isRun(sign)) continue;
    if (shape.length >= LONGEST) return '…';
    shape += sign;
    last = sign;
  }
  return shape;
}

const isRun = (sign: string): boolean => sign === DIGIT || sign === CAPITAL || sign === SMALL;

function signOf(cell: string, at: number): string {
  const code = cell.charCodeAt(at);
  if (code >= 48 && code <= 57) return DIGIT;
  if (code >= 65 && code <= 90) return CAPITAL;
  if (code >= 97 && code <= 122) return SMALL;
  const character = cell[at] ?? '';
  if (code < 192) return character;
  if (character !== character.toLowerCase()) return CAPITAL;
  return character === character.toUpperCase() ? character : SMALL;
}
