import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, scratch } from './command-line.ts';

const MAIN = join(REPOSITORY, 'src', 'main.ts');
const ENTER = '\r';
const CTRL_C = '\u0003';

/** util-linux's `script` runs a command on a terminal of its own. */
const HAS_TERMINAL = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

/** Runs a command on a terminal; each answer is typed when its question stands there. */
function onTerminal(
  args: string,
  answers: readonly (readonly [question: string, keys: string])[],
): Promise<{ readonly code: number | null; readonly shown: string }> {
  const child = spawn('script', ['-qec', `"${process.execPath}" "${MAIN}" ${args}`, '/dev/null'], {
    env: { ...process.env, CIMAISE_LANGUAGE: 'fr', TERM: 'xterm' },
  });
  const waiting = [...answers];
  let shown = '';
  let unanswered = '';
  return new Promise((resolve) => {
    child.stdout.on('data', (piece: Buffer) => {
      const text = stripVTControlCharacters(piece.toString('utf8'));
      shown += text;
      unanswered += text;
      const [next] = waiting;
      if (next === undefined || !unanswered.includes(next[0])) return;
      waiting.shift();
      unanswered = '';
      child.stdin.write(next[1]);
    });
    child.on('close', (code) => resolve({ code, shown }));
  });
}

(HAS_TERMINAL ? describe : describe.skip)('Questions on a terminal (needs script)', () => {
  const file = (): { readonly folder: string; readonly path: string } => {
    const folder = scratch();
    const path = join(folder, 'poteries.csv');
    writeFileSync(path, 'ref;nom;annee\nP1;Cruche;1801\nP2;Plat;1820\nP3;Bol;1831\n');
    return { folder, path };
  };

  it('are asked in French, each with its default, and answered', async () => {
    const { folder, path } = file();
    const { code, shown } = await onTerminal(`--project "${folder}" add "${path}"`, [
      ['Nom dans les adresses', `${'\u007f'.repeat(20)}Mal nommé${ENTER}`],
      ['Minuscules sans accents', `${'\u007f'.repeat(20)}pots${ENTER}`],
      ['Titre du jeu', ENTER],
      ['Ce qui nomme un enregistrement', ENTER],
      ['Ce qu’est une chose', ENTER],
      ['(O/n)', `oui${ENTER}`],
    ]);
    expect({ code, shown }).toEqual({ code: 0, shown: expect.stringContaining('/id/pots/P1') });
    expect(readFileSync(join(folder, 'data/pots/dataset.yml'), 'utf8')).toContain('uriPattern');
  });

  it('may be refused or broken off, and then nothing is written', async () => {
    const { folder, path } = file();
    const enter = ['Nom dans', 'Titre du', 'Ce qui nomme', 'Ce qu’est'].map((one) => [one, ENTER] as const);
    const refused = await onTerminal(`--project "${folder}" add "${path}"`, [
      ...enter,
      ['(O/n)', `n${ENTER}`],
    ]);
    expect(refused.code).not.toBeNull();
    const left = await onTerminal(`--project "${folder}" add "${path}"`, [
      ['Nom dans', ENTER],
      ['Titre du', CTRL_C],
    ]);
    expect({ code: left.code, shown: left.shown }).toEqual({
      code: 130,
      shown: expect.stringContaining('Interrompu'),
    });
    expect(existsSync(join(folder, 'data', 'poteries'))).toBe(false);
  });

  it('of init make a project', async () => {
    const folder = scratch();
    const { code, shown } = await onTerminal(`init "${folder}"`, [
      ['Nom du site', `Musée du Sel${ENTER}`],
      ['Qui publie', ENTER],
      ['Début de toutes', `sel.example${ENTER}`],
      ['finit par', `${'\u007f'.repeat(40)}https://sel.example/${ENTER}`],
    ]);
    expect({ code, shown }).toEqual({ code: 0, shown: expect.stringContaining('cimaise add') });
    expect(readFileSync(join(folder, 'data', 'site.yml'), 'utf8')).toContain('https://sel.example/');
  });
});
