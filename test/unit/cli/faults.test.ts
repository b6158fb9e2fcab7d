import { describe, expect, it } from '@jest/globals';
import { tellFault } from '../../../src/cli/faults.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';
import { type Complaint, Fault, RefusedInput } from '../../../src/model/index.ts';
import { recorded } from './streams.ts';

function told(error: unknown, language: 'fr' | 'en', verbose = false) {
  const { streams, out, err } = recorded();
  const code = tellFault(error, createTerminal(streams, language, verbose));
  expect(out()).toBe('');
  return { code, lines: err().split('\n').filter(Boolean) };
}

const complaint = (line: number): Complaint => ({
  place: { file: 'data/x/dataset.yml', line, column: 3 },
  found: { fr: 'Il manque un titre.', en: 'A title is missing.' },
  remedy: { fr: 'Écrivez-en un.', en: 'Write one.' },
});

const system = (code: string, path?: string) =>
  Object.assign(new Error(`${code}: bad`), { code, ...(path ? { path } : {}) });

describe('A fault', () => {
  const busy = new Fault(
    { fr: 'Le port est pris.', en: 'The port is taken.' },
    { fr: 'Choisissez-en un autre.', en: 'Choose another.' },
    new Error('EADDRINUSE'),
  );

  it('is one sentence and its remedy, exit code 2', () => {
    expect(told(busy, 'fr')).toEqual({ code: 2, lines: ['Le port est pris. Choisissez-en un autre.'] });
    expect(told(busy, 'en')).toEqual({ code: 2, lines: ['The port is taken. Choose another.'] });
  });

  it('shows its trace and its cause only when asked', () => {
    const { code, lines } = told(busy, 'en', true);
    expect(code).toBe(2);
    expect(lines[0]).toBe('The port is taken. Choose another.');
    expect(lines.join('\n')).toMatch(/ at .*faults\.test\.ts/);
    expect(lines.join('\n')).toContain('Caused by: Error: EADDRINUSE');
  });
});

describe('A refused input', () => {
  it('is a line a complaint, place first, exit code 1', () => {
    expect(told(new RefusedInput([complaint(1)]), 'en')).toEqual({
      code: 1,
      lines: ['data/x/dataset.yml:1:3  A title is missing. Write one.'],
    });
  });

  it('counts its complaints where they are several', () => {
    const { code, lines } = told(new RefusedInput([complaint(1), complaint(2)]), 'fr');
    expect(code).toBe(1);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toBe('data/x/dataset.yml:2:3  Il manque un titre. Écrivez-en un.');
    expect(lines[2]).toContain('2 choses à corriger.');
  });
});

describe('An error of the system', () => {
  it.each([
    ['ENOSPC', /disque est plein.*aucun fichier n’est laissé à moitié/, /disk is full.*no file is left half/],
    ['EDQUOT', /quota/, /quota/],
    ['EACCES', /droits/, /rights/],
    ['EROFS', /CIMAISE_RELEASES/, /CIMAISE_RELEASES/],
    ['EMFILE', /ulimit -n/, /ulimit -n/],
  ])('%s is told in words, with its path, exit code 2', (code, fr, en) => {
    for (const [language, expected] of [
      ['fr', fr],
      ['en', en],
    ] as const) {
      const { code: exit, lines } = told(system(code, '/releases/x'), language);
      expect(exit).toBe(2);
      expect(lines).toEqual([expect.stringMatching(expected)]);
      expect(lines[0]).toMatch(/^\/releases\/x {2}/);
    }
    expect(told(system(code), 'en').lines[0]).toMatch(/^[A-Z]/);
  });

  it.each([new Error('something odd'), system('EWHATEVER', '/x'), new TypeError('x is not a function')])(
    '%s is owned to be unexpected, without a trace, exit code 2',
    (error) => {
      for (const [language, sentence, flag] of [
        ['fr', 'Erreur inattendue : ', '--verbose'],
        ['en', 'Unexpected error: ', '--verbose'],
      ] as const) {
        const { code, lines } = told(error, language);
        expect(code).toBe(2);
        expect(lines).toHaveLength(1);
        expect(lines[0]).toContain(sentence);
        expect(lines[0]).toContain(error.message);
        expect(lines[0]).toContain(flag);
      }
    },
  );

  it('that is not even an error is told too', () => {
    expect(told('a text', 'en')).toEqual({ code: 2, lines: [expect.stringContaining('a text')] });
  });
});
