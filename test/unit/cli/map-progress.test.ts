import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { mapProgress } from '../../../src/cli/map-progress.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';

/** What is written on a screen, or on what is none, while two parts of a mapping are done. */
function written(isTTY: boolean, records?: number): string {
  const screen = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  let now = 0;
  const progress = mapProgress(createTerminal({ out: screen, err: screen }, 'en', false), () => now);
  progress.add('a\nb\n', records);
  now = 2000;
  progress.add('c\nd\n', records);
  return String(screen.read() ?? '');
}

describe('The progress of a mapping', () => {
  it('tells statements and their rate on a terminal', () => {
    expect(written(true)).toBe('4 statements (2/s)');
  });

  it('tells records where they are known', () => {
    expect(written(true, 1500)).toBe('1,500 records, 4 statements (2/s)');
  });

  it('is silent elsewhere', () => {
    expect(written(false)).toBe('');
  });
});
