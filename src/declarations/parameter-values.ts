import { type Bilingual, type ParameterType, type QueryParameter, thingSpace } from '../model/index.ts';
import { IRI_UNRESERVED, isIri, xsd } from '../rdf/index.ts';
import type { ParameterTerm } from '../sparql/index.ts';

/** What was written for a parameter, as a term; or not one of its values. */
export type ParameterValue =
  | { readonly kind: 'term'; readonly term: ParameterTerm }
  | { readonly kind: 'refused' };

type Reading = (written: string) => ParameterTerm | undefined;

const LONGEST = 1000;
const REFUSED: ParameterValue = { kind: 'refused' };

/** Reads a value as it stands in an address or as a default. */
export function readParameterValue(parameter: QueryParameter, written: string, base: string): ParameterValue {
  if (written.length > LONGEST || !written.isWellFormed()) return REFUSED;
  if (parameter.choices && !parameter.choices.includes(written)) return REFUSED;
  const term = readingOf(parameter, base)(written);
  return term && isWithin(parameter, written) ? { kind: 'term', term } : REFUSED;
}

function readingOf({ type, dataset }: QueryParameter, base: string): Reading {
  if (type !== 'iri') return READINGS[type];
  return dataset === undefined ? anyIri : thingIn(thingSpace(base, dataset));
}

const literal =
  (pattern: RegExp, datatype?: string): Reading =>
  (text) =>
    pattern.test(text) ? { text, ...(datatype === undefined ? {} : { datatype }) } : undefined;

const READINGS: Readonly<Record<Exclude<ParameterType, 'iri'>, Reading>> = {
  string: literal(/\S/),
  integer: literal(/^[+-]?\d{1,15}$/, xsd.integer),
  decimal: literal(/^[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})$/, xsd.decimal),
  date: (text) => (isDate(text) ? { text, datatype: xsd.date } : undefined),
  year: literal(/^-?\d{4}$/, xsd.gYear),
  language: literal(/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i),
  boolean: literal(/^(?:true|false)$/, xsd.boolean),
};

function isDate(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const anyIri: Reading = (iri) => (isIri(iri) ? { iri } : undefined);

const TO_ENCODE = new RegExp(`[^${IRI_UNRESERVED}/]`, 'gu');

/** An IRI of the dataset, or the identifier of one of its things. */
const thingIn =
  (space: string): Reading =>
  (written) => {
    const iri = written.startsWith(space) ? written : space + written.replace(TO_ENCODE, encodeURIComponent);
    const isElsewhere = /^[a-z][a-z0-9+.-]*:\/\//i.test(written) && !written.startsWith(space);
    return isIri(iri) && iri !== space && !isElsewhere ? { iri } : undefined;
  };

const NUMBERS: ReadonlySet<ParameterType> = new Set(['integer', 'decimal', 'year']);

/** Dates are compared as texts: they have one length. */
function isWithin({ type, minimum, maximum }: QueryParameter, written: string): boolean {
  const value = NUMBERS.has(type) ? Number : String;
  const isBelow = minimum !== undefined && value(written) < value(minimum);
  return !isBelow && !(maximum !== undefined && value(written) > value(maximum));
}

/** What a parameter takes, to stand after “is accepted:”. */
export function acceptedValues({ type, dataset, choices, minimum, maximum }: QueryParameter): Bilingual {
  if (choices) return { fr: `un de ${choices.join(', ')}`, en: `one of ${choices.join(', ')}` };
  if (dataset !== undefined)
    return {
      fr: `l’identifiant d’une ressource du jeu « ${dataset} », ou son IRI`,
      en: `the identifier of a thing of the dataset “${dataset}”, or its IRI`,
    };
  const kind = ACCEPTED[type];
  const from =
    minimum === undefined ? { fr: '', en: '' } : { fr: `, à partir de ${minimum}`, en: `, from ${minimum}` };
  const to =
    maximum === undefined ? { fr: '', en: '' } : { fr: `, jusqu’à ${maximum}`, en: `, up to ${maximum}` };
  return { fr: kind.fr + from.fr + to.fr, en: kind.en + from.en + to.en };
}

const ACCEPTED: Readonly<Record<ParameterType, Bilingual>> = {
  iri: { fr: 'un IRI absolu', en: 'an absolute IRI' },
  string: { fr: `un texte de ${LONGEST} caractères au plus`, en: `a text of at most ${LONGEST} characters` },
  integer: { fr: 'un nombre entier', en: 'a whole number' },
  decimal: { fr: 'un nombre, avec un point décimal', en: 'a number, with a decimal point' },
  date: { fr: 'un jour (2026-11-22)', en: 'a day (2026-11-22)' },
  year: { fr: 'une année en quatre chiffres', en: 'a year in four digits' },
  language: { fr: 'un code de langue (fr)', en: 'a language tag (fr)' },
  boolean: { fr: 'true ou false', en: 'true or false' },
};
