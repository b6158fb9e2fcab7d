import { type Fragment, type Html, html } from './html.ts';
import { anchor } from './links.ts';
import { boundPunctuation } from './typography.ts';

/**
 * A publisher's text as paragraphs, which empty lines part; a line that begins with `## ` is a heading. Web and e-mail
 * addresses in it can be followed. Nothing else of it is markup.
 */
export function paragraphs(text: string): readonly Html[] {
  return text
    .split(/\n\s*\n/)
    .map((one) => one.trim().replaceAll(/\s+/g, ' '))
    .filter((one) => one !== '')
    .map((one) =>
      one.startsWith('## ')
        ? html`<h2>${boundPunctuation(one.slice(3))}</h2>`
        : html`<p>${linked(boundPunctuation(one))}</p>`,
    );
}

/** A text with its addresses as links. */
export const linked = (text: string): Fragment =>
  text.split(ADDRESS).map((part, index) => {
    if (index % 2 === 0) return part;
    return anchor(part.includes('://') ? part : `mailto:${part}`, part);
  });

const ADDRESS = /(https?:\/\/[^\s<>"«»]*[^\s<>"«».,;:!?)]|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)/;
