import { describe, expect, it, jest } from '@jest/globals';
import { commandsOf, NewcomersShell, stop } from './readme-commands.ts';

jest.setTimeout(900_000);

/** A tarball of `npm pack`: `.ci/run` gives one, and then the README is followed to the letter. */
const TARBALL = process.env['CIMAISE_TEST_PACKAGE'];

/** Commands that stay until they are ended. */
const STAYS = /^npx cimaise (preview|start)\b.*$/m;

describe('The ten minutes of the README', () => {
  it(`go as they are written${TARBALL ? ', from the packed tarball' : ''}`, async () => {
    const shell = new NewcomersShell(TARBALL);
    const clock: { readonly step: string; readonly seconds: number }[] = [];
    const told: string[] = [];
    const timed = async <T>(step: string, act: () => Promise<T>): Promise<T> => {
      const started = performance.now();
      const answer = await act();
      clock.push({ step, seconds: Math.round((performance.now() - started) / 100) / 10 });
      return answer;
    };
    let address = '';
    let asked = '';
    const running = [];
    for (const block of commandsOf('Ten minutes')) {
      const stays = STAYS.exec(block)?.[0];
      const before = stays === undefined ? block : block.slice(0, block.indexOf(stays));
      if (before.startsWith('curl'))
        asked = await timed('curl', () => shell.run(block.replaceAll('http://localhost:3000/', address)));
      else if (before.trim() !== '')
        told.push(await timed(before.trim().split('\n').at(-1) as string, () => shell.run(before)));
      if (stays !== undefined) {
        const served = await timed(stays, () => shell.serve(stays));
        address = served.address;
        if (stays.includes('preview')) {
          const page = await fetch(address);
          expect(page.status).toBe(200);
          expect(await page.text()).toContain('BAT.');
          await stop(served);
        } else running.push(served);
      }
    }
    for (const served of running) await stop(served);
    process.stdout.write(`${clock.map(({ step, seconds }) => `${seconds} s\t${step}`).join('\n')}\n`);
    expect(told.join('\n')).toContain('https://donnees.batellerie.example/id/inventaire/BAT.1987.1');
    expect(asked).toContain('Maquette de péniche Freycinet');
    expect(asked).toContain('<https://donnees.batellerie.example/id/departements/78>');
  });
});
