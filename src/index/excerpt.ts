import { COORDINATES, dcterms, MOST_DEGREES, rdfs, schema, skos } from '../rdf/index.ts';
import { lineLiteral, lineParts, objectIri } from './line-object.ts';
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

/** Properties that hold labels, the preferred one first. */
const LABEL_RANKS = new Map(
  [skos.prefLabel, rdfs.label, schema.name, dcterms.title].map((iri, rank) => [iri, rank]),
);

/**
 * Reads labels, links to IRIs without fragment, and coordinates from the lines of one subject.
 * @param usages told of every line
 */
export function excerptOf(lines: readonly string[], usages: UsageCounter): Excerpt {
  const labels: FoundLabel[] = [];
  const links: { property: string; target: string }[] = [];
  const pairs: Record<string, { latitude?: number; longitude?: number }> = {};
  for (const line of lines) {
    const { predicate, object } = lineParts(line);
    usages.see(predicate, object);
    const target = objectIri(object);
    if (target !== undefined && !target.includes('#')) links.push({ property: predicate, target });
    const label = labelOf(line, predicate, object);
    if (label) labels.push(label);
    const coordinate = coordinateOf(line, predicate, object);
    if (coordinate)
      pairs[coordinate.pair] = { [coordinate.axis]: coordinate.degrees, ...pairs[coordinate.pair] };
  }
  const place = placeOf(pairs['wgs']) ?? placeOf(pairs['schema']);
  return { labels, links, ...(place ? { place } : {}) };
}

function labelOf(line: string, predicate: string, object: string): FoundLabel | undefined {
  const rank = LABEL_RANKS.get(predicate);
  const literal = rank === undefined ? undefined : lineLiteral(line, object);
  if (rank === undefined || !literal || literal.text.trim() === '') return undefined;
  return { language: literal.language.toLowerCase().split('-')[0] ?? '', text: literal.text, rank };
}

function coordinateOf(line: string, predicate: string, object: string) {
  const known = COORDINATES.get(predicate);
  const degrees = known && Number.parseFloat(lineLiteral(line, object)?.text ?? '');
  return known && degrees !== undefined ? { ...known, degrees } : undefined;
}

/** A pair of degrees that lies on Earth. */
function placeOf(pair: { latitude?: number; longitude?: number } | undefined): Excerpt['place'] {
  const { latitude = Number.NaN, longitude = Number.NaN } = pair ?? {};
  return Math.abs(latitude) <= MOST_DEGREES.latitude && Math.abs(longitude) <= MOST_DEGREES.longitude
    ? { latitude, longitude }
    : undefined;
}
