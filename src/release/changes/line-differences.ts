/** Lines of one list that the other has not. */
export interface LineDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares lists of distinct lines; what differs stays in its order. */
export function lineDifferences(before: readonly string[], now: readonly string[]): LineDifferences {
  if (isAlike(before, now)) return { added: [], removed: [] };
  const [old, present] = [new Set(before), new Set(now)];
  return {
    added: now.filter((line) => !old.has(line)),
    removed: before.filter((line) => !present.has(line)),
  };
}

/** Whether two sorted lists hold the same lines. */
export const isAlike = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((line, index) => line === others[index]);
