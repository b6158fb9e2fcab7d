import type { Bilingual } from '../model/index.ts';
import { search } from '../rdf/index.ts';

/** What is wrong with `SERVICE <base>search { … }`, and what to write. */
const EXAMPLE = '{ ?x search:query "château" ; search:score ?score }';

export const VARIABLE_TEXT: Bilingual = {
  fr: 'search:query (ou search:said) attend un texte, par exemple "château" : les mots sont cherchés avant que la requête ne commence, quand aucune variable n’a encore de valeur.',
  en: 'search:query (or search:said) expects a text, "château" for example: words are searched before the query begins, when no variable has a value yet.',
};

export const SUBJECT: Bilingual = {
  fr: `Le sujet d’une recherche est une variable : ${EXAMPLE}.`,
  en: `The subject of a search is a variable: ${EXAMPLE}.`,
};

export const MISPLACED: Bilingual = {
  fr: 'Les accolades d’une recherche ne contiennent que ses propriétés, FILTER et BIND : écrivez le reste au-dehors.',
  en: 'The braces of a search hold its properties, FILTER and BIND only: write the rest outside.',
};

export const notASearch: Bilingual = {
  fr: `Une recherche demande search:query, search:said ou search:near : ${EXAMPLE}.`,
  en: `A search needs search:query, search:said or search:near: ${EXAMPLE}.`,
};

export const SAID_ALONE: Bilingual = {
  fr: 'search:said cherche dans tous les textes et ne se combine ni avec search:query ni avec search:near : écrivez deux recherches.',
  en: 'search:said looks in all texts and cannot be combined with search:query or search:near: write two searches.',
};

export const twice = (what: string): Bilingual => ({
  fr: `${what} est écrit deux fois dans une recherche : gardez-en un.`,
  en: `${what} is written twice in a search: keep one.`,
});

export const unknownProperty = (iri: string): Bilingual => ({
  fr: `${told(iri, 'Ce chemin')} n’est pas une propriété de recherche. Il y a search:${NAMES} (PREFIX search: <${search.namespace}>) ; écrivez le reste hors de ses accolades.`,
  en: `${told(iri, 'This path')} is not a property of search. There are search:${NAMES} (PREFIX search: <${search.namespace}>); write the rest outside its braces.`,
});

const told = (iri: string, otherwise: string): string => (iri === '' ? otherwise : `<${iri}>`);

const NAMES = 'query, said, near, limit, score, label, kilometres';

export const notConstant = (term: string, example: string): Bilingual => ({
  fr: `search:${term} attend une constante, par exemple search:${term} ${example}.`,
  en: `search:${term} expects a constant, search:${term} ${example} for example.`,
});

export const notVariable = (term: string): Bilingual => ({
  fr: `search:${term} attend une variable, par exemple search:${term} ?${term}.`,
  en: `search:${term} expects a variable, search:${term} ?${term} for example.`,
});

export const outOfBounds = (term: string, bounds: string): Bilingual => ({
  fr: `search:${term} est hors des bornes : ${bounds}.`,
  en: `search:${term} is out of bounds: ${bounds}.`,
});

export const tooManyFound = (most: number): Bilingual => ({
  fr: `La recherche trouve plus de ${most.toLocaleString('fr')} choses, et n’en donne pas une partie sans le dire : précisez-la, ou ajoutez search:limit ${most} pour les meilleures.`,
  en: `The search finds more than ${most.toLocaleString('en')} things and does not give a part of them without saying so: narrow it, or add search:limit ${most} for the best.`,
});

export const NO_SEARCH: Bilingual = {
  fr: 'La recherche n’est pas disponible dans les requêtes de ce site.',
  en: 'Search is not available in queries of this site.',
};

export const tooManyThings = (most: number): Bilingual => ({
  fr: `Une recherche porte sur ${most} variables au plus.`,
  en: `A search is for ${most} variables at most.`,
});
