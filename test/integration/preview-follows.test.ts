import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { cellOf, isRead, textOf } from './preview-page.ts';
import { CSV, MAPPING, PreviewedProject, SHAPE } from './previewed-project.ts';

jest.setTimeout(300_000);

describe('cimaise preview, while files are edited,', () => {
  let project: PreviewedProject;

  beforeAll(async () => {
    project = await PreviewedProject.make();
    await project.begin('inventaire');
    await project.pageWith((page) => page.includes('class="status fresh"'));
  });
  afterAll(() => project?.end());

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
});
