import type { Bilingual, SourceFinding } from '../model/index.ts';

/** What its owner should act on. */
export const warning = (sentence: Bilingual, remedy?: Bilingual, rows?: readonly number[]): SourceFinding =>
  finding('warning', sentence, remedy, rows);

/** Something worth knowing of a file. */
export const finding = (
  severity: SourceFinding['severity'],
  sentence: Bilingual,
  remedy?: Bilingual,
  rows?: readonly number[],
): SourceFinding => ({
  severity,
  sentence,
  ...(remedy === undefined ? {} : { remedy }),
  ...(rows === undefined ? {} : { rows }),
});
