import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A static file: absolute path and media type. */
export interface Asset {
  readonly file: string;
  readonly mediaType: string;
}

/** Files of this room's `assets/`, by their address below `/assets/`. */
const OWN: Readonly<Record<string, string>> = {
  'look.css': 'text/css; charset=utf-8',
  'mark.svg': 'image/svg+xml',
};

/** Fonts, by their address below `/assets/fonts/`: the package that carries them. */
const FONTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['@fontsource-variable/newsreader', 'newsreader-latin-opsz-normal.woff2'],
    ['@fontsource-variable/newsreader', 'newsreader-latin-ext-opsz-normal.woff2'],
    ['@fontsource-variable/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-wght-normal.woff2'],
    [
      '@fontsource-variable/atkinson-hyperlegible-next',
      'atkinson-hyperlegible-next-latin-ext-wght-normal.woff2',
    ],
  ].map(([folder, file]) => [`fonts/${file}`, `${folder}/files/${file}`]),
);

/**
 * The static file at an address below `/assets/` (`look.css`, `fonts/….woff2`); undefined for any other. The list is
 * closed: nothing else of the disk can be asked for.
 */
export function asset(path: string): Asset | undefined {
  const mediaType = Object.hasOwn(OWN, path) ? OWN[path] : undefined;
  if (mediaType !== undefined)
    return { file: fileURLToPath(new URL(`./assets/${path}`, import.meta.url)), mediaType };
  const font = Object.hasOwn(FONTS, path) ? FONTS[path] : undefined;
  return font === undefined
    ? undefined
    : { file: createRequire(import.meta.url).resolve(font), mediaType: 'font/woff2' };
}

/** Every address that `asset` answers. */
export const ASSETS: readonly string[] = [...Object.keys(OWN), ...Object.keys(FONTS)];
