import type { MappingReport } from '../model/index.ts';
import { countOf } from './reports/index.ts';

/** The most faults that a run may have and still be kept: so many, or so many of a hundred records. */
export interface FaultLimit {
  readonly value: number;
  readonly unit: 'faults' | 'percent';
}

/** Whether the faults of a run, its notes aside, pass a limit. */
export function isOver({ value, unit }: FaultLimit, report: MappingReport): boolean {
  const faults = countOf(report);
  return unit === 'faults' ? faults > value : faults * 100 > value * report.records;
}
