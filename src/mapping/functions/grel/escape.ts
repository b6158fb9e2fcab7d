import { percentDecoded } from '../../../model/index.ts';
import { characterOf } from '../html.ts';

interface Mode {
  readonly escape: (text: string) => string;
  readonly unescape: (text: string) => string;
}

const XML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const JAVASCRIPT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
  '/': '\\/',
};

/** What is not well-formed stays as it is. */
const entities = (text: string): string =>
  text.replace(/&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{2,10});/g, (entity) => characterOf(entity) ?? entity);

const MODES: Readonly<Record<string, Mode>> = {
  html: { escape: (text) => text.replace(/[&<>"]/g, (letter) => XML[letter] ?? ''), unescape: entities },
  xml: {
    escape: (text) => text.replace(/[&<>"']/g, (letter) => XML[letter] ?? '&apos;'),
    unescape: (text) => text.replace(/&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});/g, entities),
  },
  csv: {
    escape: (text) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
    unescape: (text) => (/^"(?:[^"]|"")*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text),
  },
  url: {
    escape: (text) => encodeURIComponent(text.toWellFormed()),
    unescape: (text) => text.replace(/(?:%[\da-fA-F]{2})+/g, percentDecoded),
  },
  javascript: {
    escape: (text) => text.replace(/[\n\r\t\\"'/]/g, (letter) => JAVASCRIPT[letter] ?? ''),
    unescape: (text) =>
      text.replace(/\\(?:u([\da-fA-F]{4})|([\s\S]))/g, (_, hex?: string, letter = '') =>
        hex === undefined ? (CONTROL[letter] ?? letter) : String.fromCharCode(Number.parseInt(hex, 16)),
      ),
  },
};

const CONTROL: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const modeOf = (name: string): Mode | undefined => {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(MODES, key) ? MODES[key] : undefined;
};

export const isMode = (name: string): boolean => modeOf(name) !== undefined;

/** Escapes a text for `html`, `xml`, `csv`, `url` or `javascript`; in any other mode it stays as it is. */
export const escaped = (text: string, mode: string): string => modeOf(mode)?.escape(text) ?? text;

/** The inverse of `escaped`. */
export const unescaped = (text: string, mode: string): string => modeOf(mode)?.unescape(text) ?? text;
