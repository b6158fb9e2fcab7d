import { editDistance } from './edit-distance.ts';

/** Folded for comparison: lower case, no accents, letters and digits only. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** What is looked at of a text: nothing that is named is called longer. */
const LONGEST = 100;
const distanceOf = (one: string, other: string): number =>
  editDistance(one.slice(0, LONGEST), other.slice(0, LONGEST));

/** The candidate most like a text, if any is like enough to be what was meant. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  const wanted = folded(text);
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceOf(wanted, folded(candidate));
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
    const distance = isPart ? tolerance : distanceOf(wanted, other);
    if (distance <= tolerance) found.push({ candidate, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

const isWithin = (a: string, b: string): boolean => a !== b && (a.includes(b) || b.includes(a));
