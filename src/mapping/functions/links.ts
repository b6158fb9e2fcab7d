import { isIri } from '../../rdf/index.ts';

/** What the URL standard leaves as it is and RFC 3986 does not allow. */
const NOT_IN_PATH = /[|[\]]/g;

/** `www.x.fr` → `http://www.x.fr`; illegal characters percent-encoded; undefined where it is no address. */
export function webAddress(value: string): string | undefined {
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
