import { type Bilingual, type ColumnKind, counted, type Guess } from '../model/index.ts';
import { KIND_NAMES } from './kind-names.ts';
import { KINDS, type KindTest, wordsOf } from './kinds.ts';
import { cellsOf, confidence } from './sentences.ts';

/** A value, how often it occurs, and the record in which it is met first. */
export interface Seen {
  readonly text: string;
  readonly count: number;
  readonly row: number;
}

/** How far a kind reads a column's values. */
export interface KindCount {
  readonly test: KindTest;
  cells: number;
}

export interface Judged {
  readonly kind: Guess<ColumnKind>;
  /** Reads one value of that kind; absent where any text would do. */
  readonly reads?: (value: string) => boolean;
}

/** What is known of a column when its kind is chosen. */
export interface Evidence {
  readonly name: string;
  /** Values, once separated. */
  readonly values: readonly Seen[];
  /** Values that were tested. */
  readonly cells: number;
  /** Whether there are others. */
  readonly isSampled: boolean;
  readonly counts: readonly KindCount[];
  /** Different values, once separated. */
  readonly distinct: number;
}

const LEAST = 0.85;
/** Where the header says it too, fewer values must. */
const LEAST_WITH_WORDS = 0.6;

/** Kinds that at least so many of some values bear out are looked at further. */
export function survivors(sample: readonly Seen[]): KindTest[] {
  const texts = sample.map(({ text }) => text.trim());
  const least = Math.max(1, texts.length * 0.25);
  return KINDS.filter(({ reads }) => texts.filter((text) => reads(text)).length >= least);
}

/** The kind of a column's values: what most of them are read as, weighed with what the header says. */
export function chooseKind(evidence: Evidence): Judged {
  if (evidence.cells === 0) return { kind: { value: 'empty', confidence: 1, evidence: NOTHING } };
  const words = wordsOf(evidence.name);
  const scored = evidence.counts
    .map(({ test, cells }) => scoreOf(test, cells, evidence, words))
    .filter(({ score }) => score > 0);
  const best = scored.reduce<Scored | undefined>(
    (top, one) => (one.score > (top?.score ?? 0) ? one : top),
    undefined,
  );
  if (best !== undefined && best.test.kind !== 'code') return judged(best, evidence);
  if (isClosed(evidence)) return { kind: closedList(evidence) };
  return best === undefined ? { kind: plainText(evidence) } : judged(best, evidence);
}

const NOTHING: Bilingual = { fr: 'Aucune cellule n’est remplie.', en: 'No cell is filled.' };

interface Scored {
  readonly test: KindTest;
  readonly cells: number;
  readonly score: number;
  readonly isNamed: boolean;
}

function scoreOf(test: KindTest, cells: number, evidence: Evidence, words: string): Scored {
  const isNamed = test.words?.test(words) ?? false;
  const share = cells / evidence.cells;
  const least = isNamed ? Math.min(LEAST_WITH_WORDS, test.least ?? LEAST) : (test.least ?? LEAST);
  const base = isNamed
    ? Math.max(test.named ?? 0.97, test.alone)
    : (REFINED[test.kind]?.(evidence) ?? test.alone);
  const doubt = CONTRADICTED[test.kind]?.(evidence) ? 0 : 1;
  return { test, cells, isNamed, score: share < least ? 0 : share * base * doubt };
}

const shareOf = ({ values, cells }: Evidence, holds: (text: string) => boolean): number =>
  values.reduce((sum, { text, count }) => sum + (holds(text.trim()) ? count : 0), 0) / Math.max(1, cells);

/** How sure values alone make, where it depends on what they are. */
const REFINED: Readonly<Partial<Record<ColumnKind, (evidence: Evidence) => number>>> = {
  'insee-commune': (evidence) =>
    evidence.values.some(({ text }) => /^\s*2[ab]\d{3}/i.test(text)) ? 0.92 : fiveFigures(evidence, false),
  'post-code': (evidence) => fiveFigures(evidence, true),
  boolean: ({ distinct, values }) => {
    const truths = new Set(distinct > 4 ? [] : values.map(({ text }) => text.trim().toLowerCase()));
    return truths.size !== 2 ? 0 : [...truths].every((one) => /^[01]$/.test(one)) ? 0.91 : 0.95;
  },
};

