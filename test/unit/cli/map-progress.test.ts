import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { mapProgress } from '../../../src/cli/map-progress.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';

/** What is written on a screen, or on what is none, two seconds after a mapping began. */
function written(isTTY: boolean): string {
  const screen = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 });
  let now = 0;
  const progress = mapProgress(createTerminal({ out: screen, err: screen }, 'en', false), () => now);
  progress.tell({ records: 10, statements: 20 });
  now = 2000;
  progress.tell({ records: 1500, statements: 4000 });
  return String(screen.read() ?? '');
}

describe('The progress of a mapping', () => {
  it('tells records, statements and their rate on a terminal', () => {
    expect(written(true)).toBe('1,500 records, 4,000 statements (2,000/s)');
  });

  it('is silent elsewhere', () => {
    expect(written(false)).toBe('');
  });
});
