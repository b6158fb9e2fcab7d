/** Who publishes the national bases. */
export const MINISTRY = {
  id: 'https://www.culture.gouv.fr/',
  name: { fr: 'Ministère de la Culture', en: 'French Ministry of Culture' },
} as const;

export const INSEE = {
  id: 'https://www.insee.fr/',
  name: { fr: 'Insee', en: 'Insee (French national statistics office)' },
} as const;
