import { visible } from '../../model/index.ts';

/** A text as it stands in HTML, in elements and in quoted attributes. */
export const escaped = (text: string): string =>
  visible(text.toWellFormed())
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
