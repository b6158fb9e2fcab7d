import { globSync } from 'node:fs';
import { ROOT } from './shipped.ts';

/** Turtle files of a declarative folder, as paths from the root. */
export const turtleFiles = (folder: string): readonly string[] =>
  globSync(`${folder}/**/*.ttl`, { cwd: ROOT }).sort();

/** Query files, as paths from the root. */
export const queryFiles = (): readonly string[] => globSync('queries/**/*.rq', { cwd: ROOT }).sort();
