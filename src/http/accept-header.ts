/** An element of Accept, Accept-Language or Accept-Encoding. */
export interface Range {
  /** Lower case, without parameters. */
  readonly type: string;
  readonly hasParameters: boolean;
  readonly quality: number;
}

/** Elements of an Accept or Accept-Language header; those with a malformed weight are left out. */
export function parseAccept(header: string | undefined): Range[] {
  return elementsOf(header)
    .map(rangeOf)
    .filter((range) => range.type !== '' && !Number.isNaN(range.quality));
}

/** The elements of a list, cut at commas outside of quotation marks and angle brackets. */
export const elementsOf = (header: string | undefined): readonly string[] =>
  header?.match(/(?:"(?:[^"\\]|\\.)*"|<[^<>]*>|[^,"]|")+/g) ?? [];

function rangeOf(element: string): Range {
  const [type = '', ...parameters] = element.split(';').map((part) => part.trim().toLowerCase());
  const others = parameters.filter((one) => !isWeight(one) && one !== '' && !one.startsWith('charset='));
  return { type, hasParameters: others.length > 0, quality: weightAmong(parameters) };
}

const isWeight = (parameter: string): boolean => /^q\s*=/i.test(parameter);

/** 1 where no parameter is a weight; NaN for a malformed one. */
export function weightAmong(parameters: readonly string[]): number {
  const weight = parameters.find(isWeight);
  return weight === undefined ? 1 : weightOf(weight.toLowerCase());
}

/** `.2` is no weight of RFC 9110, but every Java program of a certain age sends it. */
function weightOf(parameter: string): number {
  const digits = /^q\s*=\s*(0?(?:\.\d{1,3})|0\.?|1(?:\.0{0,3})?)$/.exec(parameter)?.[1];
  return digits === undefined ? Number.NaN : Number(digits);
}

/** The quality that the most specific matching range gives; 0 where none matches. */
export function qualityOf(mediaType: string, ranges: readonly Range[]): number {
  const matching = ranges
    .map((range) => ({ range, specificity: specificityOf(range, mediaType) }))
    .filter(({ specificity }) => specificity > 0);
  const most = Math.max(0, ...matching.map(({ specificity }) => specificity));
  return Math.max(0, ...matching.filter((one) => one.specificity === most).map((one) => one.range.quality));
}

/**
 * A range with parameters (`application/ld+json;profile=…`) asks for less than the type alone does: it counts where
 * nothing names the type without them.
 */
function specificityOf({ type, hasParameters }: Range, mediaType: string): number {
  if (type === mediaType) return hasParameters ? 3 : 4;
  if (type === `${mediaType.split('/')[0]}/*`) return 2;
  return type === '*/*' ? 1 : 0;
}

/** The first of the highest quality above 0. */
export function best<R>(offered: readonly R[], quality: (one: R) => number): R | undefined {
  const rated = offered.map((one) => ({ one, quality: quality(one) }));
  const highest = Math.max(0, ...rated.map((one) => one.quality));
  return highest === 0 ? undefined : rated.find((one) => one.quality === highest)?.one;
}
