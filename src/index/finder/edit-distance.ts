/**
 * Mistakes of typing that lie between two words: a letter left out, added, another, or two exchanged (optimal string
 * alignment, which libraries of Levenshtein's distance count as two). More than `most` are told as `most + 1`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let down = 1; down <= one.length; down++) {
    const next = [down];
    for (let along = 1; along <= other.length; along++) {
      const isSame = one[down - 1] === other[along - 1];
      let least = Math.min(
        at(row, along) + 1,
        at(next, along - 1) + 1,
        at(row, along - 1) + (isSame ? 0 : 1),
      );
      const isExchanged = one[down - 1] === other[along - 2] && one[down - 2] === other[along - 1];
      if (isExchanged) least = Math.min(least, at(before, along - 2) + 1);
      next.push(least);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(at(row, other.length), most + 1);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
