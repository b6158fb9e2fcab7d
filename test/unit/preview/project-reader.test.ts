import { describe, expect, it } from '@jest/globals';
import { ProjectReader } from '../../../src/preview/session/project-reader.ts';
import { temporaryFolders } from '../release/folders.ts';
import { EditedWorld } from './small-world.ts';

const folder = temporaryFolders();
const CSV = 'data/places/source/places.csv';

describe('A project that is read again and again', () => {
  it('has its dataset checked once for each change, however often it is asked for', async () => {
    const world = new EditedWorld(folder());
    const reader = new ProjectReader({ root: world.root, base: 'http://localhost:3000/', slug: 'places' });
    const checked = async () => (await reader.read()).checked;
    const first = await checked();
    expect(await checked()).toBe(first);
    reader.forget([world.edit(CSV, 'Tour', 'Beffroi')]);
    const second = await checked();
    expect(second).not.toBe(first);
    expect(await checked()).toBe(second);
    reader.forget([world.edit(CSV, 'Identifiant;name', 'Ident;nom')]);
    for (let time = 0; time < 2; time++)
      await expect(checked()).rejects.toMatchObject({ name: 'RefusedInput' });
    reader.forget([world.edit(CSV, 'Ident;nom', 'Identifiant;name')]);
    expect((await checked()).dataset.slug).toBe('places');
  });
});
