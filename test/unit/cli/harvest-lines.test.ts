import { describe, expect, it } from '@jest/globals';
import {
  flashHarvest,
  flashWaiting,
  type HarvestedDataset,
  tellHarvest,
} from '../../../src/cli/harvest-lines.ts';
import { publishedParagraph } from '../../../src/cli/publish-lines.ts';
import { createTerminal } from '../../../src/cli/terminal.ts';
import type { Language } from '../../../src/model/index.ts';
import { recorded } from './streams.ts';

type Outcome = HarvestedDataset['outcome'];
const NOTE = { fr: 'Une note.', en: 'A note.' };
const renewed = (records: number, before?: number): Outcome => ({
  kind: 'renewed',
  records,
  bytes: 1_234_567,
  notes: [],
  ...(before !== undefined && { before }),
});
const REFUSED: Outcome = {
  kind: 'refused',
  code: 'empty',
  reason: { fr: 'Rien n’est venu.', en: 'Nothing came.' },
  remedy: { fr: 'Réessayez.', en: 'Try again.' },
  refusedFile: 'x.csv.refused',
};

const told = (outcome: Outcome, language: Language) => {
  const { streams, out, err } = recorded();
  tellHarvest({ slug: 'musees', outcome }, createTerminal(streams, language, false));
  return { out: out(), err: err() };
};

/** Spaces that keep words together, made visible. */
const shown = (text: string): string => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

describe('How a harvest ended', () => {
  it.each<readonly [Outcome, string, string]>([
    [{ kind: 'unchanged', notes: [] }, 'musees~: inchangé\n', 'musees: unchanged\n'],
    [
      { kind: 'unchanged', notes: [NOTE] },
      'musees~: inchangé\n  Une note.\n',
      'musees: unchanged\n  A note.\n',
    ],
    [renewed(0), 'musees~: 0 enregistrement (1,2 Mo)\n', 'musees: 0 records (1.2 MB)\n'],
    [renewed(1), 'musees~: 1 enregistrement (1,2 Mo)\n', 'musees: 1 record (1.2 MB)\n'],
    [renewed(2, 1), 'musees~: 1 → 2 enregistrements (1,2 Mo)\n', 'musees: 1 → 2 records (1.2 MB)\n'],
    [
      renewed(1227, 1216),
      'musees~: 1_216 → 1_227 enregistrements (1,2 Mo)\n',
      'musees: 1,216 → 1,227 records (1.2 MB)\n',
    ],
  ])('%j is a line in both languages', (outcome, french, english) => {
    expect(shown(told(outcome, 'fr').out)).toBe(french);
    expect(told(outcome, 'en').out).toBe(english);
  });

  it('badly goes to standard error, with what came and what to do', () => {
    const { out, err } = told(REFUSED, 'fr');
    expect(out).toBe('');
    expect(shown(err)).toBe(
      'musees~: la source reste celle d’avant. Rien n’est venu. Réessayez. Ce qui est venu~: x.csv.refused\n',
    );
  });
});

describe('What is told while one waits', () => {
  it.each<readonly [Language, string]>([
    [
      'fr',
      'musees : 1 enregistrement lu|musees : 2 enregistrements lus|musees : 5 / 10|x demande d’attendre 1,5\u00a0s',
    ],
    ['en', 'musees: 1 record read|musees: 2 records read|musees: 5 / 10|x asks to wait 1.5\u00a0s'],
  ])('is short, and agrees in number (%s)', (language, expected) => {
    const { streams, out } = recorded({ isTTY: true, columns: 80 });
    const terminal = createTerminal(streams, language, false);
    flashHarvest('musees', { kind: 'reading', records: 1 }, terminal);
    flashHarvest('musees', { kind: 'reading', records: 2 }, terminal);
    flashHarvest('musees', { kind: 'fetching', done: 5, total: 10 }, terminal);
    flashWaiting({ kind: 'waiting', host: 'x', milliseconds: 1500 }, terminal);
    expect(out().replaceAll('\r\u001b[2K', '|')).toBe(expected);
  });
});

const NONE = { count: 0, some: [] };
type Built = Parameters<typeof publishedParagraph>[0];
const built = (things: number, more: Partial<Built['breaks']> = {}): Built =>
  ({
    release: {
      manifest: {
        id: '2026-11-23.1',
        datasets: [{ things }],
        statements: things * 10,
        changes: { added: { statements: 2 }, removed: { statements: 1 } },
      },
    },
    breaks: {
      previous: '2026-11-22.1',
      datasets: { added: [], removed: [] },
      iris: { vanished: NONE, withdrawn: NONE, replaced: NONE },
      ...{ terms: [], queries: [], unasked: [], jumps: [], dumps: [] },
      ...more,
    },
  }) as unknown as Built;

describe('The paragraph of a publication', () => {
  it('tells how much there is, in the right number', () => {
    expect(publishedParagraph(built(1), [], 'fr')).toBe(
      'Version 2026-11-23.1 publiée : 1 chose, 10 énoncés (+2, -1).',
    );
    expect(publishedParagraph(built(1), [], 'en')).toBe(
      'Release 2026-11-23.1 published: 1 thing, 10 statements (+2, -1).',
    );
  });

  it('names the sources that are others now, and what is to be known of them', () => {
    const harvested = [
      { slug: 'a', outcome: { kind: 'unchanged', notes: [] } as const },
      { slug: 'b', outcome: { ...renewed(2, 1), notes: [NOTE] } as Outcome },
      { slug: 'c', outcome: renewed(3) },
    ];
    expect(publishedParagraph(built(2), harvested, 'fr')).toContain(
      ' Sources renouvelées : b : 1 → 2 enregistrements (1,2 Mo) ; c : 3 enregistrements (1,2 Mo). Une note.',
    );
    expect(publishedParagraph(built(2), harvested.slice(0, 2), 'en')).toContain(
      ' Renewed source: b: 1 → 2 records (1.2 MB). A note.',
    );
  });

  it('tells what changes for others in one sentence', () => {
    const withdrawn = { count: 2, some: ['http://e.org/1', 'http://e.org/2'] };
    const more = {
      iris: { vanished: NONE, replaced: NONE, withdrawn },
      dumps: ['datasets/x.csv.gz'],
    };
    expect(publishedParagraph(built(2, more), [], 'fr')).toMatch(
      /Ce qui change pour qui se sert de la version 2026-11-22\.1 : adresses retirées : 2 \(http:\/\/e\.org\/1, http:\/\/e\.org\/2\); fichiers qui ne sont plus publiés : 1 \(datasets\/x\.csv\.gz\)\.$/,
    );
  });
});
