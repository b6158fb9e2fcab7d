/** NFC, every kind of space → one space, trimmed. */
export const normalised = (value: string): string =>
  value
    .normalize('NFC')
    .replace(/[\s\u00A0\u202F]+/g, ' ')
    .trim();
