import { type Language, spaced } from '../model/index.ts';
import type { PlannedColumn } from './draft.ts';
import type { Form } from './known-column.ts';
import { joinedReasons, sureness } from './reasons.ts';
import { callOf, type Object3, quoted, reference } from './terms-text.ts';

/** `« Code postal » : 451 des 451 cellules … Confiance : 99 %.` */
export function commentsOf(
  { column, reasons, confidence }: PlannedColumn,
  language: Language,
): readonly string[] {
  return [evidenceLine([column.name], { said: joinedReasons(reasons, language), confidence }, language)];
}

interface Said {
  readonly said: string;
  readonly confidence: number;
}

/** What columns were concluded to be, and how surely, as one line. */
export function evidenceLine(
  names: readonly string[],
  { said, confidence }: Said,
  language: Language,
): string {
  const [open, close] = QUOTES[language];
  const named = names.map((name) => `${open}${name}${close}`).join(', ');
  return spaced(`${named}${COLON[language]} ${said} ${sureness(confidence, language)}`, language);
}

/** A sentence behind a colon. */
export const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const COLON: Readonly<Record<Language, string>> = { fr: '\u00a0:', en: ':' };

const QUOTES: Readonly<Record<Language, readonly [string, string]>> = {
  fr: ['«\u00a0', '\u00a0»'],
  en: ['“', '”'],
};

/** All values of a column: its cell, or its parts where it is separated. */
export const valuesOf = ({ key, separator }: PlannedColumn): string =>
  separator === undefined ? reference(key) : callOf('cim:split', reference(key), quoted(separator));

/** How each form is written, of an expression that gives the values. */
const FORMS: Readonly<Partial<Record<Form, (values: string) => Object3>>> = {
  html: (values) => ({ call: callOf('cim:htmlToText', values), language: 'fr' }),
  date: (values) => ({ call: callOf('cim:isoDate', values), datatype: 'xsd:date' }),
  'year-within': (values) => ({
    call: callOf('cim:extract', values, quoted('[0-9]{4}')),
    datatype: 'xsd:gYear',
  }),
  web: (values) => ({ call: callOf('cim:webAddress', values), type: 'iri' }),
  commune: (values) => ({ call: callOf('cim:inseeCode', values) }),
  text: (values) => asIs(values, { language: 'fr' }),
  plain: (values) => asIs(values, {}),
  whole: (values) => asIs(values, { datatype: 'xsd:integer' }),
  decimal: (values) => asIs(values, { datatype: 'xsd:decimal' }),
  boolean: (values) => asIs(values, { datatype: 'xsd:boolean' }),
  year: (values) => asIs(values, { datatype: 'xsd:gYear' }),
};

const asIs = (values: string, kind: Pick<Object3, 'language' | 'datatype'>): Object3 =>
  values.startsWith('$(') ? { template: values, ...kind } : { call: values, ...kind };

/** The object of a form; forms that are things of their own are texts here. */
export const textObject = (values: string, form: Form): Object3 =>
  (FORMS[form] ?? FORMS.text ?? PLAIN)(values);

const PLAIN = (values: string): Object3 => ({ template: values });

/** What a form’s values are: for the shape. */
export const VALUE_OF_FORM: Readonly<Record<Form, string>> = {
  text: 'text',
  plain: 'text',
  html: 'text',
  whole: 'xsd:integer',
  decimal: 'xsd:decimal',
  boolean: 'xsd:boolean',
  year: 'xsd:gYear',
  'year-within': 'xsd:gYear',
  date: 'xsd:date',
  span: 'iri',
  web: 'iri',
  commune: 'text',
  notice: 'iri',
  protection: 'iri',
};
