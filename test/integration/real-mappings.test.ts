import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeShared } from '../shared.ts';
import { ARCHIVES } from './real-mappings/archives.ts';
import { balanceOf, faultsByCode, summaryRow, tableText } from './real-mappings/balance.ts';
import type { RealCase } from './real-mappings/case.ts';
import { DOCUMENTS } from './real-mappings/documents.ts';
import type { PlainRow } from './real-mappings/plain-readers.ts';
import type { RealRun } from './real-mappings/run.ts';
import { SHIPPED } from './real-mappings/shipped.ts';
import { TABLES } from './real-mappings/tables.ts';

jest.setTimeout(120_000);

const CASES: readonly RealCase[] = [...SHIPPED, ...TABLES, ...DOCUMENTS, ...ARCHIVES];
const summary: (readonly string[])[] = [['file', 'mapping', 'records', 'statements', 's', 'not produced']];

describeShared('data/real')('A file as it was published', () => {
  afterAll(() => {
    process.stdout.write(tableText(summary));
  });

  describe.each(CASES.map((one) => [one.file, one.mapping, one] as const))('%s by %s', (_, __, one) => {
    let run: RealRun;
    let rows: readonly PlainRow[];
    beforeAll(async () => {
      rows = one.rows();
      const started = performance.now();
      run = await one.run();
      summary.push(summaryRow(one, run, performance.now() - started));
    });

    it('has every record mapped to things that have a sound IRI each', () => {
      expect(run.report.records).toBe(one.records);
      expect(run.things.size).toBe(new Set(rows.flatMap((row) => one.names(row))).size);
      expect(run.badSubjects).toEqual([]);
    });

    it('gives N-Quads, as many as the report counts', () => {
      expect(run.statements).toBeGreaterThan(0);
      expect(run.report.statements).toBe(run.statements);
    });

    it('has the faults that are known of it, each with examples in the file', () => {
      expect(faultsByCode(run)).toEqual(one.faults);
      for (const { count, examples } of run.report.faults) {
        expect(examples).toHaveLength(Math.min(count, 5));
        for (const { row, line } of examples) {
          expect(row).toBeLessThanOrEqual(one.records);
          expect(line).toBeGreaterThan(0);
        }
      }
    });

    for (const account of one.accounts)
      it(`has each value of ${account.column} either stated (${account.property}) or counted as a fault`, () => {
        const { given, produced, faults } = balanceOf(account, rows, run);
        expect(given).toBeGreaterThan(0);
        expect({ given, produced, faults, missing: given - produced - faults }).toEqual({
          given,
          produced,
          faults,
          missing: account.unaccounted?.count ?? 0,
        });
      });
  });
});
