import type { Complaint } from '../../model/index.ts';
import { type LedgerSurvey, MOST_NAMED } from './survey.ts';

/** Rows about what is described all the same. */
export function refuseAlive({ alive, declared }: LedgerSurvey): readonly Complaint[] {
  return alive.slice(0, MOST_NAMED).flatMap(({ iri }) => {
    const row = declared.rows.get(iri);
    return row ? [{ place: row.place, ...isAlive(iri, alive.length) }] : [];
  });
}

/** Rows about what no release ever published. */
export function refuseUnknown({ unknown, declared }: LedgerSurvey): readonly Complaint[] {
  return unknown.slice(0, MOST_NAMED).flatMap((iri) => {
    const row = declared.rows.get(iri);
    return row ? [{ place: row.place, ...isUnknown(iri, unknown.length) }] : [];
  });
}

const isAlive = (iri: string, count: number): Pick<Complaint, 'found' | 'remedy'> => ({
  found: {
    fr: `« ${iri} » est déclarée disparue, et les données la décrivent.${others(count).fr}`,
    en: `“${iri}” is declared as gone, and the data describe it.${others(count).en}`,
  },
  remedy: {
    fr: 'Si elle revient, retirez cette ligne ; sinon, retirez-la de la source.',
    en: 'If it comes back, remove this row; otherwise remove it from the source.',
  },
});

const isUnknown = (iri: string, count: number): Pick<Complaint, 'found' | 'remedy'> => ({
  found: {
    fr: `« ${iri} » n’a jamais été publiée.${others(count).fr}`,
    en: `“${iri}” was never published.${others(count).en}`,
  },
  remedy: {
    fr: 'Vérifiez l’identifiant, ou retirez cette ligne.',
    en: 'Check the identifier, or remove this row.',
  },
});

/** Said where not all of them are told. */
const others = (count: number) =>
  count > MOST_NAMED
    ? { fr: ` ${count} lignes sont dans ce cas.`, en: ` ${count} rows are like this.` }
    : { fr: '', en: '' };
