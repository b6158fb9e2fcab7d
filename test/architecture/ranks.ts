/**
 * The house as a table: room → rank and the vendors whose only door it is. A room imports rooms of lower rank, through
 * their `index.ts`. What stands beside the rooms (`main`, `settings`, `index`) has no rank.
 */
export interface Room {
  readonly rank: number;
  /** Package names, or prefixes ending in `/`. */
  readonly vendors: readonly string[];
}

export const ROOMS: Readonly<Record<string, Room>> = {
  model: { rank: 0, vendors: [] },
  documents: { rank: 1, vendors: ['yaml'] },
  locks: { rank: 1, vendors: [] },
  network: { rank: 1, vendors: [] },
  patterns: { rank: 1, vendors: [] },
  rdf: { rank: 1, vendors: ['n3', 'jsonld', 'rdfxml-streaming-parser', '@rdfjs/types'] },
  sparql: { rank: 1, vendors: ['@traqula/', 'node:worker_threads'] },
  graph: { rank: 2, vendors: ['rdflib', '@vocabulary/'] },
  advice: { rank: 2, vendors: [] },
  declarations: { rank: 3, vendors: [] },
  sources: { rank: 3, vendors: ['saxes', 'json-p3', 'fontoxpath', 'yauzl', 'tar-stream', 'xz-decompress'] },
  mapping: { rank: 4, vendors: ['proj4', 'yazl', 'lzma-native'] },
  validation: { rank: 4, vendors: ['shacl-engine'] },
  store: { rank: 4, vendors: ['oxigraph', 'node:worker_threads'] },
  federation: { rank: 4, vendors: ['@comunica/', 'undici', 'node:worker_threads'] },
  harvest: { rank: 4, vendors: ['undici', 'saxes'] },
  index: { rank: 4, vendors: ['node:sqlite', 'node:worker_threads', 'lru-cache'] },
  contributions: { rank: 4, vendors: ['node:sqlite'] },
  catalogue: { rank: 4, vendors: [] },
  drafting: { rank: 5, vendors: [] },
  release: { rank: 5, vendors: ['node:worker_threads'] },
  profiling: { rank: 5, vendors: ['chardet'] },
  proof: { rank: 5, vendors: ['node:worker_threads'] },
  pages: { rank: 5, vendors: ['@fontsource-variable/', '@zazuko/', 'd3-scale', 'd3-shape', 'leaflet'] },
  preview: { rank: 6, vendors: ['chokidar'] },
  http: { rank: 6, vendors: ['express', 'compression', 'lru-cache', 'prom-client', 'proxy-addr'] },
  cli: { rank: 7, vendors: ['commander', 'pino', '@inquirer/prompts'] },
};

/** Files outside the rooms, and who may import them. */
export const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'settings.ts': ['cli', 'main.ts', 'index.ts'],
  'settings-values.ts': ['settings.ts'],
  'main.ts': [],
  'index.ts': [],
};

/** Only these read the environment. */
export const READS_ENVIRONMENT: readonly string[] = ['main.ts'];
