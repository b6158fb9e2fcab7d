import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { asset, assetPaths } from '../../../src/pages/index.ts';
import { mapOfMany } from '../../../src/pages/place-map.ts';
import { TERRITORIES } from '../../../src/pages/territories.ts';
import { territoryOf } from '../../../src/pages/territory-of.ts';
import { rulerPosition } from '../../../src/pages/time-ruler.ts';

describe('the maps', () => {
  it.each([
    ['Paris', 48.8566, 2.3522, 'France métropolitaine'],
    ['Ajaccio', 41.9192, 8.7386, 'France métropolitaine'],
    ['Basse-Terre', 15.9958, -61.7292, 'Guadeloupe'],
    ['Fort-de-France', 14.6037, -61.0722, 'Martinique'],
    ['Cayenne', 4.9372, -52.326, 'Guyane'],
    ['Saint-Denis', -20.8823, 55.4504, 'La Réunion'],
    ['Mamoudzou', -12.7823, 45.2279, 'Mayotte'],
    ['Nouméa', -22.2758, 166.458, 'Nouvelle-Calédonie'],
    ['Papeete', -17.5516, -149.5585, 'Tahiti et Moorea'],
  ])('put %s on its territory, inside the drawing', (_, latitude, longitude, name) => {
    const territory = territoryOf({ latitude, longitude });
    expect(territory?.name.fr).toBe(name);
    const [x, y] = territory?.project(latitude, longitude) ?? [-1, -1];
    expect(x > 0 && x < (territory?.width ?? 0) && y > 0 && y < (territory?.height ?? 0)).toBe(true);
  });

  it('have none for places elsewhere', () => {
    expect(territoryOf({ latitude: 41.9, longitude: 12.5 })).toBeUndefined();
  });

  it('draw some places apart from all others, where these are told', () => {
    const [one, other] = [
      { latitude: 48, longitude: 2 },
      { latitude: 45, longitude: 3 },
    ];
    expect(String(mapOfMany([one, other], 'x', 'fr'))).not.toMatch(/rest|apart/);
    const drawn = String(mapOfMany([one, other], 'x', 'fr', [other]));
    const points = (name: string) =>
      (drawn.match(new RegExp(`"dots ${name}"[^>]*`))?.[0] ?? '').split('M').length - 1;
    expect([points('rest'), points('apart')]).toEqual([2, 1]);
  });

  it('lie as the compass says', () => {
    const project = TERRITORIES[0]?.project;
    const [north, south, west, east] = [
      project?.(50, 3),
      project?.(43, 3),
      project?.(46, -1),
      project?.(46, 7),
    ];
    expect((north?.[1] ?? 0) < (south?.[1] ?? 0) && (west?.[0] ?? 0) < (east?.[0] ?? 0)).toBe(true);
  });

  it('stay small whatever the number of places', () => {
    const places = Array.from({ length: 60_000 }, (_, index) => ({
      latitude: 42.5 + ((index * 7919) % 60_000) / 8000,
      longitude: -3.5 + ((index * 104_729) % 60_000) / 6000,
    }));
    expect(mapOfMany(places, 'tout', 'fr').toString().length).toBeLessThan(60_000);
  });
});

describe('the ruler', () => {
  it('goes on and never leaves its ends', () => {
    const years = [-1e6, -3000, -500, 0, 500, 1000, 1500, 1789, 2000, 2026, 9999, Infinity];
    const positions = years.map(rulerPosition);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect([positions[0], positions.at(-1), rulerPosition(-Infinity)]).toEqual([0, 100, 0]);
  });
});

describe('the assets', () => {
  it.each(assetPaths())('%s is a file', (path) => {
    expect(statSync(asset(path)?.file ?? '').size).toBeGreaterThan(0);
  });

  it.each(['../index.ts', 'look.css/..', 'constructor', '__proto__', '', 'fonts/', 'fonts/../look.css'])(
    'hold nothing else: %p',
    (path) => expect(asset(path)).toBeUndefined(),
  );

  const css = readFileSync(asset('look.css')?.file ?? '', 'utf8');

  it('are asked for by the style sheet only where they exist', () => {
    const urls = [...css.matchAll(/url\("\/assets\/([^"]+)"\)/g)].map(([, path]) => path ?? '');
    expect(urls).toHaveLength(4);
    expect(urls.every((path) => asset(path))).toBe(true);
    expect(css).not.toMatch(/https?:|@import/);
  });

  it.each(['light', 'dark'])('have text colours of contrast 4.5 and more on every ground, %s', (theme) => {
    const tokens = themeTokens(css, theme);
    for (const ground of ['wall', 'sheet', 'land'])
      for (const text of ['ink', 'soft', 'garance']) {
        expect({ ground, text, enough: contrast(tokens[text], tokens[ground]) >= 4.5 }).toEqual({
          ground,
          text,
          enough: true,
        });
      }
  });
});

function themeTokens(css: string, theme: string): Record<string, string> {
  const block = theme === 'light' ? css.slice(0, css.indexOf('@media')) : css.slice(css.indexOf('@media'));
  const found = [...block.matchAll(/--([a-z]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]);
  return Object.fromEntries(found.slice(0, theme === 'light' ? undefined : 7));
}

function contrast(a = '', b = ''): number {
  const [light = 1, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
