import type { ReconciliationQuery } from './asked.ts';
import { createEffort } from './effort.ts';
import { compareNames, type NameLikeness } from './name-similarity.ts';
import { type NameWords, nameWords } from './name-words.ts';
import type { Naming } from './naming.ts';
import { meantBy, propertyLikeness, propertyTest } from './property-likeness.ts';
import type { ThingFacts } from './thing-facts.ts';

/** A signal that a score is made of (0.2: matching feature). */
export interface Feature {
  readonly id: string;
  readonly value: number | boolean;
}

/** A candidate with what speaks for it. */
export interface Scored {
  readonly facts: ThingFacts;
  /** From 0 to 100. */
  readonly score: number;
  readonly features: readonly Feature[];
  /** Whether, were it alone, nothing would speak against it: the same name or identifier, no property that contradicts. */
  readonly isSure: boolean;
  /** Whether it agrees with all properties that are required. */
  readonly isAdmitted: boolean;
}

/** Weight of a property beside that of the name, which is 1. */
const PROPERTY_WEIGHT = 0.25;
/** Below, a property contradicts. */
const CONTRADICTS = 0.5;
/** From here on, a property agrees. */
const AGREES = 0.9;
/** What is left to a thing of another class than those wished. */
const OTHER_CLASS = 0.8;

/**
 * Scores things for one query: the likeness of the name, and of the properties that the thing has, each a quarter of the
 * name's weight; 100 for an identifier. What nothing is said of does not count.
 * @throws HttpProblem 413, of the function it gives, for more to compare than one query may
 */
export function scorer(
  { text, types, properties }: ReconciliationQuery,
  { base, naming }: { readonly base: string; readonly naming: Naming },
): (facts: ThingFacts) => Scored {
  const asked = text === undefined ? undefined : nameWords(text);
  const asks = properties.map((property) => ({
    property,
    isMeant: propertyTest(property.pid, base, naming),
  }));
  const effort = createEffort();
  const reading = { base, thing: naming.thing, words: remembered(nameWords), effort };
  const compared = (wanted: NameWords, name: NameWords, facts: ThingFacts): NameLikeness => {
    effort.compare(lettersOf(wanted), lettersOf(name));
    return compareNames(wanted, name, facts);
  };
  return (facts) => {
    const isIdentifier = text !== undefined && isIdentified(text, facts, base);
    const name = asked && bestName(facts, (one) => compared(asked, one, facts));
    const likes = asks.map(({ property, isMeant }) =>
      propertyLikeness(property, meantBy(isMeant, facts.said), reading),
    );
    const isOfClass = types.length === 0 || facts.types.some((one) => types.includes(one));
    const known = likes.filter((one) => one !== undefined);
    const whole = isIdentifier ? 1 : weighed(name?.similarity, known);
    return {
      facts,
      score: rounded(100 * whole * (isOfClass ? 1 : OTHER_CLASS)),
      features: featuresOf({ name, isIdentifier, isOfClass, likes }, { types, properties }),
      isSure:
        (isIdentifier || name?.isSame === true) && isOfClass && known.every((one) => one >= CONTRADICTS),
      isAdmitted: properties.every(({ isRequired }, at) => !isRequired || (likes[at] ?? 0) >= AGREES),
    };
  };
}

/** The same, but each text is read once. */
function remembered(read: (text: string) => NameWords): (text: string) => NameWords {
  const known = new Map<string, NameWords>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const words = read(text);
    known.set(text, words);
    return words;
  };
}

const lettersOf = ({ words }: NameWords): number => words.reduce((sum, word) => sum + word.length, 0);

const bestName = ({ names }: ThingFacts, compare: (name: NameWords) => NameLikeness) =>
  names.map(compare).reduce((best, one) => (isBetter(one, best) ? one : best));

const isBetter = (one: NameLikeness, other: NameLikeness): boolean =>
  one.isSame === other.isSame ? one.similarity > other.similarity : one.isSame;

/** An identifier has a digit: a name that is one, too, does not settle what is meant. */
export const looksLikeIdentifier = (text: string): boolean => /^\S*\d\S*$/.test(text.trim());

function isIdentified(text: string, { iri, identifiers }: ThingFacts, base: string): boolean {
  const asked = text.trim();
  if (/^https?:/i.test(asked)) return asked === iri || asked.replace(`${base}doc/`, `${base}id/`) === iri;
  if (!looksLikeIdentifier(asked)) return false;
  return identifiers.has(asked) || iri.endsWith(`/${asked}`);
}

function weighed(name: number | undefined, properties: readonly number[]): number {
  const weights = (name === undefined ? 0 : 1) + properties.length * PROPERTY_WEIGHT;
  const sum = (name ?? 0) + properties.reduce((total, one) => total + one * PROPERTY_WEIGHT, 0);
  return weights === 0 ? 0 : sum / weights;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

function featuresOf(
  {
    name,
    isIdentifier,
    isOfClass,
    likes,
  }: {
    readonly name: NameLikeness | undefined;
    readonly isIdentifier: boolean;
    readonly isOfClass: boolean;
    readonly likes: readonly (number | undefined)[];
  },
  { types, properties }: Pick<ReconciliationQuery, 'types' | 'properties'>,
): readonly Feature[] {
  const ofProperties = new Map<string, number>();
  for (const [at, { pid }] of properties.entries()) {
    const like = likes[at];
    if (like !== undefined) ofProperties.set(`property:${pid}`, rounded(100 * like));
  }
  return [
    ...(name ? [{ id: 'name', value: rounded(100 * name.similarity) }] : []),
    ...(name ? [{ id: 'same_name', value: name.isSame }] : []),
    ...(isIdentifier ? [{ id: 'identifier', value: true }] : []),
    ...(types.length > 0 ? [{ id: 'type', value: isOfClass }] : []),
    ...[...ofProperties].map(([id, value]) => ({ id, value })),
  ];
}
