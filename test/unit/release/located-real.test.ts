import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { datasetReportText, summarise } from '../../../src/validation/index.ts';
import { describeShared, SHARED } from '../../shared.ts';
import { temporaryFolders } from './folders.ts';
import { judgedSource } from './judged-source.ts';

const folder = temporaryFolders();
const root = join(import.meta.dirname, '..', '..', '..');
const FILE = 'data/real/museofile-2024.csv';

describeShared(FILE)('The national museums, by the shipped mapping', () => {
  it('have the nameless one at its row of the spreadsheet, with what to do', async () => {
    const judged = await judgedSource({
      folder: folder(),
      file: ['museums.csv', readFileSync(join(SHARED, FILE))],
      mapping: readFileSync(join(root, 'data/musees/mapping.yml'), 'utf8').replace(
        /cim:lookup\(\$\(dpt\), departements\)/,
        'cim:slug($(dpt))',
      ),
      shapes: `<shapes/museum> a sh:NodeShape ; sh:targetClass schema:Museum ; sh:property <shapes/museum#name> .
        <shapes/museum#name> sh:path schema:name ; sh:minCount 1 .`,
    });
    expect(judged.results).toMatchObject([{ sheetRow: 446, line: 2143, column: 'nomoff', cell: '' }]);
    const validation = { things: 1227, quarantined: 1, groups: summarise(judged.results) };
    const text = datasetReportText({ slug: 'musees', validation }, { language: 'en' });
    expect(text).toContain(
      '      source/museums.csv:2143, row 446 of the spreadsheet, column “nomoff”: (empty)',
    );
    expect(text.at(-1)).toBe('    → Fill in “nomoff”.');
  });
});
