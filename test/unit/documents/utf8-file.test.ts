import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readUtf8 } from '../../../src/documents/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'utf8-file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(bytes: Uint8Array | string) {
  const path = join(folder, 'm.yml');
  writeFileSync(path, bytes);
  return readUtf8(path, 'm.yml');
}

describe('A document', () => {
  it('is read as it is written', async () => {
    expect(await read('a: é\n\ufffd: 1')).toEqual({ kind: 'read', text: 'a: é\n\ufffd: 1' });
  });

  it.each([
    ['in windows-1252', Buffer.from('a: 1\nb: caf\u00e9\nc: \u00e9', 'latin1'), 2],
    ['cut in its last character', Buffer.from('a: 1\n\nb: é').subarray(0, -1), 3],
    ['in UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), 1],
  ])('%s is refused, with the line of its first bad byte', async (_, bytes, line) => {
    expect(await read(bytes)).toMatchObject({
      kind: 'refused',
      complaint: { place: { file: 'm.yml', line }, remedy: { en: 'Save the file as UTF-8.' } },
    });
  });

  it('that is missing is a complaint, as is a folder', async () => {
    expect(await readUtf8(join(folder, 'absent'), 'absent')).toMatchObject({
      kind: 'refused',
      complaint: { place: { file: 'absent' }, found: { en: 'The file cannot be read (ENOENT).' } },
    });
    expect(await readUtf8(folder, 'x')).toMatchObject({
      complaint: { remedy: { en: expect.stringContaining('It is a folder') } },
    });
  });
});