/** Post codes mostly end in a zero, INSEE codes in any figure; neither is sure without many of them. */
function fiveFigures(evidence: Evidence, isPost: boolean): number {
  if (evidence.distinct < 20 || shareOf(evidence, (text) => text.length === 5) < 0.8) return 0.3;
  const zeros = shareOf(evidence, (text) => text.endsWith('0'));
  return isPost === zeros > 0.4 ? 0.82 : 0.3;
}

/** What rules a kind out whatever the header says. */
const CONTRADICTED: Readonly<Partial<Record<ColumnKind, (evidence: Evidence) => boolean>>> = {
  latitude: (evidence) => shareOf(evidence, (text) => /\d[.,]\d\d/.test(text)) < 0.5,
  longitude: (evidence) => shareOf(evidence, (text) => /\d[.,]\d\d/.test(text)) < 0.5,
  decimal: (evidence) => shareOf(evidence, (text) => /\d[.,]\d/.test(text)) === 0,
  // Years alone are years; a stretch, a century or a doubt makes a period.
  period: (evidence) => shareOf(evidence, (text) => /^\d+$|^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) > 0.97,
  boolean: ({ distinct }) => distinct > 4,
  whole: (evidence) => isCodeOfFigures(evidence),
  code: (evidence) => shareOf(evidence, (text) => /^\d+$/.test(text)) > 0.97 && !isCodeOfFigures(evidence),
};

/** Figures that name rather than count: a zero stands first, or all are as long and the header says so. */
function isCodeOfFigures(evidence: Evidence): boolean {
  if (shareOf(evidence, (text) => /^0\d+$/.test(text)) > 0.01) return true;
  const words = wordsOf(evidence.name);
  if (!KINDS.find(({ kind }) => kind === 'code')?.words?.test(words)) return false;
  const lengths = new Set(evidence.values.map(({ text }) => text.trim().length));
  return (
    (lengths.size <= 2 && Math.max(...lengths) >= 5) ||
    /\bcode|ref|identifi|\bid\b|siret|siren|epci/.test(words)
  );
}

const MOST_LISTED = 50;

/** Few values, each of them said several times. */
function isClosed({ distinct, cells, values }: Evidence): boolean {
  const longest = values.reduce((most, { text }) => Math.max(most, text.length), 0);
  return distinct <= MOST_LISTED && longest <= 120 && cells >= Math.max(distinct === 1 ? 2 : 3, distinct * 3);
}

function judged({ test, cells, score, isNamed }: Scored, evidence: Evidence): Judged {
  const share = cellsOf(cells, evidence.cells);
  const tried = evidence.isSampled ? { fr: ' essayées', en: ' that were tried' } : { fr: '', en: '' };
  const named = isNamed
    ? { fr: ' ; l’en-tête le dit aussi', en: '; the header says so too' }
    : { fr: '', en: '' };
  return {
    kind: {
      value: test.kind,
      confidence: confidence(score),
      evidence: {
        fr: `${share.fr}${tried.fr} : ${KIND_NAMES[test.kind].fr}${named.fr}.`,
        en: `${share.en}${tried.en}: ${KIND_NAMES[test.kind].en}${named.en}.`,
      },
    },
    reads: test.reads,
  };
}

const cellCount = (cells: number): Bilingual => counted(cells, ['cellule', 'cellules'], ['cell', 'cells']);

const closedList = ({ distinct, cells }: Evidence): Guess<ColumnKind> => {
  const values = counted(distinct, ['valeur', 'valeurs'], ['value', 'values']);
  return {
    value: 'closed-list',
    confidence: confidence(0.6 + 0.35 * Math.min(1, cells / (distinct * 20))),
    evidence: {
      fr: `${values.fr} pour ${cellCount(cells).fr}.`,
      en: `${values.en} for ${cellCount(cells).en}.`,
    },
  };
};

const plainText = ({ cells }: Evidence): Guess<ColumnKind> => ({
  value: 'text',
  confidence: 0.8,
  evidence: {
    fr: `${cellCount(cells).fr}, d’aucune forme particulière.`,
    en: `${cellCount(cells).en}, of no particular form.`,
  },
});
