import { describe, expect, it } from '@jest/globals';
import { createTerminal, figure, table } from '../../../src/cli/terminal.ts';
import { recorded } from './streams.ts';

const ERASED = '\r\u001b[2K';

describe('A terminal', () => {
  it('says lines, and tells in its language', () => {
    const { streams, out } = recorded();
    const terminal = createTerminal(streams, 'en', false);
    terminal.say('a');
    terminal.tell({ fr: 'oui', en: 'yes' });
    createTerminal(streams, 'fr', false).tell({ fr: 'oui', en: 'yes' });
    expect(out()).toBe('a\nyes\noui\n');
  });

  it('writes errors apart', () => {
    const { streams, out, err } = recorded();
    createTerminal(streams, 'en', false).error('wrong');
    expect([out(), err()]).toEqual(['', 'wrong\n']);
  });

  it('flashes over its last line, and clears it before it says anything', () => {
    const { streams, out } = recorded({ isTTY: true, columns: 80 });
    const terminal = createTerminal(streams, 'en', false);
    terminal.flash('1');
    terminal.flash('2');
    terminal.say('done');
    terminal.say('more');
    expect(out()).toBe(`1${ERASED}2${ERASED}done\nmore\n`);
  });

  it('clears what it flashed before an error', () => {
    const { streams, out, err } = recorded({ isTTY: true });
    const terminal = createTerminal(streams, 'en', false);
    terminal.flash('1');
    terminal.error('wrong');
    expect([out(), err()]).toEqual([`1${ERASED}`, 'wrong\n']);
  });

  it.each([
    [20, 19],
    [undefined, 79],
  ])('of %p columns never flashes more than %i characters', (columns, shown) => {
    const { streams, out } = recorded({ isTTY: true, ...(columns === undefined ? {} : { columns }) });
    createTerminal(streams, 'en', false).flash('x'.repeat(200));
    expect(out()).toBe('x'.repeat(shown));
  });

  it('that is a file is flashed nothing, not even escapes', () => {
    const { streams, out } = recorded();
    const terminal = createTerminal(streams, 'en', false);
    terminal.flash('1');
    terminal.say('done');
    expect(out()).toBe('done\n');
  });
});

describe('A figure', () => {
  it.each([
    [44_480, '44\u202f480', '44,480'],
    [999, '999', '999'],
    [1234.6, '1\u202f235', '1,235'],
  ])('%d is written as each language does', (value, fr, en) => {
    expect([figure(value, 'fr'), figure(value, 'en')]).toEqual([fr, en]);
  });
});

describe('A table', () => {
  it('aligns its first column to the left and the others to the right', () => {
    expect(
      table([
        ['name', 'things', 'n'],
        ['a', '7', '44,480'],
        ['longer', '1', ''],
      ]),
    ).toEqual(['name    things       n', 'a            7  44,480', 'longer       1']);
  });

  it('of nothing is nothing', () => {
    expect(table([])).toEqual([]);
  });
});
