import pino from 'pino';
import type { Log } from '../http/index.ts';
import type { Terminal } from './terminal.ts';

/** What whoever runs a server should hear of without asking; the rest is told with `--verbose`. */
const WARNINGS: ReadonlySet<string> = new Set([
  'cache stays',
  'contributions unusable',
  'endpoint switch unsure',
  'endpoint tried again',
  'index-elsewhere',
  'index-remade',
  'native store draft stays',
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

/**
 * The log of a server: lines of JSON; on a terminal, long loading is shown. What has an `err` is an error, with its stack.
 * @param destination where lines go; default: standard error
 */
export function createServerLog(
  { verbose, flash }: Pick<Terminal, 'verbose' | 'flash'>,
  destination: pino.DestinationStream = pino.destination(2),
): Log {
  const logger = pino({ name: 'cimaise', level: verbose ? 'info' : 'warn' }, destination);
  return (event, details = {}) => {
    const line = Object.hasOwn(PROGRESS, event) ? PROGRESS[event]?.(details) : undefined;
    if (line !== undefined && !verbose) flash(line);
    logger[levelOf(event, details)](details, event);
  };
}

function levelOf(event: string, { err }: Readonly<Record<string, unknown>>): 'error' | 'warn' | 'info' {
  if (err !== undefined) return 'error';
  return WARNINGS.has(event) ? 'warn' : 'info';
}
