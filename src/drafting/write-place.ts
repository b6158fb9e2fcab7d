import type { PlaceGuess } from '../model/index.ts';
import { evidenceLine, lowered } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { NOTHING, type PropertyFact, type Written } from './facts.ts';
import { pointOf } from './point-text.ts';
import type { Subject } from './subject.ts';
import { callOf, coalesced, type Object3, quoted } from './terms-text.ts';
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
  const point = coalesced(points);
  const comments = guesses.map(({ value: { columns: names }, evidence, confidence }) =>
    evidenceLine(names, { said: lowered(evidence[language]), confidence }, language),
  );
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

const facts = ({ columns, read }: PlaceGuess, records: number): readonly PropertyFact[] => {
  const common = { from: columns, isAlways: read === records, isOne: true, value: 'xsd:decimal' };
  return [
    { ...common, property: 'wgs:lat', label: { fr: 'Latitude', en: 'Latitude' } },
    { ...common, property: 'wgs:long', label: { fr: 'Longitude', en: 'Longitude' } },
    { ...common, property: 'geo:hasGeometry', label: { fr: 'Géométrie', en: 'Geometry' }, value: 'iri' },
  ];
};
