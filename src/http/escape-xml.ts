const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
  '\n': '&#xA;',
  '\t': '&#x9;',
};

/**
 * A text as XML 1.0 holds it, in content and between double quotes. Characters that XML cannot hold, not even escaped,
 * become the one for what cannot be shown.
 */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"\r\n\t]/g, (found) => ENTITIES[found] ?? found)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
