import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeShared } from '../shared.ts';
import { EDITS, TITLES } from './add-edits.ts';
import {
  draftedIn,
  dumpOf,
  type Gold,
  isSeparated,
  placeOf,
  realFile,
  saidBy,
  shareMapped,
} from './added-file.ts';
import { cimaise, type Ended, scratch } from './command-line.ts';

jest.setTimeout(900_000);

/** Written by looking at the files. */
const GOLD: readonly Gold[] = [
  {
    file: 'jardins-remarquables-initial.csv',
    slug: 'jardins-remarquables',
    identifier: ['code_id'],
    place: { identifier: 'MHR_32_JR0001', at: [50.80243, 2.50501] },
    separated: [],
    whole: ['descriptif', 'adresse', 'nom_du_jardin'],
  },
  {
    file: 'festivals-2024.csv',
    slug: 'festivals',
    identifier: ['Identifiant'],
    place: { identifier: 'FEST_39073_1020', at: [46.87467, 5.62788] },
    separated: [
      'Sous-catégorie spectacle vivant',
      'Sous-catégorie musique',
      'Sous-catégorie cinéma et audiovisuel',
      'Sous-catégorie arts visuels et arts numériques',
      'Sous-catégorie livre et littérature',
    ],
    whole: ['Discipline dominante', 'Nom du festival', 'Libellé EPCI', 'Sous-catégorie Musique CNM'],
  },
  {
    file: 'frequentation-musees-2024.csv',
    slug: 'frequentation-musees',
    identifier: ['ref_musee', 'annee'],
    separated: [],
    whole: ['nom_du_musee', 'observations'],
  },
  {
    file: 'insee-cog-commune-2022.csv',
    slug: 'insee-cog-commune',
    identifier: ['COM', 'TYPECOM'],
    separated: [],
    whole: ['LIBELLE'],
  },
  {
    file: 'merimee-toulouse-2020.geojson',
    slug: 'merimee-toulouse',
    identifier: [],
    place: { name: 'église paroissiale Saint-Caprais', at: [43.63605, 1.46467] },
    separated: ['properties.chppart', 'properties.chpautr', 'properties.chpjdat'],
    whole: ['properties.chphist', 'properties.chptico'],
  },
];

const project = join(scratch(), 'projet');
const releases = join(scratch(), 'releases');
const run = (...args: string[]): Promise<Ended> =>
  cimaise([...args.slice(0, 1), '--project', project, ...args.slice(1)], {
    CIMAISE_RELEASES: releases,
    CIMAISE_LANGUAGE: 'fr',
  });

/** Right or wrong, one row a claim: printed, because it is what the owner of a file wants to know. */
const rows: string[] = [];
const judge = (slug: string, claim: string, isRight: boolean): void => {
  rows.push(`${isRight ? 'right' : 'WRONG'}  ${slug.padEnd(22)}  ${claim}`);
};

const subjectOf = (said: string): string => /subjects: (.*)/.exec(said)?.[1] ?? '';

