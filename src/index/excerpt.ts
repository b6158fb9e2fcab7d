import { COORDINATES, LABEL_PROPERTIES, MOST_DEGREES } from '../rdf/index.ts';
import { objectIri, objectLiteral, type StatementParts } from './line-object.ts';
import type { UsageCounter } from './usage-counter.ts';

/** What the index keeps of a subject beside its lines. */
export interface Excerpt {
  readonly labels: readonly FoundLabel[];
  readonly links: readonly { readonly property: string; readonly target: string }[];
  readonly place?: { readonly latitude: number; readonly longitude: number };
}

/** A label; the lower the rank, the better the property. */
export interface FoundLabel {
  /** Primary language, in lower case; empty where the text has no language. */
  readonly language: string;
  readonly text: string;
  readonly rank: number;
}

const LABEL_RANKS = new Map(LABEL_PROPERTIES.map((iri, rank) => [iri, rank]));

/**
 * Reads labels (of each language the best one), links to IRIs without fragment, and coordinates from what is said of one
 * subject.
 * @param usages told of every statement
 */
export function excerptOf(statements: readonly StatementParts[], usages: UsageCounter): Excerpt {
  const labels = new Map<string, FoundLabel>();
  const links: { property: string; target: string }[] = [];
  const pairs: Record<string, { latitude?: number; longitude?: number }> = {};
  for (const { predicate, object } of statements) {
    usages.see(predicate, object);
    const target = objectIri(object);
    if (target !== undefined && !target.includes('#')) links.push({ property: predicate, target });
    const label = labelOf(predicate, object);
    if (label && label.rank < (labels.get(label.language)?.rank ?? LABEL_RANKS.size))
      labels.set(label.language, label);
    const coordinate = coordinateOf(predicate, object);
    if (coordinate)
      pairs[coordinate.pair] = { [coordinate.axis]: coordinate.degrees, ...pairs[coordinate.pair] };
  }
  const place = placeOf(pairs['wgs']) ?? placeOf(pairs['schema']);
  return { labels: [...labels.values()], links, ...(place ? { place } : {}) };
}

function labelOf(predicate: string, object: string): FoundLabel | undefined {
  const rank = LABEL_RANKS.get(predicate);
  const literal = rank === undefined ? undefined : objectLiteral(object);
  if (rank === undefined || !literal || literal.text.trim() === '') return undefined;
  return { language: literal.language.toLowerCase().split('-')[0] ?? '', text: literal.text, rank };
}

function coordinateOf(predicate: string, object: string) {
  const known = COORDINATES.get(predicate);
  const degrees = known && Number.parseFloat(objectLiteral(object)?.text ?? '');
  return known && degrees !== undefined ? { ...known, degrees } : undefined;
}

/** A pair of degrees that lies on Earth. */
function placeOf(pair: { latitude?: number; longitude?: number } | undefined): Excerpt['place'] {
  const { latitude = Number.NaN, longitude = Number.NaN } = pair ?? {};
  return Math.abs(latitude) <= MOST_DEGREES.latitude && Math.abs(longitude) <= MOST_DEGREES.longitude
    ? { latitude, longitude }
    : undefined;
}
