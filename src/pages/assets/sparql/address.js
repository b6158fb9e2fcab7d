// @ts-check

/** Queries beyond this, encoded, stand in the fragment, which no server and no proxy has to carry. */
const LONGEST_SEARCH = 6000;

/**
 * What an address of the query page says.
 * @param {{ search: string, hash: string }} address
 */
export function readAddress({ search, hash }) {
  const asked = new URLSearchParams(search);
  const own = new URLSearchParams(hash.replace(/^#/, ''));
  return { query: own.get('query') ?? asked.get('query') ?? '', view: own.get('view') ?? undefined };
}

/**
 * The address that says it: `/sparql?query=…`, with `#view=…` where another view than the first is shown.
 * @param {{ query: string, view?: string | undefined, language?: string | undefined }} state `language` where it was chosen
 */
export function writeAddress({ query, view, language }) {
  const isLong = isLongQuery(query);
  const search = new URLSearchParams({
    ...(query.trim() === '' || isLong ? {} : { query }),
    ...(language ? { lang: language } : {}),
  });
  const hash = new URLSearchParams({ ...(isLong ? { query } : {}), ...(view ? { view } : {}) });
  return `/sparql${search.size > 0 ? `?${search}` : ''}${hash.size > 0 ? `#${hash}` : ''}`;
}

/** @param {string} query */
export const isLongQuery = (query) => encodeURIComponent(query).length > LONGEST_SEARCH;
