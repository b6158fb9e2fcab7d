import { createHash } from 'node:crypto';

const NAME = /^sha256:[0-9a-f]{64}$/;

/** How a value that is too long is named, in addresses and in what is kept: by its hash. @param text N-Triples */
export const valueName = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** Whether a text is the name of a value; no value in N-Triples is. */
export const isValueName = (text: string): boolean => NAME.test(text);

/** Whether a value is meant by a text: by itself, or by its name. */
export const isMeant = (text: string, value: string): boolean =>
  text === value || (isValueName(value) && valueName(text) === value);
