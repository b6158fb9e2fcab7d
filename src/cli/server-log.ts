import pino from 'pino';
import type { Log } from '../http/index.ts';

/**
 * The log of a server, lines of JSON. What has an `err` went wrong on our side, and is told always; the rest only to who
 * wants all.
 * @param destination where lines go; default: standard error
 */
export function createServerLog(
  { verbose }: { readonly verbose: boolean },
  destination: pino.DestinationStream = pino.destination(2),
): Log {
  const log = pino({ name: 'cimaise', level: verbose ? 'info' : 'warn' }, destination);
  return (event, details = {}) => {
    if (details['err'] === undefined) log.info(details, event);
    else log.error(details, event);
  };
}
