/** A territory's bounding box: WGS84 degrees, south, north, west, east. */
type Box = readonly [name: string, south: number, north: number, west: number, east: number];

const FRANCE: readonly Box[] = [
  ['Métropole', 42.3, 51.1, -5.2, 8.3],
  ['Corse', 41.3, 43.1, 8.5, 9.6],
  ['Guadeloupe', 15.8, 16.6, -61.9, -60.9],
  ['Martinique', 14.3, 14.9, -61.3, -60.8],
  ['Guyane', 2.1, 5.8, -54.7, -51.6],
  ['La Réunion', -21.4, -20.8, 55.2, 55.9],
  ['Mayotte', -13.1, -12.6, 44.9, 45.4],
  ['Saint-Pierre-et-Miquelon', 46.7, 47.2, -56.5, -56.1],
  ['Saint-Barthélemy, Saint-Martin', 17.8, 18.2, -63.2, -62.7],
  ['Nouvelle-Calédonie', -22.8, -19.5, 163.5, 168.2],
  ['Polynésie française', -28, -7.8, -154.8, -134.4],
  ['Wallis-et-Futuna', -14.4, -13.1, -178.3, -176.1],
];

/** Whether a point lies in the box of one of France’s territories. */
export const isInFrance = ({ latitude, longitude }: { latitude: number; longitude: number }): boolean =>
  FRANCE.some(
    ([, south, north, west, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
