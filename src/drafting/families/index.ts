import type { Family } from '../known-column.ts';
import { ATTENDANCE, COMMUNES, FESTIVALS } from './events-and-figures.ts';
import { MONUMENTS, OBJECTS } from './monuments.ts';
import { MUSEUMS } from './museums.ts';
import { GARDENS, HOUSES, PLACES_OF_CULTURE } from './sites.ts';
import { INVENTORY, WORKS } from './works.ts';

export { GENERIC } from './generic.ts';

/** Files that are known by their columns. A new one is a new row. */
export const FAMILIES: readonly Family[] = [
  MUSEUMS,
  WORKS,
  MONUMENTS,
  OBJECTS,
  GARDENS,
  HOUSES,
  FESTIVALS,
  ATTENDANCE,
  COMMUNES,
  PLACES_OF_CULTURE,
  INVENTORY,
];
