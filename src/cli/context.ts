import type { Settings } from '../settings.ts';
import type { Streams, Terminal } from './terminal.ts';

/** What every command is given. */
export interface CommandContext {
  readonly settings: Settings;
  readonly terminal: Terminal;
  /** For commands whose standard output is data. */
  readonly streams: Streams;
  /** Absolute path of the project's folder. */
  readonly root: string;
  readonly toolVersion: string;
}

/** Exit codes: done; refused for the data's sake; usage or fault. */
export const DONE = 0;
export const REFUSED = 1;
export const FAULT = 2;
