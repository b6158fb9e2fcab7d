import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { enter, wasVerified } from '../../../src/cli/publish-journal.ts';

let releases: string;
beforeEach(() => {
  releases = mkdtempSync(join(tmpdir(), 'cimaise-journal-'));
});
afterEach(() => rmSync(releases, { recursive: true, force: true }));

const journal = (): string => join(releases, 'publish.ndjson');
const run = (release: string, verified?: boolean) => ({
  at: '2026-11-23T03:00:00.000Z',
  milliseconds: 1200,
  kind: 'released' as const,
  release,
  ...(verified !== undefined && { verified }),
});

describe('The journal of publications', () => {
  it('has a line a run, which programs can read', async () => {
    await enter(releases, run('2026-11-23.1', true));
    await enter(releases, { at: '2026-11-24T03:00:00.000Z', milliseconds: 300, kind: 'refused' });
    const lines = readFileSync(journal(), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['released', 'refused']);
  });

  it('tells which releases were found whole, by those that were looked at alone', async () => {
    expect(await wasVerified(releases, '2026-11-23.1')).toBe(false);
    await enter(releases, run('2026-11-23.1'));
    await enter(releases, run('2026-11-23.2', false));
    await enter(releases, run('2026-11-23.3', true));
    const found = await Promise.all([1, 2, 3].map((day) => wasVerified(releases, `2026-11-23.${day}`)));
    expect(found).toEqual([false, false, true]);
  });

  it('goes on behind a line that a power cut tore', async () => {
    await enter(releases, run('2026-11-23.1', true));
    appendFileSync(journal(), '{"at":"2026-11-23T03:0');
    await enter(releases, run('2026-11-23.2', true));
    expect(await wasVerified(releases, '2026-11-23.1')).toBe(true);
    expect(await wasVerified(releases, '2026-11-23.2')).toBe(true);
    expect(readFileSync(journal(), 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('stays bounded: the older half goes, no line is torn', async () => {
    const reasons = ['x'.repeat(900_000)];
    await enter(releases, { ...run('2026-11-23.1', true), reasons });
    await enter(releases, { ...run('2026-11-23.2', true), reasons });
    expect(statSync(journal()).size).toBeLessThan(1 << 20);
    expect(await wasVerified(releases, '2026-11-23.1')).toBe(false);
    expect(await wasVerified(releases, '2026-11-23.2')).toBe(true);
  });
});
