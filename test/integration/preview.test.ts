import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cimaise, copyOfWorld, scratch } from './command-line.ts';
import { cellOf, isRead, textOf } from './preview-page.ts';
import { BASE, CSV, PreviewedProject } from './previewed-project.ts';

jest.setTimeout(300_000);

/** Processes whose parent this is. */
const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(pid);
      } catch {
        return false;
      }
    })
    .map(Number);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe('cimaise preview', () => {
  let project: PreviewedProject;

  beforeAll(async () => {
    project = await PreviewedProject.make();
    await project.begin('inventaire');
  });
  afterAll(() => project?.end());

  it('answers the first request with records', async () => {
    const page = await project.pageWith((text) => !text.includes('class="status starting"'));
    expect(page).toContain('20 chosen records of 40');
    expect(page.match(/id="record-\d+"/g)).toHaveLength(20);
  });

  it('shows a record as the row of its source, as statements, and as the page that it will have', async () => {
    const page = await project.page('lang=en&row=40');
    expect(textOf(cellOf(page, 'Titre'))).toMatch(/Titre Registre des passages/);
    expect(textOf(page)).toContain('<id/inventaire/BAT.2019.1> a schema:VisualArtwork');
    expect(textOf(page)).toContain(`@base <${BASE}> .`);
    expect(textOf(page)).toContain('schema:name "Registre des passages');
    const final = /<iframe id="thing"[^>]* src="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const answer = await fetch(new URL(final, project.address));
    expect(answer.status).toBe(200);
    expect(textOf(/<h1[\s\S]*?<\/h1>/.exec(await answer.text())?.[0] ?? '')).toContain(
      'Registre des passages',
    );
  });

  it('says why each record was chosen', async () => {
    expect(textOf(await project.page('lang=en'))).toMatch(
      /Among the longest: \d+ characters[\s\S]*Drawn by lot/,
    );
    expect(textOf(await project.page('lang=fr'))).toMatch(
      /Parmi les plus longues\u00a0: \d+ caractères[\s\S]*Tirée au sort/,
    );
  });

  it('answers this machine only, and is asked, not told', async () => {
    for (const host of ['localhost', '127.0.0.1:80', '[::1]:3000'])
      expect([host, await project.statusFor(host)]).toEqual([host, 200]);
    for (const host of ['elsewhere.example', 'localhost.elsewhere.example', '127.0.0.1.elsewhere.example'])
      expect([host, await project.statusFor(host)]).toEqual([host, 403]);
    expect(await project.statusFor('localhost', 'POST')).toBe(405);
  });

  it('counts over the whole file in the background, and says what the first release would contain', async () => {
    const page = textOf(await project.pageWith(isRead));
    expect(page).toMatch(/Records read 40/);
    expect(page).toMatch(/Things to publish 40/);
    expect(page).toMatch(
      /Nothing is published yet: the first release would have [\d,]+ statements and 3 datasets/,
    );
    expect(page).toContain('No fault in the whole file.');
  });

  it('writes nothing into the project or its releases', async () => {
    expect(readdirSync(project.root).sort()).toEqual(
      ['.cimaise', '.gitignore', 'data', 'ontologies', 'queries', 'shapes'].sort(),
    );
  });

  it('is ended by SIGINT in order: nothing is left behind', async () => {
    project.edit(CSV, 'Gaffe n° 2;', 'Grande gaffe n° 2;');
    await project.pageWith(() => childrenOf(project.pid).length > 0);
    const children = childrenOf(project.pid);
    const { code, signal, err } = (await project.end('SIGINT')) ?? {};
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: '' });
    expect(children.filter(isAlive)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('cimaise-preview-'))).toEqual([]);
  });
});

describe('What cimaise preview is asked for', () => {
  const preview = (...args: readonly string[]) =>
    cimaise(['preview', '--project', copyOfWorld('a-small-world'), ...args]);

  it.each([
    ['another dataset', ['palces'], 'Did you mean “places”?'],
    ['one of two', [], 'There are 2 datasets: which one?'],
    ['a port that is none', ['places', '--port', '99999'], '--port'],
  ])('is refused with a remedy: %s', async (_, args, said) => {
    const { code, err } = await preview(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('is a dataset of a project', async () => {
    const { code, err } = await cimaise(['preview', '--project', scratch()]);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no dataset here.')]);
  });
});
