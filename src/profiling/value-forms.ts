/** What one value looks like: cheap tests, each a claim about a trimmed text. */

const SPACES = /[\s\u00a0\u202f]/g;

/** `1 234`, `-5`, `+12`; not `0123`, which is a code. */
export const isWhole = (value: string): boolean =>
  /^[-+]?(?:0|[1-9]\d{0,17})$/.test(value) || /^[-+]?[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+$/.test(value);

/** `3.5`, `3,5`, `1 234,50`, whole numbers among them. */
export const isDecimal = (value: string): boolean =>
  /^-?(?:0|[1-9]\d{0,17})(?:[.,]\d+)?$/.test(value) || isRareDecimal(value);

/** With a sign, spaces between thousands, an exponent, or nothing before the point. */
const isRareDecimal = (value: string): boolean =>
  /^[-+.,\d]/.test(value) &&
  /^[-+]?(?:0|[1-9]\d{0,17})?(?:[.,]\d+)?(?:e[-+]?\d{1,3})?$/i.test(value.replace(SPACES, '')) &&
  /\d/.test(value) &&
  (isWhole(value) || !/\s/.test(value) || /^[-+]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+[.,]\d+$/.test(value));

/** A number of a text that is one, with its comma or point; `NaN` for another. */
export const numberOf = (value: string): number =>
  isDecimal(value) ? Number(value.replace(SPACES, '').replace(',', '.')) : Number.NaN;

export const hasFraction = (value: string): boolean => /\d[.,]\d/.test(value);

export const isYear = (value: string): boolean => /^(?:1[0-9]|20)\d\d$/.test(value);

const TOP_DOMAINS =
  'fr|com|org|net|eu|info|be|ch|re|nc|pf|museum|paris|bzh|alsace|corsica|io|tv|mobi|asso\\.fr|gouv\\.fr';
const BARE = new RegExp(`^[\\p{L}\\d-]+(?:\\.[\\p{L}\\d-]+)*\\.(?:${TOP_DOMAINS})(?:[/?#]\\S*)?$`, 'iu');

/** `https://…`, `www.…`, or a bare name under a usual top domain. */
export const isAddress = (value: string): boolean =>
  (/^https?:\/\/\S+$/i.test(value) || /^www\.\S+\.\S+$/i.test(value) || BARE.test(value)) &&
  !/\bhttps?:.*\bhttps?:\/\/[^/]*$/i.test(value) &&
  !/@[^/]*$/.test(value);

export const isEmail = (value: string): boolean =>
  /^[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[a-z]{2,24}$/i.test(value);

/** A French number, or one of any land that begins with `+`. */
export const isPhone = (value: string): boolean => {
  const digits = value.replace(/[\s.\-/()\u00a0\u202f]/g, '');
  return (
    /^(?:(?:\+|00)33(?:0)?[1-9]\d{8}|0[1-9]\d{8}|\+\d{8,14})$/.test(digits) &&
    /^[+\d][\d\s.\-/()\u00a0\u202f]{8,24}$/.test(value)
  );
};

/** Two numbers of degrees in one cell, in either order, with or without brackets. */
export const PAIR = /^\[?\s*(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[;/|]|,\s|,|\s)\s*(-?\d{1,3}(?:[.,]\d+)?)\s*\]?$/;

export const isCoordinates = (value: string): boolean => {
  const [, first = '', second = ''] = PAIR.exec(value) ?? [];
  if (first === '' || !(/\d[.,]\d\d/.test(value) || (hasFraction(first) && hasFraction(second))))
    return false;
  return Math.abs(numberOf(first)) <= 180 && Math.abs(numberOf(second)) <= 180;
};

/** Two numbers of metres in one cell. */
export const isProjectedPair = (value: string): boolean =>
  /^-?\d{5,8}(?:[.,]\d+)?\s*[;,/| ]\s*-?\d{5,8}(?:[.,]\d+)?$/.test(value);

export const isHtml = (value: string): boolean =>
  value.length > 3 &&
  (value.includes('<')
    ? /<\/?(?:p|br|b|i|em|strong|a|ul|ol|li|div|span|h[1-6]|sup|sub|table|tr|td|img)\b[^<>]{0,400}>/i.test(
        value,
      )
    : false);

/** Entities and tags: what a text without mark-up has not. */
export const hasMarkup = (value: string): boolean =>
  isHtml(value) || (value.includes('&') && /&(?:[a-z]{2,8}|#\d{2,5});/i.test(value));

/** Letters and figures without spaces, or figures that begin with zero. */
export const isCode = (value: string): boolean =>
  value.length <= 40 &&
  /^[\p{L}\d][\p{L}\d_.:/-]*$/u.test(value) &&
  /\d/.test(value) &&
  (/\p{L}|_/u.test(value) || /^0\d/.test(value));

export const isFigures = (value: string): boolean => /^\d+$/.test(value);

const TRUTHS = new Set(['oui', 'non', 'o', 'n', 'yes', 'no', 'y', 'true', 'false', 'vrai', 'faux', '0', '1']);

export const isTruth = (value: string): boolean => TRUTHS.has(value.toLowerCase());

/** INSEE and post codes, with the zero that may be lost. */
export const isFiveFigures = (value: string): boolean => /^(?:(?!00)\d{5}|[1-9]\d{3})$/.test(value);
