import { jocondeId, merimeeId, museofileId, palissyId } from './readings.ts';
import { isAddress, isEmail, isPhone } from './value-forms.ts';

/** Forms that nothing but one value of its kind has: two of them in a cell are two values, however seldom they recur. */
const FORMS: readonly ((part: string) => boolean)[] = [
  (part) => /^(?:https?:\/\/|www\.)/i.test(part) && isAddress(part),
  isEmail,
  isPhone,
  (part) => merimeeId(part) !== undefined || palissyId(part) !== undefined,
  (part) => museofileId(part) !== undefined,
  (part) => /^(?=.*[A-Z])[\dA-Z-]{11,12}$/.test(part) && jocondeId(part) !== undefined,
];

const SAMPLE = 100;
const LEAST = 0.9;

/** Whether the parts of cells are, nearly all, addresses, telephones or references of one register. */
export function areAlike(parts: readonly string[]): boolean {
  const some = parts.slice(0, SAMPLE);
  return FORMS.some((reads) => some.filter(reads).length >= some.length * LEAST);
}
