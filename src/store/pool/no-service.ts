/** Why a store alone refuses SERVICE. */
export const NO_SERVICE = {
  fr: 'Ce point d’accès n’interroge pas d’autres points d’accès : retirez SERVICE de la requête.',
  en: 'This endpoint does not query other endpoints: remove SERVICE from the query.',
};
