// @ts-check

// What keys mean in a combobox, and where they lead in its list. Needs no document.

/** @type {Readonly<Record<string, 'next' | 'previous' | 'take' | 'close'>>} */
const MEANINGS = { ArrowDown: 'next', ArrowUp: 'previous', Enter: 'take', Escape: 'close' };

/**
 * What a key means; undefined where it is the box's own, or another program's.
 * @param {Pick<KeyboardEvent, 'key' | 'isComposing' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>} event
 */
export const keyOf = ({ key, isComposing, altKey, ctrlKey, metaKey, shiftKey }) =>
  isComposing || altKey || ctrlKey || metaKey || shiftKey || !Object.hasOwn(MEANINGS, key)
    ? undefined
    : MEANINGS[key];

/**
 * The option that a key leads to. -1 is the box itself, between the last and the first.
 * @param {number} active
 * @param {string} key
 * @param {number} count options
 */
export function moved(active, key, count) {
  const places = count + 1;
  const step = key === 'next' ? 1 : -1;
  return ((active + 1 + step + places) % places) - 1;
}
