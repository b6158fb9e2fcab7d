import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createTarget } from '../../../src/mapping/targets/index.ts';
import { Fault, RefusedInput } from '../../../src/model/index.ts';
import { formats } from '../../../src/rdf/index.ts';
import { runDocument } from '../../run-document.ts';
import { inFolder, targetIn, writtenBy } from './targets-files.ts';

const ONE = '<http://a/x> <http://a/p> "é" <http://a/g> .\n';
const TWO = '<http://a/y> <http://a/p> <http://a/x> .\n';

describe('A target', () => {
  it('has its name only when it is closed, and leaves nothing beside it', () =>
    inFolder(async (folder) => {
      const target = targetIn(folder, 'deep/er/dump.nq');
      await target.write(ONE);
      expect(readdirSync(join(folder, 'deep/er'))).not.toContain('dump.nq');
      await target.write(TWO);
      await target.close();
      expect(readdirSync(join(folder, 'deep/er'))).toEqual(['dump.nq']);
      expect(readFileSync(target.path, 'utf8')).toBe(ONE + TWO);
    }));

  it('leaves what stood there before as it was when it is given up', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'dump.nq'), 'before');
      const target = targetIn(folder, 'dump.nq');
      await target.write(ONE);
      await target.discard();
      expect(readdirSync(folder)).toEqual(['dump.nq']);
      expect(readFileSync(target.path, 'utf8')).toBe('before');
    }));

  it('is an empty file where nothing was said, and no file at all where it was given up unused', () =>
    inFolder(async (folder) => {
      await targetIn(folder, 'said.nq').close();
      await targetIn(folder, 'unsaid.nq').discard();
      expect(readdirSync(folder)).toEqual(['said.nq']);
      expect(readFileSync(join(folder, 'said.nq'), 'utf8')).toBe('');
    }));

  it('tells the fault of the disk and removes what it wrote aside', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'dump.nq'));
      const target = targetIn(folder, 'dump.nq');
      await target.write(ONE);
      await expect(target.close()).rejects.toBeInstanceOf(Fault);
      expect(readdirSync(folder)).toEqual(['dump.nq']);
    }));

  it('ends where no folder can be made, and names the file that was asked for', async () => {
    const target = targetIn('/proc/nope/deep', 'dump.nq');
    await expect(target.write(ONE)).rejects.toThrow(
      /^The target “\/proc\/nope\/deep\/dump\.nq” could not be written: ENOENT\./,
    );
  });

  it('below a file is refused in a sentence', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.csv'), 'id');
      await expect(targetIn(folder, 'a.csv/deep/dump.nq').write(ONE)).rejects.toThrow(/a\.csv” is a file/);
    }));

  it.each(['utf-16', 'UTF-16'])('in %s begins with its byte order mark', async (encoding) => {
    const bytes = await writtenBy({ encoding }, ONE, TWO);
    expect([...bytes.subarray(0, 2)]).toEqual([0xff, 0xfe]);
    expect(bytes.subarray(2).toString('utf16le')).toBe(ONE + TWO);
  });

  it('in N-Triples says no graph, whatever the terms hold', async () => {
    const lines = [
      ['<http://a/x> <http://a/p> "a <b> ." <http://a/g> .', '<http://a/x> <http://a/p> "a <b> ." .'],
      ['_:b <http://a/p> "a\\" <b>"@fr _:g .', '_:b <http://a/p> "a\\" <b>"@fr .'],
      ['_:b <http://a/p> "1"^^<http://a/d> <http://a/g> .', '_:b <http://a/p> "1"^^<http://a/d> .'],
      ['<http://a/a space> <http://a/p> <http://a/o> .', '<http://a/a space> <http://a/p> <http://a/o> .'],
    ];
    const written = await writtenBy(
      { serialization: formats['N-Triples'] },
      `${lines.map(([quad]) => quad).join('\n')}\n`,
    );
    expect(written.toString()).toBe(`${lines.map(([, triple]) => triple).join('\n')}\n`);
  });

  it('in a syntax that cannot say an IRI is refused with the place in the mapping', () =>
    inFolder(async (folder) => {
      const target = targetIn(folder, 'dump.ttl', { serialization: formats.Turtle });
      await target.write('<http://a/a space> <http://a/p> "x" .\n');
      await expect(target.close()).rejects.toMatchObject({
        complaints: [{ place: { file: 'mapping.ttl', line: 3 } }],
      });
      expect(readdirSync(folder)).toEqual([]);
    }));
});

describe('A target outside the folders that may be written', () => {
  const refused = (folder: string, path: string) =>
    expect(() => targetIn(folder, '', { path })).toThrow(RefusedInput);

  it('is refused, also through dots and links', () =>
    inFolder(async (folder) => {
      const inside = join(folder, 'inside');
      mkdirSync(inside);
      symlinkSync(folder, join(inside, 'out'));
      refused(inside, '/etc/dump.nq');
      refused(inside, join(folder, 'dump.nq'));
      refused(inside, `${inside}/../dump.nq`);
      refused(inside, `${inside}-beside/dump.nq`);
      refused(inside, join(inside, 'out', 'dump.nq'));
      refused(inside, join(inside, 'out', 'new', 'dump.nq'));
    }));

  it('is written where that is allowed', () =>
    inFolder(async (folder) => {
      const target = targetIn(folder, 'dump.nq', { within: [], allowOutside: true });
      await target.close();
      expect(readdirSync(folder)).toEqual(['dump.nq']);
    }));

  it('is not one whose name merely begins with dots', () =>
    inFolder(async (folder) => {
      expect(() => targetIn(folder, '..dump.nq')).not.toThrow();
    }));
});

describe('A target with words nobody knows', () => {
  it('is refused with each of them and what may stand there', () => {
    const refused = () =>
      createTarget({
        path: '/x/dump',
        serialization: 'http://www.w3.org/ns/formats/SVG',
        encoding: 'utf-7',
        compression: 'rar' as 'zip',
        place: { file: 'mapping.ttl' },
        within: ['/x'],
      });
    expect(refused).toThrow(
      /SVG” of this target is not known.*N-Quads[\s\S]*utf-7.*utf-16[\s\S]*rar.*tar\.xz/,
    );
  });
});

describe('A target over a source, in a run of the library', () => {
  it('is a refused outcome with its place, and the source stays', () =>
    inFolder(async (folder) => {
      const mapping = join(folder, 'm.yml');
      writeFileSync(join(folder, 'a.csv'), 'id\n1\n');
      writeFileSync(
        mapping,
        'mappings:\n  a:\n    sources: [[a.csv~csv]]\n    s: { value: "urn:$(id)", targets: [[a.csv~void, nquads]] }\n    po: [[urn:p, 1]]\n',
      );
      const { outcome, text } = await runDocument(mapping);
      expect(outcome).toMatchObject({
        kind: 'refused',
        complaints: [
          { place: { file: mapping, line: 4 }, found: { en: expect.stringContaining('overwrite') } },
        ],
      });
      expect(text).toBe('');
      expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('id\n1\n');
    }));
});
