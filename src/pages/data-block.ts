import { type Html, raw } from './html.ts';

/**
 * Data in a page, which no browser runs and nothing in their texts can end.
 * @param attributes constants of this program
 */
export function dataBlock(attributes: string, document: object): Html {
  const text = JSON.stringify(document).replace(/[<>&\u2028-\u202e\u2066-\u2069]/g, unicodeEscape);
  return raw(`<script ${attributes}>${text}</script>\n`);
}

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
