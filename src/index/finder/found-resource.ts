import {
  type FoundResource,
  type Language,
  lastPart,
  type PlacedThing,
  type Suggestion,
} from '../../model/index.ts';
import { rdf } from '../../rdf/index.ts';
import { objectIri, statementParts } from '../line-object.ts';
import { folded } from './folded-words.ts';
import { hitTest, marked, snippetOf } from './snippets.ts';
import { LIES_IN, STANDS_IN, subjectFacts } from './thing-facts.ts';

/** What is said of a thing, its own statements first, without their subjects; by subject. */
export interface SaidOfThing {
  readonly iri: string;
  /** Slug. */
  readonly dataset: string;
  readonly subjects: readonly (readonly string[])[];
}

/** What of an index is read to show what was found. */
export interface ShownParts {
  said(resource: number): SaidOfThing;
  iri(resource: number): string;
  /** The label in a language, else in any, with its own language; undefined where there is none. */
  label(
    resource: number,
    language: Language,
  ): { readonly text: string; readonly language: string } | undefined;
  place(resource: number): PlacedThing | undefined;
  resourceOf(iri: string): number | undefined;
  /** How many things are of a class. */
  instances(type: string): number;
}

/** Reads what is shown of found things from their descriptions. */
export class ResourceReader {
  readonly #parts: ShownParts;

  constructor(parts: ShownParts) {
    this.#parts = parts;
  }

  found(
    resource: number,
    { words, language, score }: { words: readonly string[]; language: Language; score: number },
  ): FoundResource {
    const { iri, dataset, subjects } = this.#parts.said(resource);
    const facts = subjects.map((statements) => subjectFacts(statements.map(statementParts)));
    const label = this.#parts.label(resource, language) ?? { text: lastPart(iri), language: '' };
    const isHit = hitTest(words);
    const shown = marked(label.text, isHit);
    const hits = new Set(shown.filter((part) => part.isHit).map(({ text }) => folded(text)));
    const isAllInLabel = words.length > 0 && hits.size >= words.length;
    const texts = facts.flatMap((one) => one.texts).filter((text) => text !== label.text);
    const snippet = words.length === 0 || isAllInLabel ? undefined : snippetOf(texts, isHit);
    const type = this.#bestOf(facts[0]?.types ?? []);
    const years = yearsOf(facts.flatMap(({ spans }) => spans));
    const place = this.#parts.place(resource);
    return {
      iri,
      label: shown,
      labelLanguage: label.language,
      ...(type !== undefined && { type }),
      dataset,
      areas: this.#areasOf(subjects),
      ...(years && { years }),
      ...(place && { place: { latitude: place.latitude, longitude: place.longitude } }),
      ...(snippet && { snippet }),
      score,
    };
  }

  iri(resource: number): string {
    return this.#parts.iri(resource);
  }

  /** The label in French, else in any language; empty where there is none. */
  label(resource: number): string {
    return this.#parts.label(resource, 'fr')?.text ?? '';
  }

  placed(resource: number): PlacedThing {
    return this.#parts.place(resource) as PlacedThing;
  }

  /** Labels that begin as the text come first. */
  suggestions(
    resources: readonly number[],
    {
      words,
      text,
      language,
      limit,
    }: {
      words: readonly string[];
      text: string;
      language: Language;
      limit: number;
    },
  ): readonly Suggestion[] {
    const isHit = hitTest(words);
    const start = folded(text).trim();
    const all = resources.map((resource) => {
      const label = this.#parts.label(resource, language)?.text ?? '';
      const begins = folded(label).startsWith(start);
      const hits = marked(label, isHit).some((part) => part.isHit);
      return { resource, label, order: begins ? 0 : hits ? 1 : 2 };
    });
    all.sort((one, other) => one.order - other.order);
    return all.slice(0, limit).map(({ resource, label }) => {
      const { iri, dataset, subjects } = this.#parts.said(resource);
      const type = this.#bestOf(subjectFacts((subjects[0] ?? []).map(statementParts)).types);
      return { iri, label: label || lastPart(iri), ...(type !== undefined && { type }), dataset };
    });
  }

  /** The rarest class tells a thing best. */
  #bestOf(types: readonly string[]): string | undefined {
    return [...types].sort(
      (one, other) => this.#parts.instances(one) - this.#parts.instances(other) || (one < other ? -1 : 1),
    )[0];
  }

  /** The smallest first: through larger areas, and from where the thing is. */
  #areasOf(subjects: readonly (readonly string[])[]): readonly string[] {
    const own = linksOf(subjects, LIES_IN);
    const sites = linksOf(subjects, STANDS_IN).slice(0, MOST_ABOVE);
    const areas = new Set([...own, ...sites.flatMap((site) => this.#linksFrom(site))]);
    for (const area of areas)
      if (areas.size < MOST_ABOVE) for (const above of this.#linksFrom(area)) areas.add(above);
    return [...areas];
  }

  #linksFrom(iri: string): readonly string[] {
    const resource = this.#parts.resourceOf(iri);
    return resource === undefined ? [] : linksOf(this.#parts.said(resource).subjects, LIES_IN);
  }
}

const MOST_ABOVE = 32;

const linksOf = (
  subjects: readonly (readonly string[])[],
  properties: ReadonlySet<string>,
): readonly string[] =>
  subjects.flat().flatMap((statement) => {
    const { predicate, object } = statementParts(statement);
    const target = properties.has(predicate) && predicate !== rdf.type ? objectIri(object) : undefined;
    return target === undefined ? [] : [target];
  });

function yearsOf(spans: readonly { begin: number; end: number }[]): readonly [number, number] | undefined {
  const years = spans.flatMap(({ begin, end }) => [begin, end]).filter((year) => Number.isFinite(year));
  return years.length === 0 ? undefined : [Math.min(...years), Math.max(...years)];
}
