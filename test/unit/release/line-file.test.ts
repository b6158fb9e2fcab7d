import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { LineFile } from '../../../src/release/line-file.ts';
import { temporaryFolders } from './folders.ts';

const newFolder = temporaryFolders();

describe('A file of lines in the making', () => {
  it('holds lines of every length in their order once it is closed', () => {
    const lines = Array.from(
      { length: 200 },
      (_, index) => `${'é’😀x'.repeat((index * 977) % 9000)}${index}`,
    );
    const file = new LineFile(join(newFolder(), 'deep/lines.txt'));
    for (const line of lines) file.add(line);
    file.close();
    file.close();
    expect(readFileSync(file.path, 'utf8')).toBe(`${lines.join('\n')}\n`);
  });
});
