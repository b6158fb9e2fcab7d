import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { BOUNDS, type BookOptions, ServedBook } from '../../../src/contributions/index.ts';
import type { KeepOutcome, NewContribution } from '../../../src/model/index.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** Path of a file that is not there yet. */
export function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cimaise-contributions-'));
  made.push(folder);
  return join(folder, 'contributions.sqlite');
}

export const START = Date.UTC(2026, 10, 23, 10);

/** A book whose clock stands still until it is moved. */
export class Desk {
  now = START;
  readonly file: string;
  readonly book: ServedBook;
  readonly noted: string[] = [];

  constructor(options: BookOptions = {}, file = newFile()) {
    this.file = file;
    const log = (event: string) => void this.noted.push(event);
    this.book = new ServedBook(file, { now: () => this.now, log, ...options });
  }

  /** Shows a form, waits a minute and sends it. */
  send(given: NewContribution, sender = '192.0.2.1'): KeepOutcome {
    const seal = this.book.seal({ kind: given.kind, target: 't' }) ?? '';
    this.now += 60_000;
    return this.book.keep(given, { target: 't', seal, sender });
  }

  /** Sends it and gives its number. */
  kept(given: NewContribution): string {
    const outcome = this.send(given);
    if (outcome.kind !== 'kept') throw new Error(outcome.kind);
    return outcome.id;
  }
}

export const MANY = { ...BOUNDS, perHour: 100_000, perDay: 100_000 };

export const THING = 'https://data.example.org/id/huts/h1';
const NAME = 'http://schema.org/name';

export const report = (more: Partial<NewContribution> = {}): NewContribution => ({
  kind: 'report',
  about: THING,
  statement: { subject: THING, property: NAME, value: '"Hut"@en' },
  release: '2026-11-22.1',
  text: 'It is a cabin.',
  proposal: 'Cabin',
  email: 'reader@example.org',
  ...more,
});
