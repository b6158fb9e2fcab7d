import {
  coordinateOf,
  LABEL_PROPERTIES,
  literalParts,
  rdf,
  type SubjectStatement,
  unescapeLiteral,
} from '../../rdf/index.ts';
import { statementsOf } from '../publish/read-subject.ts';
import type { Thing } from './things.ts';

/** The first of these that there is, then any. */
const LANGUAGES: readonly string[] = ['fr', 'en', ''];

/**
 * A thing as a Feature of GeoJSON (RFC 7946): its IRI as `id`, its coordinates or those of its hash IRIs, its labels by
 * language, its types. Undefined where it has no place on Earth.
 */
export function featureOf({ iri, subjects }: Thing): string | undefined {
  const ownFirst = [...subjects].reverse();
  const coordinates = ownFirst.map((subject) => coordinatesOf(statementsOf(subject))).find(Boolean);
  if (coordinates === undefined) return undefined;
  const own = subjects.find((subject) => subject.iri === iri);
  const said = own ? statementsOf(own) : [];
  const labels = labelsOf(said);
  const label = LANGUAGES.map((language) => labels[language]).find(Boolean) ?? Object.values(labels)[0];
  const types = said
    .filter(({ predicate }) => predicate === rdf.type)
    .map(({ object }) => object.slice(1, -1));
  return JSON.stringify({
    type: 'Feature',
    id: iri,
    geometry: { type: 'Point', coordinates },
    properties: { iri, ...(label === undefined ? {} : { label, labels }), types },
  });
}

/** Longitude and latitude of one vocabulary, in degrees. */
function coordinatesOf(statements: readonly SubjectStatement[]): readonly [number, number] | undefined {
  const found = new Map<string, number>();
  for (const { predicate, object } of statements) {
    const said = coordinateOf(predicate, object);
    if (said) found.set(`${said.pair} ${said.axis}`, said.degrees);
  }
  for (const pair of ['wgs', 'schema']) {
    const [longitude, latitude] = [found.get(`${pair} longitude`), found.get(`${pair} latitude`)];
    if (longitude !== undefined && latitude !== undefined) return [longitude, latitude];
  }
  return undefined;
}

/** Language → the label by the best property; the empty language for texts without one. */
function labelsOf(statements: readonly SubjectStatement[]): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {};
  for (const label of LABEL_PROPERTIES)
    for (const { predicate, object } of statements) {
      if (predicate !== label || !object.startsWith('"')) continue;
      const { escaped, language = '' } = literalParts(object);
      labels[language.toLowerCase()] ??= unescapeLiteral(escaped);
    }
  return labels;
}
