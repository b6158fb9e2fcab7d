import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readQuadLines } from '../../../src/rdf/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'cimaise-lines-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function readBack(text: string, name: string): Promise<readonly string[]> {
  const path = join(folder, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return (await Array.fromAsync(readQuadLines(path))).flat();
}

/** Their octets begin and end everywhere in the pieces that are read. */
const LINES = Array.from({ length: 30_000 }, (_, index) => `œuvre ’ 😀 ${'é'.repeat(index % 11)} ${index}`);
const LONG = '😀é'.repeat(100_000);

describe.each(['x.nq', 'x.nq.gz'])('Lines of %s', (name) => {
  it('are what was written, wherever the file is cut to be read', async () => {
    expect(await readBack(`${LINES.join('\n')}\n`, name)).toEqual(LINES);
  });

  it('may be longer than what is read at a time', async () => {
    expect(await readBack(`a\n${LONG}\n${LONG}\nb\n`, name)).toEqual(['a', LONG, LONG, 'b']);
  });

  it('may be empty, which are left out, and the last need not end', async () => {
    expect(await readBack('\n\na\n\nb', name)).toEqual(['a', 'b']);
    expect(await readBack(LONG, name)).toEqual([LONG]);
    expect(await readBack('', name)).toEqual([]);
  });
});
