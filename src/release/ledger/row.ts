import { type Bilingual, type Complaint, type Place, placeText, type Withdrawal } from '../../model/index.ts';
import { isIri } from '../../rdf/index.ts';
import type { LedgerPart } from './part.ts';

/** The columns of a `withdrawn.csv`. */
export const COLUMNS = ['uri', 'replaced_by', 'date', 'reason_fr', 'reason_en'] as const;
export type Column = (typeof COLUMNS)[number];

interface RowContext {
  readonly part: LedgerPart;
  readonly base: string;
  readonly place: Place;
}

/** A row of `withdrawn.csv`; its IRI is `*` where it speaks of all others that are gone. */
export interface ReadRow {
  readonly iri: string;
  readonly withdrawal: Omit<Withdrawal, 'iri'>;
  readonly complaints: readonly Complaint[];
}

/** A row as what became of an IRI, and what is wrong with it. */
export function readRow(row: Readonly<Record<Column, string>>, context: RowContext): ReadRow {
  const { date, reason_fr: fr, reason_en: en } = row;
  const { part, place } = context;
  const iri =
    /^(.*\/)?\*$/s.test(row.uri) && fullIri(row.uri, context) === `${part.space}*`
      ? '*'
      : fullIri(row.uri, context);
  const replacedBy = row.replaced_by === '' ? undefined : fullIri(row.replaced_by, context);
  const complaints = [
    iri !== '*' && !isOfPart(iri, part) && strangeIri(place, row.uri, part),
    replacedBy !== undefined && !isTarget(replacedBy) && strangeTarget(place, row.replaced_by),
    !isDay(date) && badDate(place, date),
    replacedBy === undefined && fr === '' && noReason(place, row.uri),
  ];
  return {
    iri,
    withdrawal: { date, ...(replacedBy ? { replacedBy } : {}), reason: { fr, en } },
    complaints: complaints.filter((one) => one !== false),
  };
}

/** A full IRI, one relative to the base (`id/x/1`), or the identifier alone. */
function fullIri(text: string, { base, part }: RowContext): string {
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) return text;
  const path = text.replace(/^\//, '');
  return /^(id|def|dataset)\//.test(path) ? base + path : part.space + path;
}

const isOfPart = (iri: string, { space, dataset }: LedgerPart): boolean =>
  iri === dataset || (iri.startsWith(space) && iri.length > space.length && isIri(iri) && !iri.includes('#'));

const isTarget = (iri: string): boolean => /^https?:\/\/[^/]/.test(iri) && isIri(iri);

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  );
}

const strangeIri = (place: Place, uri: string, { space }: LedgerPart): Complaint => ({
  place,
  found: {
    fr: `« ${uri} » n’est pas une adresse de ${space}.`,
    en: `“${uri}” is not an address of ${space}.`,
  },
  remedy: {
    fr: 'Donnez dans « uri » l’identifiant, ou l’adresse entière sans fragment, caractères interdits encodés (%20).',
    en: 'Give in “uri” the identifier, or the whole address without fragment, forbidden characters encoded (%20).',
  },
});

const strangeTarget = (place: Place, target: string): Complaint => ({
  place,
  found: {
    fr: `« ${target} », dans « replaced_by », ne peut pas être une adresse.`,
    en: `“${target}” in “replaced_by” cannot be an address.`,
  },
  remedy: {
    fr: 'Donnez un identifiant du même jeu de données, une adresse d’ici (id/…) ou une adresse http(s) entière.',
    en: 'Give an identifier of the same dataset, an address from here (id/…) or a whole http(s) address.',
  },
});

const badDate = (place: Place, date: string): Complaint => ({
  place,
  found:
    date === ''
      ? { fr: 'La date manque.', en: 'The date is missing.' }
      : { fr: `« ${date} » n’est pas un jour.`, en: `“${date}” is not a day.` },
  remedy: {
    fr: 'Écrivez dans « date » le jour du retrait, année en tête : 2026-11-22.',
    en: 'Write in “date” the day of the withdrawal, year first: 2026-11-22.',
  },
});

const noReason = (place: Place, uri: string): Complaint => ({
  place,
  found: {
    fr: `« ${uri} » est retirée sans raison.`,
    en: `“${uri}” is withdrawn without a reason.`,
  },
  remedy: {
    fr: 'Dites pourquoi dans « reason_fr », ou ce qui la remplace dans « replaced_by ».',
    en: 'Say why in “reason_fr”, or what replaces it in “replaced_by”.',
  },
});

export const repeatedRow = (place: Place, iri: string, before: Place): Complaint => ({
  place,
  found: {
    fr: `« ${iri} » a déjà une ligne (${placeText(before)}).`,
    en: `“${iri}” has a row already (${placeText(before)}).`,
  },
  remedy: { fr: 'Gardez-en une.', en: 'Keep one of them.' },
});

export const unknownColumn = (file: string, column: string): Complaint => ({
  place: { file, line: 1 },
  found: { fr: `La colonne « ${column} » n’existe pas.`, en: `There is no column “${column}”.` },
  remedy: HEADER,
});

export const noColumn = (file: string): Complaint => ({
  place: { file, line: 1 },
  found: { fr: 'La colonne « uri » manque.', en: 'The column “uri” is missing.' },
  remedy: HEADER,
});

export const tooLarge = (file: string): Complaint => ({
  place: { file },
  found: { fr: 'La table dépasse 64 Mio.', en: 'The table is larger than 64 MiB.' },
  remedy: {
    fr: 'Une ligne dont « uri » est « * » vaut pour toutes les adresses qui disparaissent.',
    en: 'A row whose “uri” is “*” speaks for all addresses that disappear.',
  },
});

const HEADER: Bilingual = {
  fr: `La première ligne est : ${COLUMNS.join(',')}.`,
  en: `The first line is: ${COLUMNS.join(',')}.`,
};
