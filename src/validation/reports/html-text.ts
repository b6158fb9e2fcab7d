// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what HTML cannot hold
const NOT_IN_HTML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** A text as it stands in HTML, in elements and in quoted attributes. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(NOT_IN_HTML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
