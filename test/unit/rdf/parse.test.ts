import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compactIri, parseLines, parseTurtle, readQuadLines } from '../../../src/rdf/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimaise-rdf-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('A Turtle text', () => {
  it('gives quads and prefixes, relative IRIs resolved', () => {
    const parsed = parseTurtle('@prefix a: <http://a/> .\n<id/x> a:p "v"@fr .', 'x.ttl', 'http://b/');
    expect(parsed).toMatchObject({ kind: 'parsed', prefixes: { a: 'http://a/' } });
    expect(parsed.kind === 'parsed' && parsed.quads[0]?.subject.value).toBe('http://b/id/x');
  });

  it.each([
    ['<a:a> <b:b> "x"\n<c:c> <d:d> <e:e> .', 2],
    ['<a:a> <b:b>\n\n"x .', 3],
    ['@prefix a: <http://a/> .\nx:y a:p 1 .', 2],
    ['<a:a> <b:b> <c d> .', 1],
    ['<a:a> <b:b> <c:c>', undefined],
  ])('%j is refused with its line', (turtle, line) => {
    const parsed = parseTurtle(turtle, 'shapes/x.ttl', 'http://b/');
    expect(parsed.kind).toBe('malformed');
    if (parsed.kind === 'parsed') return;
    const { place, found, remedy } = parsed.complaint;
    expect(place.file).toBe('shapes/x.ttl');
    if (line !== undefined) expect(place.line).toBe(line);
    expect(found.fr).toMatch(/^Ce n’est pas du Turtle : .+\.$/);
    expect(found.en).not.toMatch(/ on line \d/);
    expect(remedy.fr).not.toBe('');
  });
});

describe('A file of N-Quads', () => {
  const value = (index: number) => `é\u2028${index}${'x'.repeat(index % 300)}`;
  const lines = Array.from({ length: 5000 }, (_, index) => `<a:${index}> <b:b> "${value(index)}" <g:g> .`);
  const all = async (path: string) => {
    const batches: (readonly string[])[] = [];
    for await (const batch of readQuadLines(path)) batches.push(batch);
    return batches;
  };

  it.each([
    ['plain', 'x.nq', (text: string) => text],
    ['compressed', 'x.nq.gz', (text: string) => gzipSync(text)],
  ])('is read line by line, %s and larger than a piece', async (_, name, pack) => {
    const batches = await all(await written(name, pack(`${lines.join('\n')}\n`)));
    expect(batches.length).toBeGreaterThan(1);
    expect(batches.flat()).toEqual(lines);
    expect(parseLines(batches.flat().slice(0, 3)).map(({ object }) => object.value)).toEqual(
      [0, 1, 2].map(value),
    );
  });

  it('may lack its last line feed and hold empty lines', async () => {
    expect(
      (await all(await written('y.nq', '<a:a> <b:b> <c:c> .\n\n<a:a> <b:b> <d:d> .'))).flat(),
    ).toHaveLength(2);
    expect((await all(await written('empty.nq', ''))).flat()).toEqual([]);
  });

  it('is refused when it is missing or cut', async () => {
    await expect(all(join(folder, 'nowhere.nq'))).rejects.toMatchObject({ code: 'ENOENT' });
    await expect(all(join(folder, 'nowhere.nq.gz'))).rejects.toMatchObject({ code: 'ENOENT' });
    const cut = gzipSync(lines.join('\n')).subarray(0, 1000);
    await expect(all(await written('cut.nq.gz', cut))).rejects.toThrow();
  });

  it('can be left before its end', async () => {
    const path = await written('z.nq.gz', gzipSync(lines.join('\n')));
    for await (const batch of readQuadLines(path)) {
      expect(batch.length).toBeGreaterThan(0);
      break;
    }
  });
});

describe('A compact IRI', () => {
  it.each([
    ['http://schema.org/name', 'schema:name'],
    ['http://schema.org/a/b', '<http://schema.org/a/b>'],
    ['http://schema.org/', '<http://schema.org/>'],
    ['http://elsewhere.org/x', '<http://elsewhere.org/x>'],
  ])('of %s is %s', (iri, compact) => {
    expect(compactIri(iri)).toBe(compact);
  });
});
