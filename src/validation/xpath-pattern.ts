import { type Bilingual, same } from '../model/index.ts';
import { compilePattern as compileBounded } from '../patterns/index.ts';

/** A pattern ready to be tested, or why it cannot be. */
export type CompiledPattern =
  | {
      readonly kind: 'compiled';
      readonly expression: RegExp;
      /** The longest text that it can be tried on in bounded time. */
      readonly limit: number;
    }
  | { readonly kind: 'invalid'; readonly reason: Bilingual };

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
 * Patterns that might not end are refused.
 * @param flags any of `i s m x q`
 */
export function compilePattern(pattern: string, flags = ''): CompiledPattern {
  if (!/^[ismxq]*$/.test(flags)) return { kind: 'invalid', reason: same(`flags “${flags}”: i, s, m, x, q`) };
  if (/\\[ciCI]/.test(pattern.replaceAll('\\\\', '')) && !flags.includes('q'))
    return { kind: 'invalid', reason: XML_NAMES };
  const source = flags.includes('q') ? quoted(pattern) : translated(pattern, flags.includes('x'));
  const compiled = compileBounded(source, `u${jsFlags(flags)}`);
  return 'problem' in compiled
    ? { kind: 'invalid', reason: compiled.problem }
    : { kind: 'compiled', expression: compiled.regex, limit: compiled.limit };
}

const XML_NAMES: Bilingual = {
  fr: '\\i et \\c, caractères des noms de XML, ne sont pas pris en charge',
  en: '\\i and \\c (XML name characters) are not supported',
};

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
