import type { Bilingual } from '../../model/index.ts';

/** A store by itself asks no other. */
export const NO_SERVICE: Bilingual = {
  fr: 'Ce point d’accès n’interroge pas d’autres points d’accès : retirez SERVICE de la requête.',
  en: 'This endpoint does not query other endpoints: remove SERVICE from the query.',
};
