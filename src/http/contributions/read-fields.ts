import type { Bilingual, ContributionKind } from '../../model/index.ts';
import { type ContributionField, FIELDS, type FieldName, type FormFault, TRAP } from '../../pages/index.ts';
import { isIri } from '../../rdf/index.ts';
import type { Form } from '../form.ts';
import { firstValue } from './read-form.ts';

/** What was typed: to be kept where nothing is wrong with it, to be shown again where something is. */
export interface ReadFields {
  readonly values: Readonly<Partial<Record<FieldName | typeof TRAP, string>>>;
  readonly faults: readonly FormFault[];
}

/** Reads the fields of a form, each within its bounds. What cannot be seen is taken out; nothing else is changed. */
export function readFields(kind: ContributionKind, form: Form): ReadFields {
  const read = FIELDS[kind].map((field) => ({ field, value: tidied(firstValue(form, field.name), field) }));
  const trap = firstValue(form, TRAP);
  return {
    values: {
      ...Object.fromEntries(read.map(({ field, value }) => [field.name, value])),
      ...(trap !== '' && { [TRAP]: trap.slice(0, LONGEST_TRAP) }),
    },
    faults: [
      ...read.flatMap(({ field, value }) => {
        const text = faultOf(value, field);
        return text ? [{ field: field.name, text }] : [];
      }),
      ...(trap === '' ? [] : [{ field: TRAP, text: NOT_EMPTY } as const]),
    ],
  };
}

/** The values that hold something. */
export const filledValues = ({ values }: ReadFields): Readonly<Partial<Record<FieldName, string>>> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== '' && name !== TRAP));

const LONGEST_TRAP = 200;

/** Controls, what turns the direction of writing, what no text may hold: none of it was typed by a person. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/g;

function tidied(text: string, { control }: ContributionField): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(UNSEEN, '').normalize('NFC').trim();
  return control === 'area' ? plain : plain.replace(/\s+/g, ' ');
}

function faultOf(
  value: string,
  { control, isRequired, most, label }: ContributionField,
): Bilingual | undefined {
  if (value === '') return isRequired ? missing(label) : undefined;
  if (value.length > most) return tooLong(label, value.length, most);
  if (control === 'address' && !isAddress(value)) return NO_ADDRESS;
  return control === 'email' && !EMAIL.test(value) ? NO_EMAIL : undefined;
}

/** Of the Web, without credentials, and such that it can stand in RDF. */
function isAddress(text: string): boolean {
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text) || !isIri(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname.includes('.');
}

const EMAIL =
  /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u;

const missing = ({ fr, en }: Bilingual): Bilingual => ({
  fr: `À remplir : « ${fr} »`,
  en: `To be filled in: “${en}”`,
});

const tooLong = ({ fr, en }: Bilingual, length: number, most: number): Bilingual => ({
  fr: `Trop long : « ${fr} », ${length} caractères pour ${most} au plus`,
  en: `Too long: “${en}”, ${length} characters where ${most} are the most`,
});

const NO_ADDRESS: Bilingual = {
  fr: 'L’adresse doit commencer par http:// ou https:// et mener à un site, par exemple https://exemple.fr/page',
  en: 'The address must begin with http:// or https:// and lead to a site, https://example.org/page for instance',
};

const NO_EMAIL: Bilingual = {
  fr: 'L’adresse électronique n’en est pas une ; par exemple nom@exemple.fr',
  en: 'The e-mail address is none; for instance name@example.org',
};

const NOT_EMPTY: Bilingual = {
  fr: 'Ce champ doit rester vide : videz-le, puis envoyez de nouveau.',
  en: 'This field must stay empty: empty it, then send again.',
};
