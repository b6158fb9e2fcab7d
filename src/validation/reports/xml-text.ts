// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML 1.0 cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it stands in an element of XML. */
export const content = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_IN_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

/** A text as it stands in a quoted attribute. */
export const attribute = (text: string): string => content(text).replaceAll('"', '&quot;');
