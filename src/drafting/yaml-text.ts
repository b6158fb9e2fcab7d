/** Words that YAML reads as something else than text. */
const RESERVED = /^(?:true|false|null|yes|no|on|off|y|n|~|\.inf|\.nan)$/i;
const PLAIN = /^[\p{L}$_](?:[\p{L}\p{N}$_()./~<>#’-]| (?!#)|:(?=[^\s,]))*$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a quoted scalar must escape
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|[\ud800-\udfff]/;

/** A text as a YAML scalar, in flow lists and maps too: plain where it can be, else quoted. */
export function scalar(text: string): string {
  const whole = text.toWellFormed();
  if (CONTROLS.test(whole))
    return JSON.stringify(whole).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, escaped);
  const isPlain = PLAIN.test(whole) && !RESERVED.test(whole) && !/\s$/.test(whole);
  return isPlain ? whole : `'${whole.replaceAll("'", "''")}'`;
}

const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A flow list: `[a, 'b: c']`. */
export const flow = (items: readonly string[]): string => `[${items.map(scalar).join(', ')}]`;

const WIDTH = 118;

/** Comment lines of a text, broken between words. */
export function comment(text: string, indent = ''): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && indent.length + line.length + word.length + 3 > WIDTH) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((one) => `${indent}# ${one}`);
}

/** Line breaks and controls of others’ texts never end a comment. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]+/g;
const oneLine = (text: string): string =>
  text.toWellFormed().replace(BREAKS, ' ').replace(/ {2,}/g, ' ').trim();

/** Where editors find what may stand in a declaration, in a project that has it. */
export const schemaLine = (
  { project }: { readonly project: { readonly hasSchemas?: boolean } },
  kind: 'dataset' | 'mapping',
): readonly string[] =>
  project.hasSchemas ? [`# yaml-language-server: $schema=../../.cimaise/${kind}.schema.json`] : [];
