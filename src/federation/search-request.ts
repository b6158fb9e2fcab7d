import type { Bilingual, SearchQuestion } from '../model/index.ts';
import { search, xsd } from '../rdf/index.ts';
import { type IriReader, placeOfNode, type SyntaxNode } from '../sparql/index.ts';
import type { EditedText } from './edited-text.ts';
import {
  MISPLACED,
  notASearch,
  notConstant,
  notVariable,
  outOfBounds,
  SAID_ALONE,
  SUBJECT,
  tooManyThings,
  twice,
  unknownProperty,
  VARIABLE_TEXT,
} from './search-refusals.ts';
import { innerPatterns, kindOf } from './variables.ts';

/** One thing that is searched for, and where what is found goes. Names of variables, without their sign. */
export interface ThingSearched {
  readonly thing: string;
  readonly question: Omit<SearchQuestion, 'limit'>;
  /** Absent: all there is, or a refusal. */
  readonly limit?: number;
  readonly score?: string;
  readonly label?: string;
  readonly kilometres?: string;
}

/** What a search pattern asks, and what else its group holds (FILTER, BIND), as text. */
export interface SearchRequest {
  readonly searched: readonly ThingSearched[];
  readonly rest: string;
}

export type ParsedSearch =
  | { readonly kind: 'search'; readonly request: SearchRequest }
  | { readonly kind: 'refused'; readonly reason: Bilingual };

/** Most things of one search. */
export const MOST_FOUND = 10_000;
/** Things searched for in one SERVICE. */
const MOST_THINGS = 4;
const LONGEST_TEXT = 500;
/** Half way round the Earth. */
const FARTHEST = 20_040;
const KEPT: ReadonlySet<unknown> = new Set(['filter', 'bind']);

class SearchFault extends Error {
  readonly reason: Bilingual;
  constructor(reason: Bilingual) {
    super(reason.en);
    this.reason = reason;
  }
}

/** Reads the body of `SERVICE <base>search { ?thing search:query "…" ; search:score ?score }`. */
export function parseSearch(service: SyntaxNode, iri: IriReader, edited: EditedText): ParsedSearch {
  try {
    const patterns = innerPatterns(service);
    const searches = patterns.filter((one) => kindOf(one) === 'bgp');
    const others = patterns.filter((one) => kindOf(one) !== 'bgp');
    if (others.some((one) => !KEPT.has(kindOf(one)))) throw new SearchFault(MISPLACED);
    const triples = searches.flatMap((one) => one['triples'] as readonly SyntaxNode[]);
    const rest = others.map((one) => edited.slice(placeOfNode(one)?.start, placeOfNode(one)?.end));
    return { kind: 'search', request: { searched: searchedIn(triples, iri), rest: rest.join(' ') } };
  } catch (error) {
    if (!(error instanceof SearchFault)) throw error;
    return { kind: 'refused', reason: error.reason };
  }
}

function searchedIn(triples: readonly SyntaxNode[], iri: IriReader): readonly ThingSearched[] {
  // A triple that is reified alone has no subject of its own.
  const bySubject = Map.groupBy(triples, ({ subject = {} }) => variableName(subject as SyntaxNode, SUBJECT));
  const all = [...bySubject].map(([thing, own]) => searchedThing(thing, own, iri));
  if (all.length === 0) throw new SearchFault(notASearch);
  if (all.length > MOST_THINGS) throw new SearchFault(tooManyThings(MOST_THINGS));
  const names = all.flatMap((one) => [one.thing, one.score, one.label, one.kilometres]).filter((one) => one);
  const repeated = names.find((name, at) => names.indexOf(name) !== at);
  if (repeated !== undefined) throw new SearchFault(twice(`?${repeated}`));
  return all;
}

type Values = Readonly<
  Record<'query' | 'said' | 'near' | 'limit' | 'score' | 'label' | 'kilometres', SyntaxNode | undefined>
>;

