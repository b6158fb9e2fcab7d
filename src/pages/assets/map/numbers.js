// @ts-check

/** Numbers as a language writes them: whole, and short where there is little room. */
export function createNumbers(language) {
  const whole = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
  return {
    whole: (value) => whole.format(value),
    short: (value) => (value < 1000 ? whole.format(value) : short.format(value)),
  };
}
