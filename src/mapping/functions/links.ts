import { isIri } from '../../rdf/index.ts';
import { each, type MappingFunction } from './function.ts';

/** What the URL standard leaves as it is and RFC 3986 does not allow. */
const NOT_IN_PATH = /[|[\]]/g;

/** `www.x.fr` → `http://www.x.fr`; illegal characters percent-encoded; undefined where it is no address. */
function webAddress(value: string): string | undefined {
  const text = value.trim().replace(/^\/+/, '');
  const absolute = /^https?:\/\//i.test(text)
    ? text
    : /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#].*)?$/u.test(text)
      ? `http://${text}`
      : undefined;
  if (absolute === undefined || /\shttps?:/i.test(text) || !URL.canParse(absolute)) return undefined;
  const href = new URL(absolute).href
    .replace(/%(?![\dA-F]{2})/gi, '%25')
    .replace(NOT_IN_PATH, encodeURIComponent);
  return isIri(href) ? href : undefined;
}

export const LINK_FUNCTIONS: Readonly<Record<string, MappingFunction>> = {
  webAddress: each(['value'], 1, (value, _, { note }) => {
    const address = webAddress(value);
    if (address === undefined) note('not-an-address', value);
    return address;
  }),
  /** IRI of the concept that has this label in a vocabulary of the platform. */
  lookup: each(['value', 'vocabulary'], 2, (value, [slug = ''], { note, vocabulary }) => {
    const iri = vocabulary(slug)?.find(value);
    if (iri === undefined) note('not-in-vocabulary', value);
    return iri;
  }),
};
