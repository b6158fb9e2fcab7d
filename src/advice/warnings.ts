import { nearest } from '../documents/index.ts';
import { compactIri, PREFIXES } from '../rdf/index.ts';
import type { AskedIri, AskedLanguage, ReadQuery } from '../sparql/index.ts';
import type { PlacedAdvice } from './advice.ts';
import type { KnownLanguages } from './known-languages.ts';
import type { KnownTerms } from './known-terms.ts';
import { otherNamespace, product, unknownGraph, unknownLanguage, unknownTerm } from './sentences.ts';

/** The data as advice needs to know them. */
export interface Knowledge {
  readonly classes: KnownTerms;
  readonly properties: KnownTerms;
  readonly languages: KnownLanguages;
  readonly graphs: readonly string[];
}

type Read = Extract<ReadQuery, { kind: 'read' }>;

/** Everything that a query asks for in vain, and products that it makes; each term once. */
export function warningsOf(
  { words, products, prefixes }: Read,
  knowledge: Knowledge,
): readonly PlacedAdvice[] {
  const declared = Object.fromEntries(prefixes);
  const terms = (role: 'class' | 'property', asked: readonly AskedIri[], known: KnownTerms) =>
    known.isEmpty
      ? []
      : once(asked)
          .filter(({ iri }) => !known.has(iri))
          .flatMap((one) => aboutTerm(role, one, known.meant(one.iri), declared));
  return [
    ...terms('class', words.classes, knowledge.classes),
    ...terms('property', words.properties, knowledge.properties),
    ...once(words.graphs)
      .filter(({ iri }) => !knowledge.graphs.includes(iri))
      .map((one) => aboutGraph(one, knowledge.graphs)),
    ...languageWarnings(words.languages, knowledge.languages),
    ...products.map(({ start, end, ...parts }) => ({
      code: 'cartesian-product' as const,
      start,
      end,
      message: product(parts),
    })),
  ];
}

/** The first place of each IRI. What a query may do without counts less than what it needs. */
const once = (asked: readonly AskedIri[]): readonly AskedIri[] =>
  [...Map.groupBy(asked, ({ iri }) => iri).values()].flatMap((same) => {
    const first = same.find(({ isDispensable }) => !isDispensable) ?? same[0];
    return first ? [first] : [];
  });

function aboutTerm(
  role: 'class' | 'property',
  { iri, isDispensable, start, end }: AskedIri,
  meant: ReturnType<KnownTerms['meant']>,
  declared: Readonly<Record<string, string>>,
): readonly PlacedAdvice[] {
  if (isDispensable && meant === undefined) return [];
  // Read by people: any prefix that they know. Put into the query: only those that it declares.
  const named = (one: string) => compactIri(one, { ...declared, ...withoutKeysOf(PREFIXES, declared) });
  const suggestion = meant && compactIri(meant.term.iri, declared);
  const about = {
    role,
    asked: named(iri),
    ...(meant && { meant: meant.term, named: named(meant.term.iri) }),
  };
  return [
    {
      code: meant?.isTwin ? 'other-namespace' : `unknown-${role}`,
      start,
      end,
      message: meant?.isTwin ? otherNamespace(iri, meant.term.iri) : unknownTerm(about),
      ...(suggestion !== undefined && { suggestion }),
    },
  ];
}

const withoutKeysOf = (prefixes: Readonly<Record<string, string>>, others: object) =>
  Object.fromEntries(Object.entries(prefixes).filter(([prefix]) => !Object.hasOwn(others, prefix)));

function aboutGraph({ iri, start, end }: AskedIri, graphs: readonly string[]): PlacedAdvice {
  const meant = nearest(iri, graphs);
  const message = unknownGraph(iri, meant);
  return {
    code: 'unknown-graph',
    start,
    end,
    message,
    ...(meant !== undefined && { suggestion: `<${meant}>` }),
  };
}

function languageWarnings(asked: readonly AskedLanguage[], known: KnownLanguages): readonly PlacedAdvice[] {
  if (known.isEmpty) return [];
  const unknown = asked.filter(({ tag, isRange }) => !(isRange ? known.matches(tag) : known.has(tag)));
  const first = [...Map.groupBy(unknown, ({ tag }) => tag).values()].flatMap((same) => same.slice(0, 1));
  return first.map(({ tag, start, end, isQuoted }) => {
    const meant = known.meant(tag);
    return {
      code: 'unknown-language',
      start,
      end,
      message: unknownLanguage(tag, known.tags, meant),
      ...(meant !== undefined && { suggestion: isQuoted ? `"${meant}"` : meant }),
    };
  });
}
