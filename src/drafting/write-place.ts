import type { Bilingual, Language, PlaceGuess } from '../model/index.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { NOTHING, type PropertyFact, type Written } from './facts.ts';
import { sureness } from './reasons.ts';
import type { Subject } from './subject.ts';
import { callOf, type Object3, quoted, reference } from './terms-text.ts';
import { usedPlaces } from './used-places.ts';

/** Latitude, longitude and geometry of things, from the surest coordinates; others stand in where these are missing. */
export function writePlace(
  { profile, language }: DraftRequest,
  columns: readonly PlannedColumn[],
  subject: Subject,
): Written {
  const guesses = usedPlaces(profile);
  const [surest] = guesses;
  if (surest === undefined) return NOTHING;
  const points = guesses.map(({ value }) => pointOf(value, columns));
  const point = points.reduceRight((otherwise, one) => callOf('cim:coalesce', one, otherwise));
  const comments = guesses.map(({ evidence, confidence }) => told(evidence, confidence, language));
  const degrees = (name: string): Object3 => ({ call: callOf(name, point), datatype: 'xsd:decimal' });
  const isThere = callOf('cim:isNotEmpty', callOf('cim:wkt', point, quoted('quiet')));
  const part = FRAGMENT;
  return {
    statements: [
      { property: 'wgs:lat', object: degrees('cim:latitude'), comments },
      {
        property: 'wgs:long',
        object: { call: callOf('cim:longitude', point, quoted('quiet')), datatype: 'xsd:decimal' },
      },
      { property: 'geo:hasGeometry', object: subject.part(part), condition: isThere },
    ],
    rules: [
      {
        name: part,
        subject: subject.partSubject(part),
        condition: isThere,
        statements: [
          { property: 'a', object: { template: 'geo:Geometry' } },
          {
            property: 'geo:asWKT',
            object: { call: callOf('cim:wkt', point, quoted('quiet')), datatype: 'geo:wktLiteral' },
          },
        ],
      },
    ],
    facts: facts(surest.value, profile.records),
  };
}

const FRAGMENT = 'geometrie';

const keyOf = (columns: readonly PlannedColumn[], name: string): string | undefined =>
  columns.find(({ column }) => column.name === name)?.key;

/** An expression that gives “lat,lon”. */
function pointOf(
  { columns: names, reference: how, separator, toldBy }: PlaceGuess,
  columns: readonly PlannedColumn[],
): string {
  const [first = '', second] = names.map((name) => reference(keyOf(columns, name) ?? name));
  if (how.kind === 'projected') {
    const [x, y] = second === undefined ? halves(first, separator ?? ',') : [first, second];
    const zone = toldBy === undefined ? undefined : keyOf(columns, toldBy);
    return callOf('cim:toWgs84', x, y, zone === undefined ? quoted(String(how.epsg)) : reference(zone));
  }
  const isLatFirst = how.order === 'lat-long';
  if (second !== undefined) return quoted(isLatFirst ? `${first},${second}` : `${second},${first}`);
  if (isLatFirst)
    return separator === ' ' ? callOf('cim:replacePattern', first, quoted('\\s+'), quoted(',')) : first;
  const pattern = '^[^-0-9]*(-?[0-9.]+)[^-0-9]+(-?[0-9.]+)[^0-9]*$';
  return callOf('cim:replacePattern', first, quoted(pattern), quoted('$2,$1'));
}

const halves = (cell: string, separator: string): readonly [string, string] => [
  callOf('cim:before', cell, quoted(separator)),
  callOf('cim:after', cell, quoted(separator)),
];

const told = (evidence: Bilingual, confidence: number, language: Language): string =>
  `${evidence[language]} ${sureness(confidence, language)}`;

const facts = ({ columns, read }: PlaceGuess, records: number): readonly PropertyFact[] => {
  const common = { from: columns, isAlways: read === records, isOne: true, value: 'xsd:decimal' };
  return [
    { ...common, property: 'wgs:lat', label: { fr: 'Latitude', en: 'Latitude' } },
    { ...common, property: 'wgs:long', label: { fr: 'Longitude', en: 'Longitude' } },
    { ...common, property: 'geo:hasGeometry', label: { fr: 'Géométrie', en: 'Geometry' }, value: 'iri' },
  ];
};
