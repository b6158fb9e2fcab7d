import type { Bilingual, ColumnProfile } from '../model/index.ts';
import type { DraftRequest, Fate } from './draft.ts';
import type { KnownColumn } from './known-column.ts';
import * as why from './reasons.ts';
import { usedPlaces } from './used-places.ts';

/** From here on a guess is acted upon. */
export const SURE = 0.6;

interface Aside {
  readonly fate: Fate;
  readonly reasons: readonly Bilingual[];
}

/** Columns that are no statement of their own: empty, personal, the identifier, coordinates, words of the format. */
export function setAside(
  { profile, answers }: DraftRequest,
  column: ColumnProfile,
  known: KnownColumn | undefined,
): Aside | undefined {
  const { evidence } = column.kind;
  const fixed = (
    kind: 'left' | 'place' | 'private' | 'identifier',
    ...reasons: readonly Bilingual[]
  ): Aside => ({
    fate: { kind },
    reasons,
  });
  if (column.filled === 0) return fixed('left', why.EMPTY);
  if (profile.source.format === 'json' && STRUCTURE.test(column.name)) return fixed('left', why.STRUCTURE);
  const isPlace = usedPlaces(profile).some(({ value }) => value.columns.some((name) => name === column.name));
  if (isPlace) return fixed('place', evidence);
  if (isPersonal(column, known)) return fixed('private', evidence, why.PERSONAL);
  const [identifier, ...more] = answers.identifier;
  return more.length === 0 && identifier === column.name ? fixed('identifier', evidence) : undefined;
}

/** What GeoJSON says of itself, the same in every record. */
const STRUCTURE = /^\$?\.?(?:geometry\.)?type$/;

/** Addresses of letters and numbers of telephones may be those of persons. */
function isPersonal({ kind }: ColumnProfile, known: KnownColumn | undefined): boolean {
  const property = known?.use.kind === 'value' ? known.use.property : '';
  const byValues = (kind.value === 'email' || kind.value === 'phone') && kind.confidence >= SURE;
  return byValues || property === 'schema:email' || property === 'schema:telephone';
}
