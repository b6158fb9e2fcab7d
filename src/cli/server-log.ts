import pino from 'pino';
import type { Log } from '../http/index.ts';
import type { Terminal } from './terminal.ts';

/** What whoever runs a server should hear of without asking; the rest is told with `--verbose`. */
const WARNINGS: ReadonlySet<string> = new Set([
  'cache stays',
  'endpoint switch unsure',
  'endpoint tried again',
  'index-elsewhere',
  'index-remade',
  'native store draft stays',
  'request failed',
  'search failed',
  'service failed',
  'store has fewer workers for want of memory',
  'store image not used',
  'store image not written',
  'store worker could not load',
]);

/** What long loading says of itself, as a line that is written over. */
const PROGRESS: Readonly<Record<string, (details: Readonly<Record<string, unknown>>) => string>> = {
  'native store loading': ({ line }) => String(line),
  'endpoint loading': ({ graph, statements, of }) => `${graph}  ${statements} / ${of}`,
};

/** The log of a server: lines of JSON on standard error; on a terminal, long loading is shown. */
export function createServerLog({ verbose, flash }: Pick<Terminal, 'verbose' | 'flash'>): Log {
  const logger = pino({ name: 'cimaise', level: verbose ? 'info' : 'warn' }, pino.destination(2));
  return (event, details = {}) => {
    const line = Object.hasOwn(PROGRESS, event) ? PROGRESS[event]?.(details) : undefined;
    if (line !== undefined && !verbose) flash(line);
    logger[WARNINGS.has(event) ? 'warn' : 'info'](details, event);
  };
}
