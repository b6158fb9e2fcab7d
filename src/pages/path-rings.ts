import type { Point } from './projection.ts';

/** The points of a path of `M`, `l` and `z`, ring by ring. */
export function pathRings(path: string): readonly (readonly Point[])[] {
  return path
    .split('z')
    .filter((part) => part !== '')
    .map((part) => {
      const numbers = (part.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
      const ring: Point[] = [];
      let [x, y] = [0, 0];
      for (let at = 0; at + 1 < numbers.length; at += 2) {
        x += numbers[at] as number;
        y += numbers[at + 1] as number;
        ring.push([x, y]);
      }
      return ring;
    });
}
