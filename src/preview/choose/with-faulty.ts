import type { Bilingual } from '../../model/index.ts';
import type { ChosenRow, Reason } from './chosen-row.ts';
import { reasonText } from './reason-texts.ts';

/** A record that the run over the whole file found at fault. */
export interface FaultyRow {
  readonly row: number;
  readonly message: Bilingual;
  /** The last run found it in order: it stays, so that the correction is seen. */
  readonly isCorrected?: true;
}

/** Faulty records that are shown, each with another fault. */
const MOST_FAULTY = 6;

/**
 * Chosen rows with faulty ones in front: they take the places of those that were drawn by lot.
 * @param most rows in all
 */
export function withFaulty(
  chosen: readonly ChosenRow[],
  faulty: readonly FaultyRow[],
  most: number,
): readonly ChosenRow[] {
  const rows = new Map<number, Reason[]>();
  for (const { row, message, isCorrected } of faulty) {
    if (rows.size >= MOST_FAULTY && !rows.has(row)) continue;
    const reason: Reason = {
      kind: 'faulty',
      sentence: isCorrected ? reasonText.corrected(message) : reasonText.faulty(message),
    };
    rows.set(row, [...(rows.get(row) ?? []), reason]);
  }
  for (const { row, reasons } of chosen) {
    const known = rows.get(row);
    const telling = reasons.filter(
      ({ kind }) => known === undefined || (kind !== 'random' && kind !== 'every'),
    );
    if (known) known.push(...telling);
    else if (rows.size < most) rows.set(row, [...reasons]);
  }
  return [...rows].map(([row, reasons]) => ({ row, reasons }));
}
