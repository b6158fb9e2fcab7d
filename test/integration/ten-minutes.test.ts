import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { commandsOf, NewcomersShell, type Served, stop } from './readme-commands.ts';

jest.setTimeout(900_000);

/** A tarball of `npm pack`: `.ci/run` gives one, and then the README is followed to the letter. */
const TARBALL = process.env['CIMAISE_TEST_PACKAGE'];

/** Commands that stay until they are ended. */
const STAYS = /^npx cimaise (preview|start)\b.*$/m;

/** The page of a preview that has read its files: on a busy machine that takes longer than a page waits for it. */
async function firstPage(address: string): Promise<string> {
  const page = await fetch(address);
  expect(page.status).toBe(200);
  const text = await page.text();
  return text.includes('class="status starting"') ? firstPage(address) : text;
}

describe('The ten minutes of the README', () => {
  const running = new Set<Served>();
  const end = async (served: Served): Promise<void> => {
    running.delete(served);
    await stop(served);
  };

  // Whatever was expected in vain: nothing stays behind.
  afterEach(async () => {
    for (const served of running) await end(served);
  });

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
    for (const block of commandsOf('Ten minutes')) {
      const stays = STAYS.exec(block)?.[0];
      const before = stays === undefined ? block : block.slice(0, block.indexOf(stays));
      if (before.startsWith('curl'))
        asked = await timed('curl', () => shell.run(block.replaceAll('http://localhost:3000/', address)));
      else if (before.trim() !== '')
        told.push(await timed(before.trim().split('\n').at(-1) as string, () => shell.run(before)));
      if (stays !== undefined) {
        const served = await timed(stays, () => shell.serve(stays));
        running.add(served);
        address = served.address;
        if (stays.includes('preview')) {
          expect(await firstPage(address)).toContain('BAT.');
          await end(served);
        }
      }
    }
    process.stdout.write(`${clock.map(({ step, seconds }) => `${seconds} s\t${step}`).join('\n')}\n`);
    expect(told.join('\n')).toContain('https://donnees.batellerie.example/id/inventaire/BAT.1987.1');
    expect(asked).toContain('Maquette de péniche Freycinet');
    expect(asked).toContain('<https://donnees.batellerie.example/id/departements/78>');
  });
});
