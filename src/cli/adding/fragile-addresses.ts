import type { Draft } from '../../drafting/index.ts';
import type { Bilingual } from '../../model/index.ts';

/** That addresses may not last is said aloud; undefined where they will. */
export const fragility = ({ isFragile, subject }: Draft): Bilingual | undefined =>
  isFragile ? (subject === 'hash' ? HASHED : FRAGILE) : undefined;

const HASHED: Bilingual = {
  fr: 'Attention : aucune colonne ne nomme les enregistrements. Les adresses sont des empreintes du contenu : la moindre correction en fait une autre, et l’ancienne est perdue. Ne les imprimez pas avant d’avoir une colonne d’identifiants stables ; recommencez alors avec --id.',
  en: 'Beware: no column names the records. Addresses are hashes of the content: the least correction makes another one, and the old one is lost. Do not print them before you have a column of stable identifiers; then begin again with --id.',
};

const FRAGILE: Bilingual = {
  fr: 'Attention : l’identifiant proposé est le moins mauvais. S’il est corrigé, l’adresse change et l’ancienne est perdue. Ne l’imprimez pas avant d’avoir une colonne d’identifiants stables ; recommencez alors avec --id.',
  en: 'Beware: the proposed identifier is the least bad. Where it is corrected the address changes, and the old one is lost. Do not print it before you have a column of stable identifiers; then begin again with --id.',
};
