import type { ColumnKind, ColumnProfile, Guess, OddCell, PlaceGuess } from '../model/index.ts';
import type { FoundColumn } from './column-profile.ts';
import { wordsOf } from './kinds.ts';
import { type PlaceCandidate, placeCandidates } from './place-candidates.ts';
import { type PlacedRow, placedRows } from './place-rows.ts';
import { placeEvidence } from './place-sentences.ts';
import {
  degreeTrials,
  inOrder,
  type KnownPoint,
  type PlaceTrial,
  projectionTrials,
  toldTrial,
} from './place-trials.ts';
import type { RowSample } from './row-sample.ts';
import { confidence } from './sentences.ts';
import { numberOf } from './value-forms.ts';

/** What the columns of a place turned out to be, told to whoever describes them. */
export interface FoundPlace {
  readonly guess: Guess<PlaceGuess>;
  readonly kinds: ReadonlyMap<string, ColumnKind>;
}

/** How sure each kind of proof makes. */
const PROOFS: Readonly<Record<PlaceTrial['by'], number>> = {
  point: 0.99,
  department: 0.98,
  france: 0.9,
  range: 0.5,
};

const MOST_ODD = 10;

/**
 * Finds coordinates, tries both orders and all projections against what else is known of where records are, and keeps
 * what fits. What already understood degrees say helps to tell projections apart.
 */
export function findPlaces(columns: readonly FoundColumn[], sample: RowSample): readonly FoundPlace[] {
  const rows = placedRows(columns, sample);
  const candidates = placeCandidates(columns);
  const degrees = candidates
    .filter(({ isMetric }) => !isMetric)
    .map((candidate) => inDegrees(candidate, rows))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.guess.confidence - a.guess.confidence);
  const known = degrees[0] && knownPoint(degrees[0].candidate, degrees[0].guess.value);
  const projected = candidates
    .filter(({ isMetric }) => isMetric)
    .map((candidate) => inProjection(candidate, rows, { known, columns }))
    .filter((one) => one !== undefined);
  return [...degrees, ...projected].map(({ guess, candidate }) => ({
    guess,
    kinds: kindsOf(candidate, guess.value),
  }));
}

interface Judged {
  readonly candidate: PlaceCandidate;
  readonly guess: Guess<PlaceGuess>;
}

function inDegrees(candidate: PlaceCandidate, rows: readonly PlacedRow[]): Judged | undefined {
  const trials = degreeTrials(candidate, rows).filter(({ tried }) => tried > 0);
  const named = namedOrder(candidate);
  const best = trials.sort((a, b) => worth(b) - worth(a) || rankOf(b, named) - rankOf(a, named))[0];
  if (best === undefined || best.right < best.tried * 0.5) return undefined;
  const other = trials[1] === undefined ? 0 : worth(trials[1]);
  const isOpen = other > worth(best) * 0.9 && named !== orderOf(best);
  // Numbers of two columns that say nothing of coordinates, and fit no place, are measures.
  if (best.by === 'range' && candidate.columns.length === 2 && named === undefined) return undefined;
  return { candidate, guess: guessed(candidate, best, isOpen ? 0.6 : 1) };
}

const worth = ({ by, right, tried }: PlaceTrial): number => (PROOFS[by] * right) / Math.max(1, tried);

const orderOf = ({ reference }: PlaceTrial): string | undefined =>
  reference.kind === 'wgs84' ? reference.order : undefined;

const rankOf = (trial: PlaceTrial, named: string | undefined): number => (orderOf(trial) === named ? 1 : 0);

/** What headers say of the order: where values cannot tell, they are believed; else latitude first, as portals write. */
function namedOrder({ columns }: PlaceCandidate): 'lat-long' | 'long-lat' | undefined {
  const words = columns.map(({ profile }) => wordsOf(profile.name)).join(' ');
  const lat = words.search(/\blat|\by\b/);
  const long = words.search(/\bl(?:on|ng)|\bx\b/);
  if (lat < 0 && long < 0) return columns.length === 1 ? 'lat-long' : undefined;
  return long < 0 || (lat >= 0 && lat < long) ? 'lat-long' : 'long-lat';
}

interface Known {
  readonly known: KnownPoint | undefined;
  readonly columns: readonly FoundColumn[];
}

