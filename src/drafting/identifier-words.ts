import { type Bilingual, spaced } from '../model/index.ts';
import type { DraftRequest } from './draft.ts';
import { proposedAs } from './proposed-identifier.ts';
import { sureness } from './reasons.ts';
import type { Subject } from './subject.ts';
import { comment } from './yaml-text.ts';

/** What names a record, and what to know of it. */
export function identifierLines(request: DraftRequest, { kind }: Subject): readonly string[] {
  const { profile, answers, language } = request;
  const { duplicated, duplicates, refused } = profile.identifiers;
  const proposed = proposedAs(answers.identifier, profile.identifiers);
  const found =
    kind === 'hash'
      ? HASHED[language]
      : proposed !== undefined
        ? `${proposed.evidence[language]} ${sureness(proposed.confidence, language)}`
        : CHOSEN[language];
  const weak = proposed !== undefined && proposed.confidence < 0.6 ? WEAK[language] : undefined;
  // Duplicates are known of the proposed identifier only.
  const doubles =
    proposed === undefined || duplicated.values === 0 ? undefined : doubled(duplicated, duplicates)[language];
  const refusals = refused
    .slice(0, 3)
    .map(({ columns, reason }) => spaced(`${columns.join(' + ')} : ${reason[language]}`, language));
  return [found, weak, doubles, ...refusals]
    .filter((one) => one !== undefined)
    .flatMap((text) => comment(spaced(text, language)));
}

const WEAK: Bilingual = {
  fr: 'Faute de mieux : rien ici n’est fait pour nommer un enregistrement. Demandez au producteur une colonne d’identifiants stables avant d’imprimer une adresse.',
  en: 'For want of a better: nothing here is made to name a record. Ask the producer for a column of stable identifiers before you print an address.',
};

const CHOSEN: Bilingual = {
  fr: 'Identifiant choisi par vous, ou connu pour ce genre de fichier.',
  en: 'An identifier that you chose, or that is known for such files.',
};
const HASHED: Bilingual = {
  fr: 'Aucune colonne ne nomme les enregistrements\u00a0: l’adresse est faite d’une empreinte de leur contenu. Elle est fragile\u00a0: la moindre correction la change. Demandez au producteur une colonne d’identifiants stables.',
  en: 'No column names the records: addresses are made of a hash of their content. They are fragile: the least correction changes them. Ask the producer for a column of stable identifiers.',
};

type Search = DraftRequest['profile']['identifiers'];

function doubled({ values, records }: Search['duplicated'], duplicates: Search['duplicates']): Bilingual {
  const shown = duplicates.slice(0, 5);
  const rows = (lines: readonly number[]) => lines.slice(0, 10).join(', ');
  return {
    fr: `${values > 1 ? `${values} identifiants sont portés` : 'Un identifiant est porté'} par plusieurs enregistrements (${records} de trop)\u00a0: ${shown.map(({ value, rows: at }) => `${value} (enregistrements ${rows(at)})`).join(', ')}. Ces enregistrements ne font qu’une chose\u00a0; si leurs noms diffèrent, elle n’est pas publiée et le rapport le dit.`,
    en: `${values > 1 ? `${values} identifiers are borne` : 'One identifier is borne'} by several records (${records} too many): ${shown.map(({ value, rows: at }) => `${value} (records ${rows(at)})`).join(', ')}. These records make one thing; where their names differ it is not published, and the report says so.`,
  };
}

/** Things left out for their doubled identifiers are not to hold the whole back. */
export function limitLines(request: DraftRequest): readonly string[] {
  const { profile, answers, language } = request;
  if (proposedAs(answers.identifier, profile.identifiers) === undefined) return [];
  const { values, records } = profile.identifiers.duplicated;
  const things = Math.max(1, profile.records - records);
  const share = values / things;
  if (share <= NEAR_LIMIT) return [];
  const limit = Math.min(1, Math.ceil((share + 0.02) * 100) / 100);
  return [...comment(LIMIT[language]), `quarantineLimit: ${limit}`];
}

const NEAR_LIMIT = 0.03;
const LIMIT: Bilingual = {
  fr: 'Les identifiants doublés font laisser de côté plus de choses que la limite habituelle (5\u00a0%)\u00a0: baissez ce chiffre quand la source sera corrigée.',
  en: 'Doubled identifiers make more things be left out than the usual limit (5%): lower this figure when the source is corrected.',
};
