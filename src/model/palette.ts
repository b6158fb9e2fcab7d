/** Colours of the look that a publisher may change, as `#rrggbb`; the stylesheet has the same values. */
export const PALETTE = {
  light: {
    wall: '#f5f2ec',
    sheet: '#fffdf9',
    ink: '#1c1a17',
    soft: '#5f5850',
    line: '#d8d0c4',
    garance: '#9b2335',
    land: '#ebe5da',
  },
  dark: {
    wall: '#161412',
    sheet: '#1e1b18',
    ink: '#efe9df',
    soft: '#aca294',
    line: '#37322c',
    garance: '#ee8f97',
    land: '#2a2621',
  },
} as const;

export type Theme = keyof typeof PALETTE;
export type Colour = keyof (typeof PALETTE)[Theme];

export const THEMES = Object.keys(PALETTE) as readonly Theme[];
export const COLOURS = Object.keys(PALETTE.light) as readonly Colour[];

/** Colours that texts have, and those that lie behind them: each pair has to be readable. */
export const READ_COLOURS: readonly Colour[] = ['ink', 'soft', 'garance'];
export const GROUND_COLOURS: readonly Colour[] = ['wall', 'sheet'];

/** The least contrast of texts: WCAG 2.2, success criterion 1.4.3, level AA. */
export const LEAST_CONTRAST = 4.5;

/** The contrast of two colours `#rrggbb`, from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** Relative luminance, 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
