/** What is not text: addresses, `{ code }`, compact IRIs and clock times. */
const NOT_TEXT =
  /https?:\S+|\{[^}]*\}|\(\w+: [^)]*\)|\b\w+: \[[^\]]*\]|\b[a-z]+:\p{L}[\w-]*|\d+:\d+|«[^»]*=[^»]*»/gu;

/** Rules of French typography that a text of a declaration may break, by name. */
const RULES: readonly (readonly [string, RegExp])[] = [
  ['straight apostrophe', /\p{L}'\p{L}/u],
  ['straight quotation marks', /(^|\s)"|"(\s|$)/u],
  ['three dots for an ellipsis', /\.\.\./u],
  ['no no-break space before : ; ? !', /[^\u00a0\u202f:;?!…][:;?!](?=[\s»)]|$)/u],
  ['no no-break space inside « »', /«(?![\u00a0\u202f])|(?<![\u00a0\u202f])»/u],
  ['a no-break space after an apostrophe or a parenthesis', /[’(][\u00a0\u202f]/u],
  ['a no-break space before . or ,', /[\u00a0\u202f][.,]/u],
];

/** Names of the rules that a French text breaks. */
export function frenchFaults(text: string): readonly string[] {
  const words = text.replace(NOT_TEXT, 'x');
  return RULES.filter(([, rule]) => rule.test(words)).map(([name]) => `${name} in “${text}”`);
}
