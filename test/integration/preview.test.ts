import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cimaise } from './command-line.ts';
import { BASE, CSV, MAPPING, PreviewedProject, SHAPE } from './previewed-project.ts';

jest.setTimeout(180_000);

/** The row of a table's column on the page. */
const cellOf = (page: string, column: string): string =>
  new RegExp(`<tr id="cell-\\d+" class="[^"]*"><th scope="row">${column}[\\s\\S]*?</tr>`).exec(page)?.[0] ??
  '';

const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replace(/[ \n]+/g, ' ');

const isRead = (page: string): boolean => page.includes('Read to its end.');

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

  describe('tells a new version, and shows it, when', () => {
    async function followed(
      save: () => void,
      shown: (page: string) => boolean,
      query: string,
    ): Promise<string> {
      const controller = new AbortController();
      const versions = project.events(controller.signal);
      const told = versions.next();
      const before = await project.page(query);
      expect(shown(before)).toBe(false);
      save();
      const first = (await told).value as number;
      const page = await project.pageWith(shown, query);
      const later = (await versions.next()).value as number;
      controller.abort();
      expect(later).toBeGreaterThan(first);
      return page;
    }

    it('the mapping is saved', async () => {
      await followed(
        () => project.edit(MAPPING, '[schema:name, $(Titre), fr~lang]', '[schema:name, $(Titre), en~lang]'),
        (page) => /Registre des passages[^\n]*@en/.test(textOf(page)),
        'lang=en&row=40',
      );
      project.edit(MAPPING, '[schema:name, $(Titre), en~lang]', '[schema:name, $(Titre), fr~lang]');
      await project.pageWith((page) => /Registre des passages[^\n]*@fr/.test(textOf(page)), 'lang=en&row=40');
    });

    it('the shape is saved: the fault stands on its cell, with its sentence', async () => {
      const before = project.read(SHAPE);
      const page = await followed(
        () => project.edit(SHAPE, /(?<=#matiere> a [\s\S]*?)sh:minCount 1/, 'sh:minCount 2'),
        (text) => cellOf(text, 'Matière').includes('faulty'),
        'lang=en&row=40',
      );
      expect(textOf(cellOf(page, 'Matière'))).toMatch(/bois To check “Matière” is not what the file gave/);
      expect(cellOf(page, 'Titre')).not.toContain('faulty');
      project.save(SHAPE, before);
      await project.pageWith((text) => !cellOf(text, 'Matière').includes('faulty'), 'lang=en&row=40');
    });

    it('the table is saved: what is missing, and what is not understood, stand on their cells', async () => {
      const before = project.read(CSV);
      const page = await followed(
        () => project.save(CSV, before.replace(/(BAT\.2019\.1;)[^;]*(.*);Rhône/, '$1$2;Rhöne-Alpes')),
        (text) => cellOf(text, 'Titre').includes('faulty'),
        'lang=en&row=40',
      );
      expect(textOf(cellOf(page, 'Titre'))).toMatch(
        /Titre empty To correct “Name” is not what the file gave/,
      );
      expect(textOf(cellOf(page, 'Département'))).toMatch(
        /Rhöne-Alpes Not understood .*rule: data\/inventaire\/mapping\.yml:\d+/,
      );
    });

    it('has the whole file counted again, with what would be left out', async () => {
      const page = textOf(
        await project.pageWith((text) => text.includes('At fault when the whole file was')),
      );
      expect(page).toMatch(/Things left out 1\b.* What is to be corrected in the data/);
      expect(page).toMatch(/To correct “Name” is not [^|]* Titre 1 row 41 Not understood/);
      expect(page).toMatch(
        / 41 BAT\.2019\.1 2\sfaults At fault when the whole file was last read: “Name” is not/,
      );
      project.edit(
        CSV,
        /BAT\.2019\.1;(.*);Rhöne-Alpes/,
        'BAT.2019.1;Registre;Lebrun Jean;1889;bois;H. 59 cm;Lyon;Rhône',
      );
      await project.pageWith((text) => /Things left out 0\b/.test(textOf(text)) && isRead(text));
    });
  });

  it('keeps the last good records where a declaration is broken, and says file and line', async () => {
    const before = project.read(MAPPING);
    project.edit(MAPPING, '- [dcterms:identifier, $(nInventaire)]', '- [dcterms:identifier, $(nInventaire)');
    const page = await project.pageWith((text) => text.includes('class="status stale"'));
    expect(textOf(page)).toMatch(/data\/inventaire\/mapping\.yml:\d+/);
    expect(textOf(page)).toMatch(/What follows is of \d\d:\d\d:\d\d/);
    expect(page).toContain('20 chosen records of 40');
    const french = textOf(await project.page('lang=fr'));
    expect(french).toMatch(/À corriger dans les fichiers [^\n]*mapping\.yml:\d+/);
    project.save(MAPPING, before);
    await project.pageWith((text) => text.includes('class="status fresh"'));
  });

  it('says what a next release would change, once there is one', async () => {
    await project.pageWith(isRead);
    expect((await project.run('build')).code).toBe(0);
    const same = textOf(
      await project.pageWith((text) =>
        /The same as release [\d.-]+: nothing would change/.test(textOf(text)),
      ),
    );
    expect(same).not.toContain('Nothing is published yet');
    project.edit(CSV, 'Gaffe n° 2;', 'Grande gaffe n° 2;');
    const next = textOf(await project.pageWith((text) => /Compared with release/.test(text) && isRead(text)));
    expect(next).toMatch(/0 added .*1 changed BAT\.1981\.1 .*0 removed/);
  });

  it('is ended by SIGINT in order: nothing is left behind', async () => {
    project.edit(CSV, 'Grande gaffe', 'Gaffe');
    await project.pageWith(() => childrenOf(project.pid).length > 0);
    const children = childrenOf(project.pid);
    const { code, signal, err } = (await project.end('SIGINT')) ?? {};
    expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: '' });
    expect(children.filter(isAlive)).toEqual([]);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('cimaise-preview-'))).toEqual([]);
  });
});

describe('What cimaise preview is asked for', () => {
  it.each([
    ['another dataset', ['inventare'], 'Did you mean “inventaire”?'],
    ['a port that is none', ['inventaire', '--port', '99999'], '--port'],
  ])('is refused with a remedy: %s', async (_, args, said) => {
    const project = await PreviewedProject.make();
    const { code, err } = await project.run('preview', ...args);
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('is a dataset of a project', async () => {
    const { code, err } = await cimaise(['preview', '--project', tmpdir()]);
    expect([code, err]).toEqual([2, expect.stringContaining('There is no dataset here.')]);
  });
});
