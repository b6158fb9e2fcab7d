/** Folded for comparison: lower case, no accents, letters and digits only. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The candidate most like a text, if any is like enough to be what was meant. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(text);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, folded(candidate));
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  const tolerance = Math.max(2, Math.floor(wanted.length / 3));
  return best !== undefined && best.distance <= tolerance ? best.candidate : undefined;
}

/** A text shorter than this is in too many others to tell anything. */
const TELLING = 4;

/**
 * The candidates that could be meant, the most like first, each once: those that differ by few edits, and those that
 * hold the text or are held by it.
 */
export function nearestFew(text: string, candidates: Iterable<string>, most: number): readonly string[] {
  const wanted = folded(text);
  const tolerance = Math.max(2, Math.floor(wanted.length / 3));
  const found: { readonly candidate: string; readonly distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const other = folded(candidate);
    const isPart = Math.min(wanted.length, other.length) >= TELLING && isWithin(wanted, other);
    if (!isPart && Math.abs(wanted.length - other.length) > tolerance) continue;
    const distance = isPart ? tolerance : editDistance(wanted, other);
    if (distance <= tolerance) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const isWithin = (a: string, b: string): boolean => a !== b && (a.includes(b) || b.includes(a));

/** Edits from one text to the other, two neighbours exchanged counting as one; on texts cut at 100 characters. */
export function editDistance(left: string, right: string): number {
  const [a, b] = [left.slice(0, 100), right.slice(0, 100)];
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const exchange = exchanged ? (before[j - 2] ?? 0) + 1 : substitution;
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substitution, exchange));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
