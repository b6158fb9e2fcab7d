/** Lines of one list that the other has not. */
export interface LineDifferences {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Compares sorted lists of distinct lines. */
export function lineDifferences(before: readonly string[], now: readonly string[]): LineDifferences {
  const added: string[] = [];
  const removed: string[] = [];
  let [old, at] = [0, 0];
  while (old < before.length || at < now.length) {
    const [was, is] = [before[old], now[at]];
    if (was === is) {
      old++;
      at++;
    } else if (is === undefined || (was !== undefined && was < is)) {
      removed.push(was as string);
      old++;
    } else {
      added.push(is);
      at++;
    }
  }
  return { added, removed };
}
