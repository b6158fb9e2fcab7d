import { folded, nearest } from '../../documents/index.ts';
import {
  type Bilingual,
  type Complaint,
  type Dataset,
  type FaultGroup,
  PRIVATE_ALL,
  type ShapeResult,
  type ShapeResultGroup,
  type TracedRules,
} from '../../model/index.ts';
import { cimaise } from '../../rdf/index.ts';
import type { SourceRecords } from './source-records.ts';

/** Whether what a column holds may not be told. */
export type IsPrivate = (column: string) => boolean;

/** Names match as in mappings: without regard to case, accents and signs. Undefined where nothing is private. */
export function privateColumnsOf({
  privateColumns = [],
}: Pick<Dataset, 'privateColumns'>): IsPrivate | undefined {
  if (privateColumns.length === 0) return undefined;
  if (privateColumns.includes(PRIVATE_ALL)) return () => true;
  const names = new Set(privateColumns.map(folded));
  return (column) => names.has(folded(column));
}

/** Private columns that the source does not have: what is misspelt would be published. */
export function unknownPrivateColumns(
  { privateColumns = [], places, place }: Dataset,
  known: readonly string[],
): readonly Complaint[] {
  const names = new Set(known.map(folded));
  return privateColumns
    .filter((one) => one !== PRIVATE_ALL && !names.has(folded(one)))
    .map((one) => {
      const near = nearest(one, known);
      const at = places.get(cimaise.privateColumns) ?? place;
      return {
        place: at,
        found: {
          fr: `La source n’a pas de colonne « ${one} » à garder privée.`,
          en: `The source has no column “${one}” to keep private.`,
        },
        remedy: meant(near, known),
      };
    });
}

const meant = (near: string | undefined, known: readonly string[]): Bilingual =>
  near === undefined
    ? {
        fr: `Colonnes de la source : ${known.join(', ')} ; ou "${PRIVATE_ALL}" pour toutes.`,
        en: `Columns of the source: ${known.join(', ')}; or "${PRIVATE_ALL}" for all.`,
      }
    : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` };

/** The rules, each with the columns among those that it reads that are private. */
export const rulesWithPrivate = (traced: TracedRules, isPrivate: IsPrivate): TracedRules => ({
  ...traced,
  rules: traced.rules.map((rule) => {
    const hidden = [...rule.columns, ...rule.conditions].filter(isPrivate);
    return hidden.length === 0 ? rule : { ...rule, private: [...new Set(hidden)] };
  }),
});

const HIDDEN = '…';

/** Faults without the values that may come from a private column; a value of no known rule may. */
export function publicFaults(
  faults: readonly FaultGroup[],
  { rules }: TracedRules,
  isPrivate: IsPrivate,
): readonly FaultGroup[] {
  const isPublic = (line: number | undefined): boolean => {
    const own = rules.filter((rule) => rule.line === line);
    return own.length > 0 && own.every((rule) => rule.private === undefined);
  };
  return faults.map((group) => ({
    ...group,
    examples: group.examples.map((one) =>
      isPublic(group.place.line) && !isPrivate(one.column) ? one : { ...one, value: HIDDEN },
    ),
  }));
}

const UNSAID: Bilingual = {
  fr: 'Une colonne privée ne convient pas : voyez la source à cette ligne.',
  en: 'A private column does not fit: see the source at this line.',
};

/** A result without what a private column may have made; where to look in the source stays. */
export function withoutValues(result: ShapeResult): ShapeResult {
  const { value, term, suggestions, details, cell, alsoRows, ...told } = result;
  return { ...told, ...(told.saidBy !== undefined && { message: UNSAID }) };
}

/** A group whose message a query made of values. */
export const withoutMessage = (group: ShapeResultGroup): ShapeResultGroup =>
  group.saidBy === undefined ? group : { ...group, message: UNSAID };

/** Results, and the records that they stand in. */
interface Located {
  readonly results: readonly ShapeResult[];
  readonly records: SourceRecords;
}

/** Results and records of a source without what its private columns hold. */
export function publicResults(
  { results, records }: Located,
  touchesPrivate: (result: ShapeResult) => boolean,
  isPrivate: IsPrivate,
): Located {
  const shown = records.columns.map((column, at) => [column, at] as const).filter(([one]) => !isPrivate(one));
  return {
    results: results.map((result) => (touchesPrivate(result) ? withoutValues(result) : result)),
    records: {
      ...records,
      columns: shown.map(([column]) => column),
      rows: new Map(
        [...records.rows].map(([row, record]) => [
          row,
          { ...record, cells: shown.map(([, at]) => record.cells[at] ?? '') },
        ]),
      ),
    },
  };
}
