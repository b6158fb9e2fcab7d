import type { Bilingual } from '../model/index.ts';
import { type Fit, type PaperProjection, type Projection, projectionOf } from './projection.ts';

/** WGS84 degrees. */
export interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
}

/** A part of France with its own map: the degrees it covers, the drawing's size and projection, its outline. */
export interface Territory {
  readonly name: Bilingual;
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly width: number;
  readonly height: number;
  readonly projection: PaperProjection;
  readonly project: Projection;
  /**
   * Rings around what belongs to it, as `EXTENTS` has them: where it has neighbours by land, for its box holds some of these.
   * Absent: all of the box.
   */
  readonly extent?: string;
  /** Data of an SVG path in the drawing's units. */
  readonly outline: string;
}

/** A drawing in the projection of Lambert-93. */
export const lambert = (fit: Fit) => onPaper({ kind: 'lambert93', ...fit });
/** A drawing true at a parallel, in degrees. */
export const island = (fit: Fit, parallel: number) => onPaper({ kind: 'equirectangular', ...fit, parallel });
function onPaper(projection: PaperProjection) {
  return { projection, project: projectionOf(projection) };
}
