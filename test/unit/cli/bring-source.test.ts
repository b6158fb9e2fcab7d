import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bringFile } from '../../../src/cli/adding/bring-source.ts';
import { Fault } from '../../../src/model/index.ts';
import { temporaryFolders } from '../release/folders.ts';

const folder = temporaryFolders();

/** What is said of an argument. */
function faultOf(given: string): Fault {
  try {
    bringFile(given, []);
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error(`“${given}” was brought.`);
}

describe('A file that is given to be added', () => {
  it('is brought by a name that needs no quotes', () => {
    const path = join(folder(), 'Été 2026.csv');
    writeFileSync(path, 'a;b\n');
    expect(bringFile(path, [])).toMatchObject({ kind: 'brought', path, shown: path, name: 'Ete-2026.csv' });
  });

  it.each(['nowhere', 'a-file'])('is told to be missing by what was given, below %s', (below) => {
    const at = folder();
    writeFileSync(join(at, 'a-file'), '');
    const { explanation, remedy } = faultOf(join(at, below, 'inventaire.csv'));
    expect(explanation.en).toContain('inventaire.csv');
    expect([remedy.fr, remedy.en]).toEqual([
      expect.stringContaining('cimaise add'),
      expect.stringContaining('cimaise add'),
    ]);
    expect(`${remedy.fr}${remedy.en}`).not.toContain('dataset.yml');
  });

  it('is told to be missing with the one that was perhaps meant', () => {
    const at = folder();
    mkdirSync(join(at, 'exports'));
    writeFileSync(join(at, 'exports', 'inventaire.csv'), 'a;b\n');
    const { remedy } = faultOf(join(at, 'exports', 'inventaire.cvs'));
    expect(remedy.en).toBe('Did you mean “inventaire.csv”?');
  });
});
