import { describe, expect, it } from '@jest/globals';
import { createServerLog } from '../../../src/cli/server-log.ts';

const linesOf = (verbose: boolean) => {
  const lines: Record<string, unknown>[] = [];
  const flashed: string[] = [];
  const terminal = { verbose, flash: (line: string) => void flashed.push(line) };
  const log = createServerLog(terminal, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines, flashed };
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

  it('tells what should be heard of, and shows how far long loading is', () => {
    const { log, lines, flashed } = linesOf(false);
    log('store image not used', { why: 'damaged' });
    log('endpoint loading', { graph: 'http://x/', statements: 3, of: 9 });
    expect(lines).toMatchObject([{ level: 40, msg: 'store image not used', why: 'damaged' }]);
    expect(flashed).toEqual(['http://x/  3 / 9']);
  });
});
