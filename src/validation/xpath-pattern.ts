/** A pattern ready to be tested, or why it cannot be. */
export type CompiledPattern =
  | { readonly kind: 'compiled'; readonly expression: RegExp }
  | { readonly kind: 'invalid'; readonly reason: string };

/** Where JavaScript means something else by an escape: outside and inside a character class. */
const ESCAPES: Readonly<Record<string, readonly [outside: string, inside: string]>> = {
  d: ['\\p{Nd}', '\\p{Nd}'],
  D: ['\\P{Nd}', '\\P{Nd}'],
  s: ['[ \\t\\n\\r]', ' \\t\\n\\r'],
  S: ['[^ \\t\\n\\r]', '\\S'],
  w: ['[^\\p{P}\\p{Z}\\p{C}]', '\\p{L}\\p{M}\\p{N}\\p{S}'],
  W: ['[\\p{P}\\p{Z}\\p{C}]', '\\p{P}\\p{Z}\\p{C}'],
  '-': ['-', '\\-'],
};

/**
 * Compiles a regular expression of XPath (https://www.w3.org/TR/xpath-functions-31/#regex-syntax), as SHACL's
 * `sh:pattern` has it, to one of JavaScript: `\w` knows accents, `\p{L}` works, `\s` is not a no-break space.
 * @param flags any of `i s m x q`
 */
export function compilePattern(pattern: string, flags = ''): CompiledPattern {
  if (!/^[ismxq]*$/.test(flags))
    return { kind: 'invalid', reason: `flags “${flags}”: only i, s, m, x and q exist` };
  if (/\\[ciCI]/.test(pattern.replaceAll('\\\\', '')) && !flags.includes('q'))
    return { kind: 'invalid', reason: '\\i and \\c (XML name characters) are not supported' };
  const source = flags.includes('q') ? quoted(pattern) : translated(pattern, flags.includes('x'));
  try {
    return { kind: 'compiled', expression: new RegExp(source, `u${jsFlags(flags)}`) };
  } catch (error) {
    return { kind: 'invalid', reason: (error as Error).message };
  }
}

const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

const jsFlags = (flags: string): string =>
  [...new Set(flags)].filter((flag) => 'ism'.includes(flag)).join('');

/** One pass over characters, which knows whether it stands inside a character class. */
function translated(pattern: string, ignoresSpace: boolean): string {
  let inClass = false;
  return pattern.replace(/\\[\s\S]|[[\]]|[ \t\n\r]/g, (token) => {
    if (token.startsWith('\\')) return ESCAPES[token.slice(1)]?.[inClass ? 1 : 0] ?? token;
    if (token === '[' || token === ']') inClass = token === '[';
    else if (ignoresSpace && !inClass) return '';
    return token;
  });
}
