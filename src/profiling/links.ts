import type { ColumnKind, ColumnLink, Guess, KnownDataset } from '../model/index.ts';
import type { Seen } from './kind-choice.ts';
import { confidence, figures } from './sentences.ts';
import { spread } from './separation.ts';

const SAMPLE = 500;
const LEAST = 0.8;
const FEWEST = 2;

/** Kinds that point to nothing. */
const NEVER: ReadonlySet<ColumnKind> = new Set([
  ...(['empty', 'decimal', 'boolean', 'year', 'date', 'web-address', 'email', 'phone', 'latitude'] as const),
  ...(['longitude', 'coordinates', 'projected', 'html'] as const),
]);

/** Kinds known by a list of names: what such a column points to is believed after a few values. */
const NAMED: ReadonlySet<ColumnKind> = new Set(['department-name', 'region-name']);

/** The dataset here whose identifiers or names a column's values are, where most of them are found. */
export function findLink(
  kind: ColumnKind,
  values: readonly Seen[],
  known: readonly KnownDataset[],
): Guess<ColumnLink> | undefined {
  if (NEVER.has(kind) || values.length < FEWEST) return undefined;
  const sample = spread(values, SAMPLE).filter(({ text }) => text.length <= 200);
  const certainty = sample.length < 5 && !NAMED.has(kind) ? 0.7 : 0.98;
  return known
    .flatMap((dataset) => [
      tried(sample, { dataset: dataset.slug, by: 'identifier' }, dataset.hasIdentifier),
      tried(sample, { dataset: dataset.slug, by: 'label' }, dataset.hasLabel),
    ])
    .filter((one) => one !== undefined)
    .map((one) => ({ ...one, confidence: confidence(one.confidence * certainty) }))
    .filter(({ value }) => value.by === 'label' || kind !== 'whole')
    .sort((a, b) => b.confidence - a.confidence)[0];
}

function tried(
  sample: readonly Seen[],
  value: ColumnLink,
  has: (text: string) => boolean,
): Guess<ColumnLink> | undefined {
  const found = sample.filter(({ text }) => has(text)).length;
  if (found < FEWEST || found < sample.length * LEAST) return undefined;
  const [some, all] = [figures(found), figures(sample.length)];
  const what =
    value.by === 'identifier'
      ? { fr: 'des identifiants', en: 'identifiers' }
      : { fr: 'des noms', en: 'names' };
  return {
    value,
    confidence: found / sample.length,
    evidence: {
      fr: `${some.fr} valeurs différentes sur ${all.fr} sont ${what.fr} de « ${value.dataset} ».`,
      en: `${some.en} of ${all.en} different values are ${what.en} of “${value.dataset}”.`,
    },
  };
}