function searchedThing(thing: string, triples: readonly SyntaxNode[], iri: IriReader): ThingSearched {
  const values = Object.fromEntries(TERMS.map((term) => [term, givenTo(triples, term, iri)])) as Values;
  for (const { predicate } of triples) checkKnown(predicate as SyntaxNode, iri);
  const text = values.query && textOf('query', values.query, iri);
  const said = values.said && textOf('said', values.said, iri);
  const near = values.near && placeOf(values.near, iri);
  if (said !== undefined && (text !== undefined || near !== undefined)) throw new SearchFault(SAID_ALONE);
  if (text === undefined && near === undefined && said === undefined) throw new SearchFault(notASearch);
  if (near === undefined && values.kilometres) throw new SearchFault(notConstant('near', '(48.86 2.35 10)'));
  const name = (term: 'score' | 'label' | 'kilometres') =>
    values[term] && { [term]: variableName(values[term], notVariable(term)) };
  return {
    thing,
    question: {
      ...(text !== undefined && { text }),
      ...(said !== undefined && { said }),
      ...(near && { near }),
    },
    ...(values.limit && { limit: limitOf(values.limit, iri) }),
    ...name('score'),
    ...name('label'),
    ...name('kilometres'),
  };
}

const TERMS = ['query', 'said', 'near', 'limit', 'score', 'label', 'kilometres'] as const;

function checkKnown(predicate: SyntaxNode, iri: IriReader): void {
  const written = predicate['subType'] === 'namedNode' ? iri(predicate) : '';
  if (!TERMS.some((term) => search[term] === written)) throw new SearchFault(unknownProperty(written));
}

function givenTo(
  triples: readonly SyntaxNode[],
  term: (typeof TERMS)[number],
  iri: IriReader,
): SyntaxNode | undefined {
  const [found, more] = triples.filter(({ predicate }) => {
    const node = predicate as SyntaxNode;
    return node['subType'] === 'namedNode' && iri(node) === search[term];
  });
  if (more) throw new SearchFault(twice(`search:${term}`));
  return found?.['object'] as SyntaxNode | undefined;
}

function variableName(node: SyntaxNode, otherwise: Bilingual): string {
  if (node['type'] === 'term' && node['subType'] === 'variable') return String(node['value']);
  throw new SearchFault(otherwise);
}

function textOf(term: 'query' | 'said', node: SyntaxNode, iri: IriReader): string {
  if (node['subType'] === 'variable') throw new SearchFault(VARIABLE_TEXT);
  const isText = isLiteral(node) && [undefined, xsd.string].includes(datatypeOf(node, iri));
  if (!isText) throw new SearchFault(notConstant(term, '"château"'));
  const text = String(node['value']).trim();
  if (text === '' || text.length > LONGEST_TEXT)
    throw new SearchFault(outOfBounds(term, `1–${LONGEST_TEXT}`));
  return text;
}

function placeOf(node: SyntaxNode, iri: IriReader): NonNullable<SearchQuestion['near']> {
  const example = notConstant('near', '(48.86 2.35 10)');
  if (node['type'] !== 'tripleCollection' || node['subType'] !== 'list') throw new SearchFault(example);
  const items = (node['triples'] as readonly SyntaxNode[])
    .filter(({ predicate }) => String((predicate as SyntaxNode)['value']).endsWith('#first'))
    .map(({ object }) => numberOf(object as SyntaxNode, iri));
  const [latitude, longitude, kilometres] = items;
  if (items.length !== 3 || latitude === undefined || longitude === undefined || kilometres === undefined)
    throw new SearchFault(example);
  const isPlace =
    Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && kilometres > 0 && kilometres <= FARTHEST;
  if (!isPlace) throw new SearchFault(outOfBounds('near', `(−90–90 −180–180 0–${FARTHEST})`));
  return { latitude, longitude, kilometres };
}

function limitOf(node: SyntaxNode, iri: IriReader): number {
  const limit = numberOf(node, iri);
  if (limit === undefined) throw new SearchFault(notConstant('limit', '20'));
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_FOUND)
    throw new SearchFault(outOfBounds('limit', `1–${MOST_FOUND}`));
  return limit;
}

const NUMBERS: ReadonlySet<unknown> = new Set([xsd.integer, xsd.decimal, xsd.double]);

function numberOf(node: SyntaxNode, iri: IriReader): number | undefined {
  const value = isLiteral(node) && NUMBERS.has(datatypeOf(node, iri)) ? Number(node['value']) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

const isLiteral = (node: SyntaxNode): boolean => node['type'] === 'term' && node['subType'] === 'literal';

/** Undefined for texts, with a language or without. */
function datatypeOf(node: SyntaxNode, iri: IriReader): string | undefined {
  const kind = node['langOrIri'];
  return typeof kind === 'object' && kind !== null ? iri(kind as SyntaxNode) : undefined;
}
