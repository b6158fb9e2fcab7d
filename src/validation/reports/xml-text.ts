import { visible } from '../../model/index.ts';

/** A text as it stands in an element of XML. */
export const content = (text: string): string =>
  visible(text.toWellFormed()).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as it stands in a quoted attribute. */
export const attribute = (text: string): string => content(text).replaceAll('"', '&quot;');
