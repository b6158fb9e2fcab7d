/**
 * What may need work: characters that combine or are spaces of another kind, spaces at the ends or in a row. Letters
 * below U+0300 and the punctuation of U+2010 to U+2027 are composed already.
 */
const UNUSUAL = /[^ -\u0084\u0086-\u009F\u00A1-\u02FF\u2010-\u2027]|^ | $| {2}/;

/** NFC, every kind of space → one space, trimmed. */
export const normalised = (value: string): string =>
  UNUSUAL.test(value)
    ? value
        .normalize('NFC')
        .replace(/[\s\u00A0\u202F]+/g, ' ')
        .trim()
    : value;
