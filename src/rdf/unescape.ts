const UNESCAPED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};
const ESCAPE = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g;

/** The lexical form that stands between quotes of N-Triples. */
export function unescapeLiteral(escaped: string): string {
  if (!escaped.includes('\\')) return escaped;
  return escaped.replace(ESCAPE, (_, short?: string, long?: string, one = '') => {
    const code = short ?? long;
    return code === undefined ? (UNESCAPED[one] ?? one) : String.fromCodePoint(Number.parseInt(code, 16));
  });
}
