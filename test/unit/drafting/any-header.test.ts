import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { loadProject } from '../../../src/declarations/index.ts';
import { draftDataset, proposeAnswers, recognise } from '../../../src/drafting/index.ts';
import { complaintText } from '../../../src/model/index.ts';
import { profileSource } from '../../../src/profiling/index.ts';
import { checkProject } from '../../../src/release/index.ts';

jest.setTimeout(300_000);

const BASE = 'http://localhost:3000/';
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What `check` says of a dataset that was drafted from such a table; nothing where all is in order. */
async function complaintsOf(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): Promise<readonly string[]> {
  const root = mkdtempSync(join(tmpdir(), 'cimaise-draft-'));
  made.push(root);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const path = 'data/tout/source/tout.csv';
  await write(path, `${[header, ...rows].map((row) => row.map(cell).join(';')).join('\n')}\n`);
  const profile = await profileSource({
    path: join(root, path),
    shown: path,
    told: { format: 'csv', delimiter: ';', quote: '"', encoding: 'utf-8' },
  });
  const family = recognise(profile)?.value;
  const project = { slugs: [], terms: new Map<string, string>() };
  const answers = proposeAnswers({ profile, family, project, file: 'tout.csv', base: BASE });
  const { files } = draftDataset({ profile, answers, family, project, language: 'fr', file: 'tout.csv' });
  for (const [file, text] of files) await write(file, text);
  const loaded = await loadProject({ root, base: BASE });
  const checked = await checkProject(loaded.project);
  const found = [...loaded.complaints, ...(checked.kind === 'refused' ? checked.complaints : [])];
  return found.map((one) => complaintText(one, 'en'));
}

/** Headers that break what is careless: syntax of YAML, YARRRML, Turtle and SPARQL, and words that they reserve. */
const NASTY = [
  'a: b',
  '# x',
  '- x',
  '$(x)',
  '$(',
  'a)b',
  '(a',
  '[x]',
  '{x}',
  "l'état",
  '"cité"',
  'yes',
  'null',
  '~',
  '*x',
  '&x',
  '!x',
  '%x',
  '@x',
  '`x',
  '| x',
  '> x',
  'a\\b',
  'é',
  'œuvre',
  '日本',
  '1',
  '1a',
  '_x',
  'x~iri',
  'x~lang',
  'a,b',
  'a;b',
  'a\tb',
  'a  b',
  'Nom',
  'NOM',
  'nom ',
  'type',
  'a',
  'mapping',
  'subjects',
  'true',
  '\u00a0',
  'REF',
  'TICO',
  'DPRO',
  'SCLE',
  'Latitude',
  'Longitude',
  'date',
  'Titre',
  'Auteur',
  'code_id',
  'Identifiant',
  'e-mail',
  'id',
  'x'.repeat(300),
];

const headers = fc.uniqueArray(
  fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 })),
  {
    minLength: 2,
    maxLength: 9,
  },
);

const VALUES = [
  '12',
  '2019-01-21',
  '48.85,2.35',
  'oui',
  'Paris',
  'https://a.fr',
  'a ; b',
  '',
  '<p>x</p>',
  '$(x)',
  '19e siècle',
  'M0014',
  "l'été",
  'a\nb',
];

describe('Any header row', () => {
  it('gives declarations that check accepts', async () => {
    await fc.assert(
      fc.asyncProperty(headers, fc.integer({ min: 0, max: 1000 }), async (header, seed) => {
        // A first cell that is white alone is no header to whoever reads the file.
        fc.pre(header.every((one) => !/[\r\n\0]/.test(one)) && header[0]?.trim() !== '');
        const rows = Array.from({ length: 12 }, (_, row) =>
          header.map((_, column) =>
            column === 0 ? `N${row}-${seed}` : (VALUES[(seed + row * 3 + column * 5) % VALUES.length] ?? ''),
          ),
        );
        expect(await complaintsOf(header, rows)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of the nastiest names does too, all at once', async () => {
    const header = NASTY.filter((one) => one.trim() !== '');
    const rows = Array.from({ length: 8 }, (_, row) => header.map((_, column) => `v${row}${column}`));
    expect(await complaintsOf(header, rows)).toEqual([]);
  });
});
