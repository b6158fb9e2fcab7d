import { type PlacedThing, pathOfIri } from '../../model/index.ts';

/** A thing as a GeoJSON feature (RFC 7946), named as the reader reads. */
export const searchFeature = (
  { iri, latitude, longitude }: PlacedThing,
  { base, label }: { readonly base: string; readonly label: (iri: string) => string | undefined },
): string =>
  JSON.stringify({
    type: 'Feature',
    id: iri,
    geometry: { type: 'Point', coordinates: [longitude, latitude] },
    properties: { name: label(iri) ?? iri, href: pathOfIri(iri, base) ?? iri },
  });

/** All of them, one a line. */
export const featureCollection = (features: readonly string[]): string =>
  `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`;
