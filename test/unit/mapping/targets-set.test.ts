import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type TargetDescription, TargetSet } from '../../../src/mapping/targets/index.ts';
import { RefusedInput } from '../../../src/model/index.ts';
import { formats } from '../../../src/rdf/index.ts';
import { inFolder } from './targets-files.ts';

const ONE = '<http://a/x> <http://a/p> "1" .\n';
const TWO = '<http://a/x> <http://a/p> "2" .\n';

const described = (path: string, more: Partial<TargetDescription> = {}): TargetDescription => ({
  path,
  serialization: formats['N-Quads'],
  encoding: 'utf-8',
  compression: 'none',
  place: { file: 'mapping.ttl', line: 7 },
  ...more,
});

describe('The targets of a run', () => {
  it('are one where they are effectively equal', () =>
    inFolder(async (folder) => {
      const targets = new TargetSet({ within: [folder] });
      const path = join(folder, 'dump.nq');
      await targets.write(described(path), ONE);
      await targets.write(
        described(path, { encoding: 'UTF-8', place: { file: 'mapping.ttl', line: 9 } }),
        TWO,
      );
      expect(await targets.close()).toEqual([path]);
      expect(readFileSync(path, 'utf8')).toBe(ONE + TWO);
    }));

  it('are refused where one file is asked for in two forms, before anything is written', () =>
    inFolder(async (folder) => {
      const targets = new TargetSet({ within: [folder] });
      const path = join(folder, 'dump');
      const asked = [described(path), described(path, { compression: 'gzip' })];
      expect(() => targets.prepare(asked)).toThrow(/mapping\.ttl:7 {2}.*already asked for.*mapping\.ttl:7/);
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('are written empty where they were prepared and nothing was said', () =>
    inFolder(async (folder) => {
      const targets = new TargetSet({ within: [folder] });
      targets.prepare([described(join(folder, 'empty.nq'))]);
      await targets.close();
      expect(readFileSync(join(folder, 'empty.nq'), 'utf8')).toBe('');
    }));

  it('leave nothing when they are given up, or when one of them fails', () =>
    inFolder(async (folder) => {
      const given = new TargetSet({ within: [folder] });
      await given.write(described(join(folder, 'a.nq')), ONE);
      await given.discard();
      expect(readdirSync(folder)).toEqual([]);
      const failing = new TargetSet({ within: [folder] });
      const turtle = described(join(folder, 'a.ttl'), { serialization: formats.Turtle });
      await failing.write(turtle, '<http://a/a space> <http://a/p> "x" .\n');
      await failing.write(described(join(folder, 'b.nq')), ONE);
      await expect(failing.close()).rejects.toBeInstanceOf(RefusedInput);
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('are refused where a link makes one file of two, before anything is written', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'real'));
      symlinkSync(join(folder, 'real'), join(folder, 'other'));
      const targets = new TargetSet({ within: [folder] });
      const asked = [described(join(folder, 'real/dump.nq')), described(join(folder, 'other/dump.nq'))];
      expect(() => targets.prepare(asked)).toThrow(/mapping\.ttl:7 {2}.*through a link, the same file as/);
      expect(readdirSync(join(folder, 'real'))).toEqual([]);
    }));

  it('are refused over what the run reads, prepared or not, through links', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'a.csv'), 'id');
      symlinkSync(join(folder, 'a.csv'), join(folder, 'link.csv'));
      const targets = new TargetSet({ within: [folder], reads: [join(folder, 'link.csv')] });
      await expect(targets.write(described(join(folder, 'a.csv')), ONE)).rejects.toThrow(
        /mapping\.ttl:7 {2}.*would overwrite a file that is read/,
      );
      expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('id');
    }));

  it('reach only where they may', () =>
    inFolder(async (folder) => {
      const targets = new TargetSet({ within: [join(folder, 'inside')] });
      expect(() => targets.prepare([described(join(folder, 'dump.nq'))])).toThrow(RefusedInput);
    }));
});
