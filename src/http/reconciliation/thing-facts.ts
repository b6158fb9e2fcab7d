import { lastPart, type ResourceDescription } from '../../model/index.ts';
import {
  crm,
  dcterms,
  geo,
  LABEL_PROPERTIES,
  literalSpan,
  rdf,
  schema,
  skos,
  yearOf,
} from '../../rdf/index.ts';
import { type NameWords, nameWords, telling } from './name-words.ts';
import type { Naming } from './naming.ts';
import { type SaidStatement, saidOf } from './said-values.ts';

/** What a thing is compared by. */
export interface ThingFacts {
  readonly iri: string;
  readonly dataset: string;
  /** In the language of the reader. */
  readonly label: string;
  readonly types: readonly string[];
  readonly names: readonly NameWords[];
  readonly identifiers: ReadonlySet<string>;
  readonly qualifiers: ReadonlySet<string>;
  readonly circumstances: ReadonlySet<string>;
  /** Names of the places that it lies in, the smallest first. */
  readonly places: readonly string[];
  /** First and last year. */
  readonly years?: readonly [number, number];
  readonly said: readonly SaidStatement[];
}

const NAMES: ReadonlySet<string> = new Set([
  ...LABEL_PROPERTIES,
  skos.altLabel,
  skos.hiddenLabel,
  schema.alternateName,
  schema.legalName,
]);
const IDENTIFIERS: ReadonlySet<string> = new Set([dcterms.identifier, skos.notation, schema.identifier]);
const PLACE_TEXTS: ReadonlySet<string> = new Set([schema.addressLocality, schema.addressRegion]);
const POSTAL_CODE: ReadonlySet<string> = new Set([schema.postalCode]);
const PLACE_LINKS: ReadonlySet<string> = new Set([
  schema.containedInPlace,
  schema.location,
  crm.P89_falls_within,
  crm.P55_has_current_location,
  crm.P50_has_current_keeper,
  geo.sfWithin,
]);
/** Names, and links to places, that are looked at of one thing. */
const MOST_NAMES = 30;
const MOST_PLACES = 6;
/** Beyond this, a year tells nothing. */
const MOST_YEARS = 400;

/** Reads from a description what a thing is compared by. */
export function thingFacts(description: ResourceDescription, naming: Naming): ThingFacts {
  const { iri, dataset } = description;
  const said = saidOf(description);
  const own = said.filter(({ subject }) => subject === iri);
  const names = textsOf(own, NAMES).slice(0, MOST_NAMES).map(nameWords);
  const label = naming.thing(iri) ?? '';
  const places = placesOf(said, naming);
  const years = yearsOf(said);
  return {
    iri,
    dataset,
    label: label || lastPart(iri) || iri,
    types: own.flatMap(({ property, value }) =>
      property === rdf.type && value.kind === 'thing' ? [value.iri] : [],
    ),
    names: names.length > 0 ? names : [nameWords(label || lastPart(iri) || iri)],
    identifiers: new Set(textsOf(own, IDENTIFIERS)),
    qualifiers: new Set(names.flatMap(({ qualifier }) => qualifier)),
    circumstances: new Set([
      ...[...places, ...textsOf(said, POSTAL_CODE)].flatMap(telling),
      ...(years ?? []).map(String),
    ]),
    places,
    ...(years && { years }),
    said,
  };
}

const textsOf = (said: readonly SaidStatement[], properties: ReadonlySet<string>): readonly string[] =>
  said.flatMap(({ property, value }) =>
    value.kind === 'text' && properties.has(property) ? [value.text] : [],
  );

function placesOf(said: readonly SaidStatement[], naming: Naming): readonly string[] {
  const linked = said
    .flatMap(({ property, value }) =>
      value.kind === 'thing' && PLACE_LINKS.has(property) ? [value.iri] : [],
    )
    .slice(0, MOST_PLACES)
    .flatMap((iri) => naming.thing(iri) ?? []);
  return [...new Set([...textsOf(said, PLACE_TEXTS), ...linked])];
}

/** Years of what happened to a thing: those of EDTF and years, dates of birth and death, bounds of spans. */
function yearsOf(said: readonly SaidStatement[]): readonly [number, number] | undefined {
  const years = said
    .flatMap(({ property, value }) => {
      if (value.kind !== 'text') return [];
      const span = literalSpan(value.text, value.datatype);
      const day = BOUNDS.has(property) ? yearOf(value.text) : undefined;
      return [...(span ? [span.begin, span.end] : []), ...(day === undefined ? [] : [day])];
    })
    .filter((year) => Number.isFinite(year))
    .slice(0, MOST_YEARS);
  return years.length === 0 ? undefined : [Math.min(...years), Math.max(...years)];
}
/** Properties whose days and years tell when a thing was, whatever their datatype. */
const BOUNDS: ReadonlySet<string> = new Set([
  schema.birthDate,
  schema.deathDate,
  crm.P82a_begin_of_the_begin,
  crm.P82b_end_of_the_end,
]);
