import { SHAPE_CLASSES, TERM_RULES, type TermRule } from './shape-terms.ts';
import { SPARQL_CLASSES, SPARQL_TERM_RULES } from './sparql/terms.ts';

/** The terms and classes that are let through. */
export interface Terms {
  readonly rules: Readonly<Record<string, TermRule>>;
  readonly classes: readonly string[];
}

const WITHOUT_SPARQL: Terms = { rules: TERM_RULES, classes: SHAPE_CLASSES };
const WITH_SPARQL: Terms = {
  rules: { ...TERM_RULES, ...SPARQL_TERM_RULES },
  classes: [...SHAPE_CLASSES, ...SPARQL_CLASSES],
};

/** @param sparql whether there is a store to ask */
export const knownTerms = (sparql: boolean): Terms => (sparql ? WITH_SPARQL : WITHOUT_SPARQL);
