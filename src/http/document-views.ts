import type { ResourceDescription } from '../model/index.ts';
import { compactIri, geo, PREFIXES, parseLines, type RDF, schema, wgs } from '../rdf/index.ts';
import { type Geometry, geometryOfWkt } from './api/wkt.ts';
import { CSV, GEOJSON, type View } from './negotiated-resource.ts';
import { csvRow } from './sparql/result-text.ts';

type Described = Pick<ResourceDescription, 'iri' | 'lines'>;

/** A document that is to be offered in more formats. */
export interface ViewedDocument {
  readonly description: Described;
  quads(): readonly RDF.Quad[];
  /** Base IRI of the release: its own terms are written `def:…`. */
  readonly base: string;
}

/** What a document offers beside RDF and its page: a table of its statements, and GeoJSON where its thing has a place. */
export function documentViews({ description, quads, base }: ViewedDocument): readonly View[] {
  const geometry = geometryOf(description);
  return [
    { ...CSV, write: () => statementsTable(quads()) },
    ...(geometry ? [{ ...GEOJSON, write: () => featureText(description, geometry, base) }] : []),
  ];
}

const COLUMNS = ['subject', 'predicate', 'object', 'language', 'datatype'];

/**
 * Statements as CSV (RFC 4180): subject, predicate, object, and of a text its language, of any literal its datatype. An
 * object without datatype is an IRI.
 */
export const statementsTable = (quads: readonly RDF.Quad[]): string =>
  [COLUMNS, ...new Map(quads.map(rowOf).map((row) => [row.join('\u0000'), row])).values()]
    .map(csvRow)
    .join('');

function rowOf({ subject, predicate, object }: RDF.Quad): readonly string[] {
  const isLiteral = object.termType === 'Literal';
  return [
    subject.value,
    predicate.value,
    object.value,
    isLiteral ? object.language : '',
    isLiteral ? object.datatype.value : '',
  ];
}

/** Latitude and longitude as vocabularies write them. */
const PAIRS = [
  [wgs.lat, wgs.long],
  [schema.latitude, schema.longitude],
] as const;
const SAYS_PLACE = [geo.asWKT, ...PAIRS.flat()].map((property) => `> <${property}> `);

/** Where the thing, or one of its parts, is: the first geometry, else the first pair of coordinates. */
function geometryOf({ lines }: Described): Geometry | undefined {
  const said = lines.filter((line) => SAYS_PLACE.some((one) => line.includes(one)));
  if (said.length === 0) return undefined;
  const quads = parseLines(said);
  const wkt = quads.filter(({ predicate }) => predicate.value === geo.asWKT);
  const geometries = wkt.map(({ object }) => geometryOfWkt(object.value)).filter((one) => one !== undefined);
  return geometries[0] ?? pointOf(quads);
}

function pointOf(quads: readonly RDF.Quad[]): Geometry | undefined {
  for (const own of Map.groupBy(quads, ({ subject }) => subject.value).values())
    for (const pair of PAIRS) {
      const [latitude, longitude] = pair.map(
        (property) => own.find(({ predicate }) => predicate.value === property)?.object.value,
      );
      const point = geometryOfWkt(`POINT(${longitude ?? ''} ${latitude ?? ''})`);
      if (point) return point;
    }
  return undefined;
}

/** A GeoJSON feature (RFC 7946): its id is the thing's IRI, its properties what is said of the thing itself. */
function featureText({ iri, lines }: Described, geometry: Geometry, base: string): string {
  const prefixes = { ...PREFIXES, def: `${base}def/` };
  const own = parseLines(lines.filter((line) => line.startsWith(`<${iri}> `)));
  const byProperty = Map.groupBy(own, ({ predicate }) => compactIri(predicate.value, prefixes));
  const properties = [...byProperty].map(([name, same]) => {
    const values = [...new Set(same.map(({ object }) => object.value))];
    return [name, values.length === 1 ? values[0] : values];
  });
  const feature = { type: 'Feature', id: iri, geometry, properties: Object.fromEntries(properties) };
  return `${JSON.stringify(feature, null, 2)}\n`;
}
