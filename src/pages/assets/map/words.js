// @ts-check

/**
 * An element with attributes, properties that begin with `on`, and children. Texts are texts: nothing here reads markup.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...unknown} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), /** @type {EventListener} */ (value));
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(
    ...children
      .flat(2)
      .filter((one) => one !== undefined && one !== false)
      .map((one) => (one instanceof Node ? one : String(one))),
  );
  return made;
}

/** Puts values where a text says `{name}`. */
export const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Numbers as a language writes them: whole, and short where there is little room. */
export function createNumbers(language) {
  const whole = new Intl.NumberFormat(language);
  const short = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
  return {
    whole: (value) => whole.format(value),
    short: (value) => (value < 1000 ? whole.format(value) : short.format(value)),
  };
}
