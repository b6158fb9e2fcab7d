import type { Step } from './json-path.ts';

/** An open array or object on the iterator's way. */
export interface Frame {
  readonly isArray: boolean;
  readonly step: Step;
  /** Elements or members before the one at hand. */
  index: number;
  /** Whether the element or member at hand is one that the step selects. */
  selected: boolean;
  found: boolean;
}

/** Of words and numbers only the first letter is looked at: who wants the value parses it. */
export const BEGINS_VALUE: ReadonlySet<number> = new Set(
  [...'"{[-0123456789tfn'].map((letter) => letter.charCodeAt(0)),
);

/** The bracket that closes a frame. */
export const closing = ({ isArray }: Frame): number => (isArray ? 93 : 125);

/** Whether a step can select anything in an array, or in an object. */
export const fits = (step: Step, isArray: boolean): boolean =>
  step.kind === 'all' || (step.kind === 'index') === isArray;

/** Whether the element at hand is selected. */
export const selects = ({ step, index }: Frame): boolean =>
  step.kind === 'all' || (step.kind === 'index' && step.index === index);

/** The offset after a key's closing quote, or -1. */
export function keyEnd(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 92) end++;
  }
  return -1;
}
