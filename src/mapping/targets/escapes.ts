import { formats } from '../../rdf/index.ts';
import { type Escape, type TextEncoding, textEncoding } from './encodings.ts';
import type { TargetRequest } from './request.ts';

const hexadecimal = (code: number, digits: number): string =>
  code.toString(16).toUpperCase().padStart(digits, '0');

/** `\u00E9`, as N-Quads, Turtle and their kin write a character in IRIs and texts. */
const turtleEscape: Escape = (code) =>
  code > 0xffff ? `\\U${hexadecimal(code, 8)}` : `\\u${hexadecimal(code, 4)}`;
const jsonEscape: Escape = (code) =>
  String.fromCodePoint(code).replace(/[\s\S]/g, (unit) => `\\u${hexadecimal(unit.charCodeAt(0), 4)}`);
const xmlEscape: Escape = (code) => `&#x${hexadecimal(code, 1)};`;

const ESCAPES: Readonly<Record<string, Escape>> = {
  [formats['JSON-LD']]: jsonEscape,
  [formats.RDF_JSON]: jsonEscape,
  [formats.RDF_XML]: xmlEscape,
};

/** How the target's text becomes bytes; undefined where its encoding cannot be written. */
export const encodingOf = ({ encoding, serialization }: TargetRequest): TextEncoding | undefined =>
  textEncoding(encoding.toLowerCase(), ESCAPES[serialization] ?? turtleEscape);
