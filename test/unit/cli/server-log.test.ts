import { describe, expect, it } from '@jest/globals';
import { createServerLog } from '../../../src/cli/server-log.ts';

const linesOf = (verbose: boolean) => {
  const lines: Record<string, unknown>[] = [];
  const log = createServerLog({ verbose }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
};

describe('The log of a server', () => {
  it('tells what went wrong, with where it did, to everybody', () => {
    const { log, lines } = linesOf(false);
    log('request failed', { url: '/x', err: new TypeError('of undefined') });
    expect(lines).toMatchObject([
      {
        msg: 'request failed',
        level: 50,
        url: '/x',
        err: { message: 'of undefined', stack: expect.stringContaining('server-log.test') },
      },
    ]);
  });

  it.each([
    [true, 1],
    [false, 0],
  ])('tells what went well to who wants all (%p)', (verbose, count) => {
    const { log, lines } = linesOf(verbose);
    log('store image restored');
    expect(lines).toHaveLength(count);
  });
});
