import type {
  AbsenceGroup,
  Bilingual,
  Complaint,
  FaultGroup,
  Place,
  UnknownColumn,
} from '../../model/index.ts';
import {
  ABSENCE_REASONS,
  countOf,
  lossesByRule,
  orderedAbsences,
  orderedGroups,
  type RuleLosses,
  type RunReport,
  type Severity,
  severityOf,
} from './run-report.ts';
import { suggestionFor } from './suggestions.ts';

/** A run as JSON. Lines, columns and rows count from 1; texts are there in both languages. */
export interface ReportDocument {
  /** The form of this document: raised when a member changes its meaning or goes away. */
  readonly version: 1;
  readonly mapping: string;
  readonly outcome: RunReport['outcome'];
  readonly policy: RunReport['policy'];
  readonly records: number;
  /** Of them, those left out under the policy `skip-record`. */
  readonly skippedRecords: number;
  /** Statements made, repetitions included. */
  readonly statements: number;
  /** Occurrences, not kinds. */
  readonly faultCount: number;
  readonly noteCount: number;
  readonly complaints: readonly Complaint[];
  /** By kind and rule, faults before notes, the most frequent kind first. */
  readonly faults: readonly ReportedFault[];
  /** The same counts by rule: terms not produced, by cause. */
  readonly rules: readonly RuleLosses[];
  /** Terms that were not produced although nothing was wrong, by the place that would make them. */
  readonly absences: readonly ReportedAbsence[];
  /** Columns that the mapping names and the source does not have. */
  readonly missingColumns: readonly string[];
  /** Those of them that the mapping does not declare optional: where they are named, and the nearest. */
  readonly unknownColumns: readonly UnknownColumn[];
  /** Columns of the source that no rule reads. */
  readonly unusedColumns: readonly string[];
  /** Files that the mapping's own targets wrote. */
  readonly targets: readonly string[];
}

export interface ReportedAbsence {
  readonly reason: AbsenceGroup['reason'];
  readonly message: Bilingual;
  readonly rule: Place;
  /** What the term reads first; empty where it reads nothing. */
  readonly column: string;
  /** Records. */
  readonly count: number;
}

export interface ReportedFault {
  readonly code: string;
  readonly severity: Severity;
  /** Where in the mapping the term stands; a source without line for faults of reading. */
  readonly rule: Place;
  readonly count: number;
  readonly message: Bilingual;
  readonly suggestion: Bilingual;
  readonly examples: readonly ReportedExample[];
}

export interface ReportedExample {
  /** The source. */
  readonly file: string;
  readonly row: number;
  readonly line: number;
  /** Empty where the fault is not one of a column. */
  readonly column: string;
  /** At most 200 characters of it. */
  readonly value: string;
}

/** A run as a value that `JSON.stringify` writes. */
export function reportDocument({
  mapping,
  outcome,
  policy,
  complaints,
  report,
  targets,
}: RunReport): ReportDocument {
  return {
    version: 1,
    mapping,
    outcome,
    policy,
    records: report?.records ?? 0,
    skippedRecords: report?.skippedRecords ?? 0,
    statements: report?.statements ?? 0,
    faultCount: countOf(report),
    noteCount: countOf(report, 'note'),
    complaints,
    faults: report === undefined ? [] : orderedGroups(report).map(reportedFault),
    rules: report === undefined ? [] : lossesByRule(report),
    absences: report === undefined ? [] : orderedAbsences(report).map(reportedAbsence),
    missingColumns: report?.missingColumns ?? [],
    unknownColumns: report?.unknownColumns ?? [],
    unusedColumns: report?.unusedColumns ?? [],
    targets,
  };
}

const reportedAbsence = ({ reason, place, column, count }: AbsenceGroup): ReportedAbsence => ({
  reason,
  message: ABSENCE_REASONS[reason],
  rule: place,
  column,
  count,
});

function reportedFault(group: FaultGroup): ReportedFault {
  const { code, place, count, message, examples } = group;
  return {
    code,
    severity: severityOf(group),
    rule: place,
    count,
    message,
    suggestion: suggestionFor(code),
    examples,
  };
}
