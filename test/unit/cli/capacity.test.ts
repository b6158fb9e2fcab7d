import { describe, expect, it } from '@jest/globals';
import { capacityComplaints, tellCapacity } from '../../../src/cli/capacity.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import type { Bilingual, ReleaseManifest } from '../../../src/model/index.ts';
import { parseSettings } from '../../../src/settings.ts';

const manifest = (statements: number): ReleaseManifest => ({
  id: '2026-11-22.1',
  createdAt: '2026-11-22T00:00:00Z',
  base: 'http://localhost:3000/',
  toolVersion: '0.1.0',
  datasets: [],
  graphs: [],
  statements,
  files: [],
});
const embedded = parseSettings({}, '/projet');
const native = parseSettings({ CIMAISE_STORE: 'native' }, '/projet');

const told = (statements: number): readonly Bilingual[] => {
  const lines: Bilingual[] = [];
  const terminal = { language: 'fr', tell: (text: Bilingual) => lines.push(text) } as unknown as Terminal;
  tellCapacity(embedded, manifest(statements), terminal);
  return lines;
};

describe('A release that is built', () => {
  it('is refused where the store in memory could never hold it, with the way out', () => {
    const [complaint, ...others] = capacityComplaints(embedded, manifest(35_000_000));
    expect(others).toEqual([]);
    expect(complaint?.found.fr).toMatch(/35.000.000 énoncés/);
    expect(complaint?.remedy.fr).toContain('CIMAISE_STORE=native');
    expect(complaint?.remedy.en).toContain('CIMAISE_STORE=endpoint');
  });

  it('is not, where it can, or where another store is chosen', () => {
    expect(capacityComplaints(embedded, manifest(1_000_000))).toEqual([]);
    expect(capacityComplaints(native, manifest(35_000_000))).toEqual([]);
  });

  it('is told how full it makes the store in memory, once that is half full', () => {
    expect(told(1_000_000)).toEqual([]);
    expect(told(9_000_000)).toEqual([
      { fr: expect.stringMatching(/\d\d %/), en: expect.stringMatching(/\d\d %/) },
    ]);
  });
});
