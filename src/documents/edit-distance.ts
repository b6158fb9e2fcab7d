/** Rows of the table, kept from call to call: two words are compared in less time than rows are made in. */
let kept = [new Uint16Array(0), new Uint16Array(0), new Uint16Array(0)] as const;

/**
 * Mistakes of typing that lie between two texts: a letter left out, added, another, or two neighbours exchanged (optimal
 * string alignment, which libraries of Levenshtein's distance count as two). More than `most` are told as `most + 1`.
 * Texts have up to 65,535 characters; the time grows with the product of their lengths.
 */
export function editDistance(one: string, other: string, most = Math.max(one.length, other.length)): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const width = other.length + 1;
  let [before, row, next] = rowsOf(width);
  for (let along = 0; along < width; along++) row[along] = along;
  for (let down = 1; down <= one.length; down++) {
    const letter = one.charCodeAt(down - 1);
    const above = down > 1 ? one.charCodeAt(down - 2) : NONE;
    let [least, left, aside] = [down, NONE, down];
    next[0] = down;
    for (let along = 1; along < width; along++) {
      const here = other.charCodeAt(along - 1);
      const diagonal = at(row, along - 1);
      let mistakes = here === letter ? diagonal : 1 + Math.min(diagonal, at(row, along), aside);
      // A letter that agrees is never worse left out: only exchanged ones may be better.
      if (here === above && left === letter) mistakes = Math.min(mistakes, at(before, along - 2) + 1);
      next[along] = mistakes;
      if (mistakes < least) least = mistakes;
      aside = mistakes;
      left = here;
    }
    if (least > most) return most + 1;
    [before, row, next] = [row, next, before];
  }
  return Math.min(at(row, width - 1), most + 1);
}

/** No code of a character. */
const NONE = -1;

function rowsOf(width: number): typeof kept {
  if (kept[0].length < width)
    kept = [new Uint16Array(width), new Uint16Array(width), new Uint16Array(width)] as const;
  return kept;
}

const at = (row: Uint16Array, index: number): number => row[index] as number;
