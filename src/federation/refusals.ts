import type { Bilingual } from '../model/index.ts';

/** Why a SERVICE is not asked, and the way out. */
export const notAllowed = (iri: string, base: string): Bilingual => ({
  fr: `SERVICE <${iri}> n’est pas permis ici. Celui qui publie ce site peut l’ajouter à queries/services.yml${RUN_ELSEWHERE.fr} ; SERVICE <${base}search> cherche dans ce site.`,
  en: `SERVICE <${iri}> is not allowed here. Whoever publishes this site may add it to queries/services.yml${RUN_ELSEWHERE.en}; SERVICE <${base}search> searches this site.`,
});

const RUN_ELSEWHERE: Bilingual = {
  fr: ', ou posez la requête à cet autre point d’accès, avec SERVICE vers celui-ci',
  en: ', or ask that other endpoint, with SERVICE to this one',
};

export const VARIABLE_ENDPOINT: Bilingual = {
  fr: 'SERVICE suivi d’une variable n’est pas accepté : seuls des points d’accès connus d’avance sont interrogés. Écrivez leur adresse, avec UNION s’il y en a plusieurs.',
  en: 'SERVICE followed by a variable is not accepted: only endpoints known beforehand are asked. Write their address, with UNION where there are several.',
};

export const MISREAD: Bilingual = {
  fr: 'La place de SERVICE dans la requête n’a pas pu être déterminée. Écrivez les caractères eux-mêmes à la place des échappements \\u.',
  en: 'The place of SERVICE in the query could not be told. Write the characters themselves in place of \\u escapes.',
};

export const tooManyRequests = (most: number): Bilingual => ({
  fr: `La requête demanderait plus de ${most} demandes à d’autres points d’accès : restreignez ce qui leur est joint, par exemple par LIMIT dans une sous-requête.`,
  en: `The query would need more than ${most} requests to other endpoints: narrow what is joined with them, by LIMIT in a subquery for example.`,
});

export const unwritable = (said: string): Bilingual => ({
  fr: `Sa réponse contient un terme qui ne peut pas être écrit dans une requête : ${said}`,
  en: `Its answer holds a term that cannot be written in a query: ${said}`,
});

export const tooLong = (most: number): Bilingual => ({
  fr: `Une requête avec SERVICE compte ${most.toLocaleString('fr')} caractères au plus.`,
  en: `A query with SERVICE has at most ${most.toLocaleString('en')} characters.`,
});

export const tooManyServices = (most: number): Bilingual => ({
  fr: `La requête contient plus de ${most} SERVICE : réunissez ce qui est demandé au même, ou posez plusieurs requêtes.`,
  en: `The query holds more than ${most} SERVICE: put together what the same is asked, or ask several queries.`,
});
