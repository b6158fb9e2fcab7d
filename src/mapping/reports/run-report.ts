import type {
  AbsenceGroup,
  Bilingual,
  Complaint,
  FaultGroup,
  MappingReport,
  Place,
} from '../../model/index.ts';
import type { Policy } from '../engine/faults.ts';

/** Everything there is to say of one run of a mapping: what the reports are made from. */
export interface RunReport {
  /** The mapping as it was named. */
  readonly mapping: string;
  /** `too-many-faults`: the run reached its end, its faults passed the threshold, and its output was given up. */
  readonly outcome: 'mapped' | 'refused' | 'too-many-faults';
  readonly policy: Policy;
  /** What refused the run: faults of the mapping told before data is read, or the first one under `strict`. */
  readonly complaints: readonly Complaint[];
  /** Absent where no data was read. */
  readonly report?: MappingReport;
  /** Files that the mapping's own targets wrote. */
  readonly targets: readonly string[];
}

/** Codes of what is counted and told but is no fault: RML says nothing of a record without identifier. */
const NOTES: ReadonlySet<string> = new Set(['empty-subject', 'iterator-without-match', 'repeated-column']);

export type Severity = 'fault' | 'note';

export const severityOf = ({ code }: Pick<FaultGroup, 'code'>): Severity =>
  NOTES.has(code) ? 'note' : 'fault';

/** How many faults, or notes, a run met: occurrences, not kinds. */
export function countOf(report: MappingReport | undefined, severity: Severity = 'fault'): number {
  return (report?.faults ?? [])
    .filter((group) => severityOf(group) === severity)
    .reduce((sum, { count }) => sum + count, 0);
}

/** Terms that one rule did not produce, by cause. */
export interface RuleLosses {
  readonly rule: Place;
  readonly count: number;
  /** Code → how often. */
  readonly causes: Readonly<Record<string, number>>;
}

/** What each rule did not produce, in the order in which the rules are written. */
export function lossesByRule({ faults }: MappingReport): readonly RuleLosses[] {
  const groups = Map.groupBy(faults, ({ place }) => JSON.stringify(place));
  return [...groups.values()]
    .flatMap((same) => {
      const [first] = same;
      return first === undefined ? [] : [lossesOf(first.place, same)];
    })
    .sort((a, b) => byPlace(a.rule, b.rule));
}

function lossesOf(rule: Place, groups: readonly FaultGroup[]): RuleLosses {
  return {
    rule,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    causes: Object.fromEntries(groups.map(({ code, count }) => [code, count])),
  };
}

/** Faults first, then notes; the most frequent kind first, and within a kind as the mapping goes. */
export function orderedGroups({ faults }: MappingReport): readonly FaultGroup[] {
  const totals = new Map<string, number>();
  for (const { code, count } of faults) totals.set(code, (totals.get(code) ?? 0) + count);
  const rank = (group: FaultGroup) => (severityOf(group) === 'fault' ? 0 : 1);
  return [...faults].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (totals.get(b.code) ?? 0) - (totals.get(a.code) ?? 0) ||
      compare(a.code, b.code) ||
      byPlace(a.place, b.place),
  );
}

const byPlace = (a: Place, b: Place): number =>
  compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);

/** By code units: the order does not hang on the machine's language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What was not said although nothing was wrong, as the mapping goes. */
export const orderedAbsences = ({ absences }: MappingReport): readonly AbsenceGroup[] =>
  [...absences].sort((a, b) => byPlace(a.place, b.place) || compare(a.reason, b.reason));

/** Why a term is absent, in words. */
export const ABSENCE_REASONS: Readonly<Record<AbsenceGroup['reason'], Bilingual>> = {
  empty: { fr: 'la source n’a pas de valeur', en: 'the source has no value' },
  unmatched: {
    fr: 'rien n’y correspond dans la source jointe',
    en: 'nothing matches it in the joined source',
  },
  condition: { fr: 'la condition n’est pas remplie', en: 'the condition does not hold' },
  nothing: { fr: 'la fonction ne donne rien', en: 'the function gives nothing' },
};