function inProjection(
  candidate: PlaceCandidate,
  rows: readonly PlacedRow[],
  { known, columns }: Known,
): Judged | undefined {
  const best = projectionTrials(candidate, rows, known).sort(
    (a, b) => b.right - a.right || a.distance - b.distance,
  )[0];
  if (best === undefined) return undefined;
  const told = columns
    .filter(namesSystems)
    .map(({ profile }) => ({
      name: profile.name,
      trial: toldTrial(candidate, rows, profile.position, known),
    }))
    .find(({ trial }) => trial.right >= best.right);
  // Records of several systems fit none; they fit the one that each of them tells.
  const trial = told === undefined ? best : { ...best, ...told.trial };
  if (trial.by === 'range' || trial.right <= trial.tried * 0.5) return undefined;
  return { candidate, guess: guessed(candidate, trial, 1, told?.name) };
}

const namesSystems = ({ profile, values }: FoundColumn): boolean =>
  profile.distinct <= 40 &&
  values.length > 0 &&
  values.every(({ text }) => text.length <= 40) &&
  values.filter(({ text }) => /lambert|epsg|\bcc ?\d\d\b|wgs ?84|utm|rgf/i.test(text)).length >
    values.length * 0.7;

const knownPoint =
  (candidate: PlaceCandidate, { reference }: PlaceGuess): KnownPoint =>
  (row) => {
    const [a = '', b = ''] = candidate.pair(row) ?? [];
    return reference.kind === 'wgs84' && a !== ''
      ? inOrder(reference.order, numberOf(a), numberOf(b))
      : undefined;
  };

function guessed(
  candidate: PlaceCandidate,
  trial: PlaceTrial,
  doubt: number,
  toldBy?: string,
): Guess<PlaceGuess> {
  const names = candidate.columns.map(({ profile }) => profile.name);
  const [first = '', second] = names;
  return {
    value: {
      columns: second === undefined ? [first] : [first, second],
      reference: trial.reference,
      ...(candidate.separator === undefined ? {} : { separator: candidate.separator }),
      ...(toldBy === undefined ? {} : { toldBy }),
      read: readOf(candidate),
      odd: oddOf(candidate, trial),
    },
    confidence: confidence(PROOFS[trial.by] * doubt * (trial.right / trial.tried)),
    evidence: placeEvidence(candidate, trial, toldBy),
  };
}

/** Cells of the whole file that are read, as far as they were counted. */
const readOf = ({ columns }: PlaceCandidate): number =>
  Math.min(
    ...columns.map(({ profile, values }) => {
      const kept = values.reduce((sum, { count }) => sum + count, 0);
      const wrong = values.reduce((sum, { text, count }) => sum + (isNumbers(text) ? 0 : count), 0);
      return Math.round(profile.filled * (1 - wrong / Math.max(1, kept)));
    }),
  );

const isNumbers = (text: string): boolean => /^\[?\s*-?\d[\d\s.,;/|-]*\]?$/.test(text);

function oddOf({ columns }: PlaceCandidate, { wrongRows }: PlaceTrial): OddCell[] {
  const unread = columns.flatMap(({ values }) => values.filter(({ text }) => !isNumbers(text)));
  return [...unread.map(({ text, row }) => ({ value: text, row })), ...wrongRows]
    .sort((a, b) => a.row - b.row)
    .slice(0, MOST_ODD);
}

function kindsOf({ columns }: PlaceCandidate, { reference }: PlaceGuess): ReadonlyMap<string, ColumnKind> {
  const names = columns.map(({ profile }) => profile.name);
  if (reference.kind === 'projected') return new Map(names.map((name) => [name, 'projected']));
  if (names.length === 1) return new Map(names.map((name) => [name, 'coordinates']));
  const kinds: ColumnKind[] =
    reference.order === 'lat-long' ? ['latitude', 'longitude'] : ['longitude', 'latitude'];
  return new Map(names.map((name, at) => [name, kinds[at] ?? 'decimal']));
}

/** A column with what its place says of it, which is surer than its form and its name. */
export function placed(column: ColumnProfile, places: readonly FoundPlace[]): ColumnProfile {
  const place = places.find(({ kinds }) => kinds.has(column.name));
  const kind = place?.kinds.get(column.name);
  if (place === undefined || kind === undefined) return column;
  const { confidence: sure, evidence } = place.guess;
  const { separation: _, ...rest } = column;
  return { ...rest, kind: { value: kind, confidence: sure, evidence } };
}
