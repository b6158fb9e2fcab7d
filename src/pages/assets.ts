import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A static file: absolute path and media type. */
export interface Asset {
  readonly file: string;
  readonly mediaType: string;
  /** Whether what stands at this address never changes. */
  readonly isImmutable: boolean;
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
 * Scripts and styles of kinds of pages, by folder of `assets/`. They import each other, so they stand together below an
 * address that tells the contents of all: a browser never has some of the old and some of the new.
 */
const FOLDERS = {
  common: ['element.js', 'turning.js'],
  sparql: [
    'address.js',
    'advice.js',
    'cells.js',
    'chart-view.js',
    'completion.js',
    'editor.js',
    'main.js',
    'map-view.js',
    'place-list.js',
    'places.js',
    'projection.js',
    'results.js',
    'run.js',
    'series.js',
    'sparql.css',
    'table-view.js',
    'tabs.js',
    'terms.js',
  ],
  search: ['keys.js', 'listbox.js', 'suggest.js'],
  map: ['address.js', 'ground.js', 'list.js', 'main.js', 'marks.js', 'numbers.js', 'popup.js', 'reach.js'],
  site: [
    'charts.css',
    'contributions.css',
    'map.css',
    'origins.css',
    'pages.css',
    'reconciliation.css',
    'search.css',
  ],
  workbench: ['follow.js', 'main.js', 'page-frame.js', 'tabs.js', 'workbench.css'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type Folder = keyof typeof FOLDERS;

/** Files of packages, as they are published; their source maps are not served. */
const PACKAGES = [
  ['@zazuko/yasqe', 'build/yasqe.min.js'],
  ['@zazuko/yasqe', 'build/yasqe.min.css'],
  ['leaflet', 'dist/leaflet.js'],
  ['leaflet', 'dist/leaflet.css'],
] as const;

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const typeOf = (path: string): string => (path.endsWith('.css') ? STYLE : SCRIPT);

const require = createRequire(import.meta.url);
const ownFile = (path: string): string => fileURLToPath(new URL(`./assets/${path}`, import.meta.url));

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

/** Path of each below `assets/`. */
const FOLDER_PATHS = Object.entries(FOLDERS).flatMap(([folder, names]) =>
  names.map((name) => `${folder}/${name}`),
);

/** Of the contents of all files of the folders. */
const fingerprint = once(() => {
  const hash = createHash('sha256');
  for (const path of FOLDER_PATHS) hash.update(readFileSync(ownFile(path)));
  return hash.digest('hex').slice(0, 12);
});

/** Address → file of each package, under the version that is installed: it changes with every update. */
const packaged = once(
  () =>
    new Map<string, string>(
      PACKAGES.map(([name, file]) => {
        const { version } = require(`${name}/package.json`) as { version: string };
        return [
          `packages/${name.replace(/^.*\//, '')}-${version}/${file.replace(/^.*\//, '')}`,
          require.resolve(`${name}/${file}`),
        ] as const;
      }),
    ),
);

/** Address of a script or style of a kind of page. */
export const scriptAddress = <F extends Folder>(folder: F, name: (typeof FOLDERS)[F][number]): string =>
  `/assets/own-${fingerprint()}/${folder}/${name}`;

/** Address of a file of a package, by the name of the file. */
export function packageAddress(
  file: 'yasqe.min.js' | 'yasqe.min.css' | 'leaflet.js' | 'leaflet.css',
): string {
  return `/assets/${[...packaged().keys()].find((path) => path.endsWith(`/${file}`))}`;
}

/**
 * The static file at an address below `/assets/` (`look.css`, `fonts/….woff2`); undefined for any other. The list is
 * closed: nothing else of the disk can be asked for.
 */
export function asset(path: string): Asset | undefined {
  const mediaType = Object.hasOwn(OWN, path) ? OWN[path] : undefined;
  if (mediaType !== undefined) return { file: ownFile(path), mediaType, isImmutable: false };
  const font = Object.hasOwn(FONTS, path) ? FONTS[path] : undefined;
  if (font !== undefined) return { file: require.resolve(font), mediaType: 'font/woff2', isImmutable: true };
  const file = packaged().get(path);
  return file === undefined ? script(path) : { file, mediaType: typeOf(path), isImmutable: true };
}

/** A page that is older than this program asks for older scripts: it gets those there are, not to be kept. */
function script(path: string): Asset | undefined {
  const [, version, name = ''] = /^own-([0-9a-f]{12})\/([a-z]+\/[a-z.-]+)$/.exec(path) ?? [];
  if (!FOLDER_PATHS.includes(name)) return undefined;
  return { file: ownFile(name), mediaType: typeOf(name), isImmutable: version === fingerprint() };
}

/** Every address that `asset` answers. */
export const assetPaths = (): readonly string[] => [
  ...Object.keys(OWN),
  ...Object.keys(FONTS),
  ...packaged().keys(),
  ...FOLDER_PATHS.map((path) => `own-${fingerprint()}/${path}`),
];
