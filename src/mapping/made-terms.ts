import type { MadeTerms } from '../model/index.ts';
import { rdf } from '../rdf/index.ts';
import type { Mapping, ObjectRule, TermRule, TriplesRule } from './rules.ts';

/**
 * The classes and predicates that a mapping gives its things. Not complete where one of them is made from values.
 * @param base of the run, for terms that are written relative to it
 */
export function madeTerms(mapping: Mapping, base: string): MadeTerms {
  const made = mapping.rules.flatMap((rule) => termsOf(rule, base));
  const found = (part: keyof Pick<Made, 'predicates' | 'classes'>) =>
    new Set(made.flatMap((one) => one[part].filter((term) => term !== undefined)));
  return {
    classes: found('classes'),
    predicates: found('predicates'),
    isComplete: made.every(({ predicates, classes }) => ![...predicates, ...classes].includes(undefined)),
  };
}

/** What a pair of a rule makes: undefined for what only the data know. */
interface Made {
  readonly predicates: readonly (string | undefined)[];
  readonly classes: readonly (string | undefined)[];
}

function termsOf({ pairs, base: own }: TriplesRule, base: string): readonly Made[] {
  return pairs.map(({ predicates: rules, objects }) => {
    const predicates = rules.map((rule) => constantIri(rule, own ?? base));
    const isType = predicates.some((predicate) => predicate === undefined || predicate === rdf.type);
    return { predicates, classes: isType ? objects.map((object) => constantIri(object, own ?? base)) : [] };
  });
}

function constantIri(rule: TermRule | ObjectRule, base: string): string | undefined {
  if (rule.kind === 'join' || rule.expression?.kind !== 'constant') return undefined;
  const { value } = rule.expression;
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value) ? value : base + value;
}
