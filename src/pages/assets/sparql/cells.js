// @ts-check
import { element, shortened } from '../common/element.js';
import { shrunk } from './terms.js';

const XSD = 'http://www.w3.org/2001/XMLSchema#';
const NUMBERS = new Set(
  'integer decimal double float int long short byte nonNegativeInteger positiveInteger nonPositiveInteger negativeInteger unsignedInt unsignedLong unsignedShort unsignedByte'
    .split(' ')
    .map((name) => XSD + name),
);
const LONGEST = 400;

/** @param {{ type: string, datatype?: string } | undefined} term */
export const isNumber = (term) => term !== undefined && NUMBERS.has(term.datatype ?? '');

/**
 * How terms are shown: things of this site by their label and linked to their page, others shortened.
 * @param {{ base: string, prefixes: Record<string, string>, language: string, languageChosen: boolean }} site
 */
export function createCells({ base, prefixes, language, languageChosen }) {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 20, useGrouping: true });

  function path(iri) {
    if (!iri.startsWith(base)) return undefined;
    const own = `/${iri.slice(base.length)}`;
    if (/^\/[/\\]/.test(own)) return undefined;
    const [before, fragment] = own.split(/#(.*)/s);
    return `${before}${languageChosen ? `?lang=${language}` : ''}${fragment === undefined ? '' : `#${fragment}`}`;
  }

  function resource(iri, label) {
    const own = path(iri);
    const short =
      own === undefined ? shrunk(iri, prefixes).text.replace(/^<|>$/g, '') : iri.slice(base.length);
    const name = label === undefined ? shortened(short, 90) : shortened(label, LONGEST);
    const address = own ?? (/^https?:\/\/[^/]/i.test(iri) ? iri : undefined);
    const content = element('bdi', {}, name);
    return address === undefined
      ? element('code', { class: 'iri' }, name)
      : element('a', { href: address, title: iri }, content);
  }

  function literal(term) {
    const text = shortened(
      term.value,
      /^\s*(<|(MULTI)?(POINT|LINESTRING|POLYGON))/i.test(term.value) ? 70 : LONGEST,
    );
    const lang = term['xml:lang'];
    if (isNumber(term)) return element('span', { title: term.value }, numberText(term));
    return element(
      'span',
      {},
      element('bdi', lang ? { lang } : {}, text),
      lang && lang !== language && element('small', { class: 'soft' }, ` ${lang}`),
    );
  }

  /** Small whole numbers may be years: they stay as they are. */
  function numberText({ value }) {
    const number = Number(value);
    if (!/^[+-]?\d+(\.\d+)?$/.test(value) || (Number.isInteger(number) && Math.abs(number) < 10_000))
      return value.replace('.', language === 'fr' ? ',' : '.');
    return format.format(number);
  }

  /** A triple term (SPARQL 1.2), as Turtle writes it. */
  function tripleText({ value }) {
    const parts = [value.subject, value.predicate, value.object].map((term) => {
      if (term.type === 'triple') return tripleText(term);
      if (term.type === 'uri') return shrunk(term.value, prefixes).text;
      if (term.type === 'bnode') return `_:${term.value}`;
      return `"${term.value}"${term['xml:lang'] ? `@${term['xml:lang']}` : ''}`;
    });
    return `<<( ${parts.join(' ')} )>>`;
  }

  return {
    /** Content of a cell. */
    content(term, label) {
      if (term === undefined) return undefined;
      if (term.type === 'triple') return element('code', {}, shortened(tripleText(term), LONGEST));
      if (term.type === 'uri') return resource(term.value, label);
      return term.type === 'bnode' ? `_:${term.value}` : literal(term);
    },
    /** The same in plain words, for charts and maps. */
    words(term, label) {
      if (term === undefined) return '';
      if (label !== undefined) return label;
      if (term.type === 'triple') return tripleText(term);
      if (term.type !== 'uri') return isNumber(term) ? numberText(term) : term.value;
      return term.value.startsWith(base) ? term.value.slice(base.length) : shrunk(term.value, prefixes).text;
    },
    number: (count) => format.format(count),
  };
}
