// @ts-check

/**
 * An element with attributes, properties that begin with `on`, and children. Texts are texts: nothing here reads markup.
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...unknown} children
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same in SVG. */
export function svg(name, attributes = {}, ...children) {
  return filled(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  const kept = children.flat(3).filter((one) => one !== undefined && one !== null && one !== false);
  made.append(...kept.map((one) => (one instanceof Node ? one : String(one))));
  return made;
}

/** Puts values where a text says `{name}`. */
export const say = (text, values = {}) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/**
 * A text as it is shown: cut, and without the controls that turn it around, which would hide what it says.
 * @param {string} text
 * @param {number} most
 */
export function shortened(text, most) {
  const straight = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  return straight.length <= most ? straight : `${straight.slice(0, most).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** Lower case, without accents: what people type is compared so. */
export const folded = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