describeShared('data/real')('Five files that no mapping here knows, each added without a question', () => {
  const added = new Map<string, Ended>();
  let built: Ended;

  beforeAll(async () => {
    await cimaise(['init', project, '--yes', '--title', 'Essai']);
    for (const { file, slug } of GOLD) added.set(slug, await run('add', realFile(file), '--yes'));
    built = await run('build');
  });

  it.each(GOLD)('$file is added, and the project is in order', ({ slug }) => {
    const { code, err } = added.get(slug) ?? {};
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('are built without an edit, and the release is whole', async () => {
    expect({ code: built.code, err: built.err }).toEqual({ code: 0, err: built.err });
    const { code, out } = await run('releases', 'verify');
    expect({ code, out }).toEqual({ code: 0, out });
  });

  it.each(GOLD)('$file: its identifier', ({ slug, identifier }) => {
    const subject = subjectOf(saidBy(draftedIn(project, slug).mapping));
    const isRight =
      identifier.length === 0
        ? (added.get(slug)?.out ?? '').includes('Attention')
        : identifier.every((one) => subject.includes(`$(${one})`)) &&
          subject.split('$(').length === identifier.length + 1;
    judge(slug, `identifier: ${identifier.join(' + ') || 'none is good, and that is said'}`, isRight);
    expect({ subject, isRight }).toEqual({ subject, isRight: true });
  });

  it.each(GOLD.filter(({ place }) => place !== undefined))('$file: where things are', ({ slug, place }) => {
    if (place === undefined) return;
    const found = placeOf(dumpOf(releases, slug), place);
    const isRight = place.at.every((degrees, at) => Math.abs(degrees - (found[at] ?? Number.NaN)) < 0.0005);
    judge(slug, `place of ${place.identifier ?? place.name}: ${found.join(', ')}`, isRight);
    expect({ found, isRight }).toEqual({ found, isRight: true });
  });

  it.each(GOLD)('$file: which cells hold several values', ({ slug, separated, whole }) => {
    const said = saidBy(draftedIn(project, slug).mapping);
    const missed = separated.filter((one) => !isSeparated(said, one));
    const torn = whole.filter((one) => isSeparated(said, one));
    judge(
      slug,
      `several values: ${separated.length - missed.length} of ${separated.length} columns`,
      missed.length === 0,
    );
    judge(slug, `one value: ${whole.length - torn.length} of ${whole.length} columns`, torn.length === 0);
    expect({ missed, torn }).toEqual({ missed: [], torn: [] });
  });

  it.each(GOLD)('$file: nineteen of twenty filled cells say something', async (gold) => {
    const share = await shareMapped(project, releases, gold);
    judge(gold.slug, `cells mapped: ${(share * 100).toFixed(1)} %`, share >= 0.95);
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  it('are published as a person would, after a few edits', async () => {
    const counts = EDITS.map(({ slug, lines }) => `${slug}: ${lines.length} lines`);
    const commands = ['init', 'add', 'build', 'releases verify'];
    for (const { slug, lines } of EDITS) {
      for (const { file, find, put } of lines) {
        const path = join(project, file.replace('%', slug));
        const text = readFileSync(path, 'utf8');
        expect({ file, slug, find, there: text.includes(find) }).toEqual({ file, slug, find, there: true });
        writeFileSync(
          path,
          text.replace(find, () => put),
        );
      }
      expect(lines.length).toBeLessThanOrEqual(20);
    }
    expect(commands.length).toBeLessThanOrEqual(5);
    const again = await run('build');
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: again.err });
    expect((await run('releases', 'verify')).code).toBe(0);
    for (const slug of TITLES.keys()) expect(dumpOf(releases, slug).length).toBeGreaterThan(100);
    rows.push(`edits  ${commands.length} commands (${commands.join(', ')}); ${counts.join('; ')}`);
  });

  it('give this table', () => {
    process.stdout.write(`\n${rows.join('\n')}\n`);
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe('A file to add', () => {
  it('is added only where somebody can be asked, or says --yes', async () => {
    const folder = scratch();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'ref;nom\nA1;Un\nA2;Deux\n');
    const { code, err } = await cimaise(['--project', folder, 'add', file]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('Add --yes') });
  });

  it('replaces nothing without --force, and leaves nothing half written', async () => {
    const folder = scratch();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'ref;nom\nA1;Un\nA2;Deux\nA3;Trois\n');
    const add = (...more: string[]) =>
      cimaise(['--project', folder, 'add', file, '--yes', '--slug', 'choses', ...more]);
    expect((await add()).code).toBe(0);
    writeFileSync(join(folder, 'data', 'choses', 'dataset.yml'), 'edited: by hand\n');
    const refused = await add();
    expect({ code: refused.code, err: refused.err }).toEqual({
      code: 2,
      err: expect.stringContaining('--force'),
    });
    expect(readFileSync(join(folder, 'data', 'choses', 'dataset.yml'), 'utf8')).toBe('edited: by hand\n');
    expect((await add('--force')).code).toBe(0);
    expect(readFileSync(join(folder, 'data', 'choses', 'dataset.yml'), 'utf8')).toContain('uriPattern');
  });

  it('is told with its figures, and the address of one of its things', async () => {
    const folder = scratch();
    const file = join(folder, 'poteries.csv');
    writeFileSync(file, 'ref;nom;annee\nP1;Cruche;1801\nP2;Plat;1820\nP3;Bol;1831\n');
    const { out } = await cimaise(['--project', folder, 'add', file, '--yes']);
    expect(out).toContain('3 records, 3 columns');
    expect(out).toContain('http://localhost:3000/id/poteries/P1');
    expect(out).toContain('cimaise build poteries');
  });

  it('is only shown where nothing is to be written', async () => {
    const folder = scratch();
    const file = join(folder, 'a.csv');
    writeFileSync(file, 'ref;nom\nA1;Un\nA2;Deux\nA3;Trois\n');
    const { code, out } = await cimaise(['--project', folder, 'add', file, '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('── data/a/mapping.yml');
    expect((await cimaise(['--project', folder, 'check'])).code).not.toBe(0);
  });
});
