import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

export const SOURCE = join(import.meta.dirname, '..', '..', 'src');

/** One import of a file, type-only ones included. */
export interface Import {
  /** Path below `src/`, with `/`. */
  readonly file: string;
  /** As written. */
  readonly specifier: string;
  /** Path below `src/` for relative imports. */
  readonly target?: string;
}

/** Every TypeScript file below `src/`. */
export function sourceFiles(): readonly string[] {
  return readdirSync(SOURCE, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => name.split(sep).join('/'));
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(SOURCE, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? '';
    if (!specifier.startsWith('.')) return { file, specifier };
    const target = relative(SOURCE, join(SOURCE, dirname(file), specifier))
      .split(sep)
      .join('/');
    return { file, specifier, target };
  });
}

/** First folder of a path, or the file itself where it stands beside the rooms. */
export const roomOf = (path: string): string => path.split('/')[0] ?? path;
