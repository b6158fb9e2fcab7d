import { globSync } from 'node:fs';
import { ROOT } from './shipped.ts';

/** Turtle files of a declarative folder, as paths from the root. */
export const turtleFiles = (folder: string): readonly string[] =>
  globSync(`${folder}/**/*.ttl`, { cwd: ROOT }).sort();

/** Query files, as paths from the root. */
export const exampleQueryFiles = (): readonly string[] =>
  globSync('queries/examples/**/*.rq', { cwd: ROOT }).sort();

/** Queries whose rows are drawn, as paths from the root. */
export const chartQueryFiles = (): readonly string[] =>
  globSync('queries/charts/**/*.rq', { cwd: ROOT }).sort();

/** Queries that are an API, as paths from the root. */
export const apiQueryFiles = (): readonly string[] => globSync('queries/api/**/*.rq', { cwd: ROOT }).sort();
