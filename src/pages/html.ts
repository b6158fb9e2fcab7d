/** Markup that may stand in a page as it is. Only this file makes it. */
export class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

/** What a template takes: texts and numbers are escaped, markup is not, nothing is written for the empty ones. */
export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

/** A template whose values are escaped. Attribute values stand in double quotes. */
export function html(literals: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  const addresses = addressesOf(literals);
  let markup = literals[0] ?? '';
  // Counted by hand: a page fills thousands of templates.
  for (let index = 0; index < values.length; index++) {
    const value = values[index];
    markup += addresses[index] ? escaped(guardedAddress(value)) : written(value);
    markup += literals[index + 1];
  }
  return new Html(markup);
}

/** Which values of a template are addresses: a template is one object, however often it is filled. */
function addressesOf(literals: TemplateStringsArray): readonly boolean[] {
  const known = templates.get(literals);
  if (known) return known;
  const found = literals.map((before) => ADDRESS_FOLLOWS.test(before));
  templates.set(literals, found);
  return found;
}

/** A constant of this program as markup. Never for data. */
export const raw = (markup: string): Html => new Html(markup);

/** Fragments with a separator between those that are not empty. */
export function interspersed(fragments: readonly Fragment[], separator: Fragment): Fragment {
  const kept = fragments.filter((one) => one !== undefined && one !== null && one !== false && one !== '');
  return kept.flatMap((one, index) => (index === 0 ? [one] : [separator, one]));
}

/** Text as character data or as an attribute value; characters that HTML forbids become U+FFFD. */
export function escaped(text: string): string {
  if (!TO_ESCAPE.test(text)) return text;
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/**
 * The address if a reader may follow it: http, https, mailto, a path of this server, a query or a fragment of this
 * page. Undefined for all else (`javascript:`, `data:`, `//elsewhere`).
 */
export function safeAddress(address: string): string | undefined {
  if (BLANK.test(address)) return undefined;
  return /^(?:https?:\/\/[^/]|mailto:[^:]|\/(?![/\\])|[?#])/i.test(address) ? address : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what no HTML document may hold
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what no HTML document may hold
const TO_ESCAPE = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\ud800-\udfff]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop some of these inside addresses
const BLANK = /[\u0000-\u0020\u007f-\u00a0\\]/;
const ADDRESS_FOLLOWS = /\s(?:href|src|action|formaction)="$/;
const templates = new WeakMap<TemplateStringsArray, readonly boolean[]>();

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function written(value: Fragment): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string') return escaped(value);
  if (typeof value === 'number') return String(value);
  if (value instanceof Html) return value.toString();
  let markup = '';
  for (const one of value) markup += written(one);
  return markup;
}

/** The second wall: an address that nobody checked leads nowhere. */
function guardedAddress(value: Fragment): string {
  return (typeof value === 'string' ? safeAddress(value) : undefined) ?? '#';
}
