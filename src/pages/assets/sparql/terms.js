// @ts-check
import { folded } from '../common/element.js';

/** Beyond this a list helps nobody. */
const MOST = 60;

/**
 * @typedef {{ iri: string, label?: string, count: number }} Term a class or property of the data
 * @typedef {Term & { written: string, local: string, words: string }} KnownTerm
 */

/**
 * Terms made ready to be found by what is typed.
 * @param {readonly Term[]} terms
 * @param {Record<string, string>} prefixes
 * @returns {readonly KnownTerm[]}
 */
export const prepared = (terms, prefixes) =>
  terms.map((term) => ({
    ...term,
    written: shrunk(term.iri, prefixes).text,
    local: folded(/[^/#:]*$/.exec(term.iri)?.[0] ?? ''),
    words: folded(term.label ?? ''),
  }));

/**
 * The terms that may be meant, the likeliest first; all, by use, where nothing is typed.
 * @param {readonly KnownTerm[]} terms
 * @param {string} typed `schema:na`, `<http://…`, a word of a label
 */
export function matching(terms, typed) {
  const rated = terms.map((term) => ({ term, rank: rankOf(term, typed) })).filter(({ rank }) => rank > 0);
  rated.sort((a, b) => b.rank - a.rank || b.term.count - a.term.count);
  return rated.slice(0, MOST).map(({ term }) => term);
}

function rankOf({ iri, written, local, words }, typed) {
  if (typed === '') return 1;
  if (typed.startsWith('<')) return iri.startsWith(typed.slice(1).replace(/>$/, '')) ? 5 : 0;
  const word = folded(typed);
  if (folded(written).startsWith(word)) return 6;
  const colon = word.indexOf(':');
  const prefix = colon < 0 ? '' : word.slice(0, colon + 1);
  if (!folded(written).startsWith(prefix)) return 0;
  const rest = word.slice(prefix.length);
  if (local.startsWith(rest)) return 5;
  if (words.startsWith(rest)) return 4;
  if (words.split(/[\s’'-]+/).some((one) => one.startsWith(rest))) return 3;
  return rest.length > 2 && (local.includes(rest) || words.includes(rest)) ? 2 : 0;
}

/**
 * An IRI as a query writes it, and the prefix that it takes.
 * @param {string} iri
 * @param {Record<string, string>} prefixes those of the query first
 * @returns {{ text: string, prefix?: string, namespace?: string }}
 */
export function shrunk(iri, prefixes) {
  let best;
  for (const [prefix, namespace] of Object.entries(prefixes))
    if (
      namespace !== '' &&
      iri.startsWith(namespace) &&
      /^[\p{L}\d_](?:[\p{L}\d_-]*)$/u.test(iri.slice(namespace.length)) &&
      namespace.length > (best?.namespace.length ?? 0)
    )
      best = { prefix, namespace };
  return best
    ? { text: `${best.prefix}:${iri.slice(best.namespace.length)}`, ...best }
    : { text: `<${iri}>` };
}
