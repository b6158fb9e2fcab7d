import { describe, expect, it } from '@jest/globals';
import { quietProgress } from '../../../src/cli/progress-lines.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';
import type { Language } from '../../../src/model/index.ts';
import type { BuildEvent } from '../../../src/release/index.ts';
import { recorded } from './streams.ts';

const EVENTS: readonly BuildEvent[] = [
  { kind: 'dataset-started', slug: 'musees' },
  { kind: 'mapping', slug: 'musees', records: 1200, statements: 9000 },
  { kind: 'judging-together', slug: 'musees', things: 1200 },
  { kind: 'dataset-reused', slug: 'oeuvres', things: 40, statements: 900 },
  { kind: 'asking', asked: 3 },
];

/** What stands on the last line, one time after the other. */
function shown(language: Language, isTTY: boolean): readonly string[] {
  const { streams, out, err } = recorded({ isTTY, columns: 200 });
  const tell = quietProgress(createTerminal(streams, language, false));
  for (const event of EVENTS) tell(event);
  expect(err()).toBe('');
  return out().split('\r\u001b[2K');
}

describe('The progress of a publication', () => {
  it.each([
    ['fr', ['oeuvres\u00a0: inchangé, 40 choses, 900 énoncés', 'questions posées']],
    ['en', ['oeuvres: unchanged, 40 things, 900 statements', 'queries asked']],
  ] as const)('is words on a terminal, and none of them stays: %s', (language, words) => {
    const lines = shown(language, true);
    expect(lines).toHaveLength(EVENTS.length - 1);
    for (const word of words) expect(lines.join('\n')).toContain(word);
    for (const { kind } of EVENTS.filter(({ kind }) => kind.includes('-')))
      expect(lines.join('\n')).not.toContain(kind);
    expect(lines.join('')).not.toContain('\n');
  });

  it('is nothing elsewhere', () => {
    expect(shown('en', false)).toEqual(['']);
  });
});
