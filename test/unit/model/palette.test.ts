import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  COLOURS,
  contrast,
  GROUND_COLOURS,
  LEAST_CONTRAST,
  PALETTE,
  READ_COLOURS,
  THEMES,
} from '../../../src/model/index.ts';

const LOOK = readFileSync(join(import.meta.dirname, '../../../src/pages/assets/look.css'), 'utf8');

describe('The colours of the look', () => {
  it.each(THEMES)('can be read in the theme %s', (theme) => {
    for (const text of READ_COLOURS)
      for (const ground of GROUND_COLOURS)
        expect(contrast(PALETTE[theme][text], PALETTE[theme][ground])).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  it('are those of the stylesheet, light first', () => {
    for (const colour of COLOURS) {
      const [light, dark] = [...LOOK.matchAll(new RegExp(`--${colour}: (#[0-9a-f]{3,6});`, 'g'))];
      expect([light?.[1], dark?.[1]]).toEqual([PALETTE.light[colour], PALETTE.dark[colour]]);
    }
  });

  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#777777', '#ffffff', 4.48],
    ['#ffffff', '#767676', 4.54],
  ])('have the contrast of WCAG: %s on %s is %d', (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 2);
  });
});
