import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fault } from '../../../../src/model/index.ts';
import { unpackedBytes } from '../../../../src/store/embedded/unpacked-bytes.ts';
import {
  capacityFault,
  capacityOf,
  createOxigraphStore,
  predictMemory,
} from '../../../../src/store/index.ts';

const GB = 1e9;

/** What `test/bench/capacity.ts` measured: statements, things, bytes of N-Quads, bytes of memory. */
const MEASURED = [
  ['museums', 250_000, 20_500, 35.6e6, 94e6],
  ['museums', 1_000_000, 82_000, 142e6, 335e6],
  ['museums', 4_000_000, 328_000, 570e6, 1332e6],
  ['museums', 14_670_000, 1_200_000, 2093e6, 4288e6],
  ['short values', 1_000_000, 83_300, 103e6, 247e6],
  ['long texts', 1_000_000, 167_000, 258e6, 444e6],
  ['long texts', 4_000_000, 667_000, 1056e6, 1794e6],
  ['distinct terms', 1_000_000, 1_000_000, 150e6, 715e6],
  ['distinct terms', 4_000_000, 4_000_000, 605e6, 2959e6],
] as const;

describe('The memory of an embedded store', () => {
  it.each(MEASURED)('is predicted within a quarter: %s, %i', (_kind, statements, things, bytes, memory) => {
    const ratio = predictMemory({ statements, things, bytes }) / memory;
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.25);
  });

  it('is predicted to be more for more statements', () => {
    fc.assert(
      fc.property(fc.nat(1e8), fc.nat(1e6), (statements, more) => {
        expect(predictMemory({ statements: statements + more })).toBeGreaterThanOrEqual(
          predictMemory({ statements }),
        );
      }),
    );
  });
});

describe('The capacity of a machine', () => {
  it('bounds the workers by memory, and never below two', () => {
    const size = { statements: 1_000_000 };
    expect(capacityOf(size, 8, 64 * GB)).toMatchObject({ kind: 'fits', workers: 8 });
    expect(capacityOf(size, 8, 1.5 * GB)).toMatchObject({ kind: 'fits', workers: 3 });
    expect(capacityOf(size, 8, 0.7 * GB)).toMatchObject({ kind: 'little-memory', available: 0.7 * GB });
  });

  it('of a small container is enough for a small release', () => {
    expect(capacityOf({ statements: 50_000 }, 2, 0.3 * GB)).toMatchObject({ kind: 'fits', workers: 2 });
  });

  it('is too little for 35 million statements, whatever memory there is', () => {
    const capacity = capacityOf({ statements: 35e6 }, 2, 1000 * GB);
    expect(capacity).toMatchObject({ kind: 'too-large', statements: 35e6 });
    if (capacity.kind !== 'too-large') return;
    expect(capacity.ceiling).toBeGreaterThan(10e6);
    expect(capacity.ceiling).toBeLessThan(14e6);
  });

  it('holds as many statements as it says, and not one in fifty more', () => {
    const capacity = capacityOf({ statements: 35e6 }, 2, 1000 * GB);
    if (capacity.kind !== 'too-large') throw new Error(capacity.kind);
    expect(capacityOf({ statements: capacity.ceiling }, 2, 1000 * GB).kind).toBe('fits');
    expect(capacityOf({ statements: capacity.ceiling * 1.02 }, 2, 1000 * GB).kind).toBe('too-large');
  });

  it('always offers what it can pay', () => {
    fc.assert(
      fc.property(
        fc.nat(12e6),
        fc.integer({ min: 1, max: 64 }),
        fc.nat(200),
        (statements, wanted, gigabytes) => {
          const available = gigabytes * GB;
          const capacity = capacityOf({ statements }, wanted, available);
          if (capacity.kind === 'fits') {
            expect(capacity.workers).toBeGreaterThanOrEqual(Math.min(2, wanted));
            expect(capacity.workers).toBeLessThanOrEqual(wanted);
            expect(capacity.workers * capacity.bytesPerCopy).toBeLessThanOrEqual(available);
          } else if (capacity.kind === 'little-memory') {
            expect(capacity.needed).toBeGreaterThan(available);
          }
        },
      ),
    );
  });
});

describe('A release that an embedded store cannot hold', () => {
  it('is refused before it is loaded, with the way out in two languages', () => {
    const open = () =>
      createOxigraphStore({
        dumps: [],
        base: 'http://localhost:3000/',
        limits: { milliseconds: 1000, resultBytes: 1000, resultRows: 10, queue: 1 },
        size: { statements: 35e6, bytes: 5e9 },
      });
    expect(open).toThrow(Fault);
    try {
      open();
    } catch (error) {
      const { explanation, remedy } = error as Fault;
      expect(explanation.fr).toMatch(/35.000.000 énoncés/);
      expect(remedy.fr).toContain('CIMAISE_STORE=native');
      expect(remedy.en).toContain('CIMAISE_STORE=endpoint');
    }
  });

  it('for want of memory is told how much it needs', () => {
    const fault = capacityFault({ kind: 'little-memory', needed: 6.25e9, available: 2e9 });
    expect(fault.explanation.fr).toContain('6,3 Go');
    expect(fault.remedy.en).toMatch(/^Give more memory, or choose a store on disk/);
  });
});

describe('The bytes of dumps', () => {
  it('are what they unpack to, and none for those that are missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cimaise-bytes-'));
    const file = join(folder, 'a.nq.gz');
    await writeFile(file, gzipSync('a'.repeat(100_000)));
    await writeFile(join(folder, 'empty'), '');
    expect(unpackedBytes([file, join(folder, 'missing'), join(folder, 'empty')])).toBe(100_000);
    await rm(folder, { recursive: true });
  });
});
