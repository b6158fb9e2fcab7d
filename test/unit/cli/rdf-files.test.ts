import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { RdfFileReader } from '../../../src/cli/rdf-files.ts';
import { RefusedInput } from '../../../src/model/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'cimaise-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const SOUND = '<a:a> <a:b> <a:c> .\n';

describe('RDF files', () => {
  it('are read by their extension, unpacked where they are packed', async () => {
    const files = [file('a.ttl', SOUND), file('b.nq.gz', gzipSync(SOUND)), file('c.NT', SOUND)];
    expect((await new RdfFileReader().read(files)).map(({ quads }) => quads.length)).toEqual([1, 1, 1]);
  });

  it('keep their blank nodes apart', async () => {
    const files = [file('d.ttl', '_:x <a:b> <a:c> .'), file('e.ttl', '_:x <a:b> <a:c> .')];
    const subjects = (await new RdfFileReader().read(files)).flatMap(({ quads }) => quads[0]?.subject.value);
    expect(new Set(subjects).size).toBe(2);
  });

  it('resolve relative IRIs against themselves', async () => {
    const [read] = await new RdfFileReader().read([file('f.ttl', '<> <a:b> <a:c> .')]);
    expect(read?.quads[0]?.subject.value).toMatch(/^file:\/\/.*\/f\.ttl$/);
  });

  it('resolve relative IRIs against the base that is given', async () => {
    const reader = new RdfFileReader({ base: 'http://example.org/' });
    const [read] = await reader.read([file('k.ttl', '<x> <a:b> <a:c> .')]);
    expect(read?.quads[0]?.subject.value).toBe('http://example.org/x');
  });

  it('are refused past the limit, which counts them together and unpacked', async () => {
    const packed = file('g.nt.gz', gzipSync(SOUND.repeat(50)));
    await expect(new RdfFileReader({ most: 1500 }).read([packed])).resolves.toHaveLength(1);
    await expect(new RdfFileReader({ most: 1500 }).read([packed, packed])).rejects.toThrow(
      'goes past the limit',
    );
  });

  it('are all read before the malformed ones are told, each with its line', async () => {
    const files = [file('h.ttl', `${SOUND}oops`), file('i.nt', SOUND), file('j.nt', 'oops')];
    const refused = await new RdfFileReader().read(files).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RefusedInput);
    expect((refused as RefusedInput).complaints.map(({ place }) => [place.file, place.line])).toEqual([
      [files[0], 2],
      [files[2], 1],
    ]);
  });

  it.each([
    ['missing.ttl', undefined, 'ENOENT'],
    ['data.rdf', '<rdf/>', 'This is not RDF/XML'],
    ['-', undefined, 'syntax of standard input'],
    ['data.csv', 'a', 'no extension of RDF'],
    ['cut.nt.gz', gzipSync(SOUND.repeat(99)).subarray(0, 30), 'cannot be read'],
    ['plain.nt.gz', SOUND, 'cannot be read'],
  ])('like %s are refused with a reason', async (name, content, reason) => {
    const path = name === '-' ? name : content === undefined ? join(folder, name) : file(name, content);
    await expect(new RdfFileReader().read([path])).rejects.toThrow(reason);
  });

  it('are RDF/XML by .rdf, .owl and .xml', async () => {
    const rdfXml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/">
      <ex:Work rdf:about="w"/></rdf:RDF>`;
    const files = ['n.rdf', 'o.owl', 'p.xml'].map((name) => file(name, rdfXml));
    expect((await new RdfFileReader().read(files)).map(({ quads }) => quads.length)).toEqual([1, 1, 1]);
  });

  it('come from standard input in the syntax that is named', async () => {
    const stdin = Readable.from([Buffer.from(SOUND)]);
    const [read] = await new RdfFileReader({ stdin }).read(['-'], 'application/n-triples');
    expect(read?.quads).toHaveLength(1);
  });

  it('of no known extension are read in the syntax that is named, others in theirs', async () => {
    const files = [file('q.txt', SOUND), file('r.ttl', '<a:a> a <a:c> .')];
    const read = await new RdfFileReader().read(files, 'application/n-triples');
    expect(read.map(({ mediaType }) => mediaType)).toEqual(['application/n-triples', 'text/turtle']);
  });

  it('that are packed and do not say so by their name are refused with how to unpack them', async () => {
    const refused = await new RdfFileReader()
      .read([file('packed.nt', gzipSync(SOUND))])
      .catch((error: unknown) => error);
    expect((refused as RefusedInput).complaints).toMatchObject([
      { found: { en: 'These data are packed (gzip).' }, remedy: { fr: expect.stringContaining('zcat') } },
    ]);
  });

  it('that are not in UTF-8 are refused', async () => {
    const path = file('latin.ttl', Buffer.from('<a:a> <a:b> "é" .', 'latin1'));
    await expect(new RdfFileReader().read([path])).rejects.toThrow('not in UTF-8');
  });
});
