import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { runDocument } from '../../run-document.ts';
import { inFolder } from './targets-files.ts';

describe('A mapping that cannot be read', () => {
  it('is a refused outcome where it is missing', () =>
    inFolder(async (folder) => {
      const mapping = join(folder, 'absent.yml');
      const { outcome } = await runDocument(mapping);
      expect(outcome).toMatchObject({
        kind: 'refused',
        complaints: [{ place: { file: mapping }, found: { en: 'The file cannot be read (ENOENT).' } }],
      });
    }));

  it.each([
    ['m.yml', 'prefixes: {}\n# caf\u00e9\nmappings: {}\n'],
    ['m.ttl', '@prefix a: <urn:a> .\n# caf\u00e9\n'],
  ])('is a refused outcome where it is not UTF-8, with the line: %s', (name, text) =>
    inFolder(async (folder) => {
      const mapping = join(folder, name);
      writeFileSync(mapping, text, 'latin1');
      expect((await runDocument(mapping)).outcome).toMatchObject({
        kind: 'refused',
        complaints: [{ place: { file: mapping, line: 2 }, remedy: { en: 'Save the file as UTF-8.' } }],
      });
    }),
  );
});
