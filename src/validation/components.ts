import { type RDF, sh } from '../rdf/index.ts';
import { compareMeasures, measured } from './compare-literals.ts';
import { isWellFormed } from './lexical-forms.ts';
import type { ShapeGraph } from './shape-graph.ts';
import { termKey } from './term-keys.ts';
import { tooLong } from './too-costly.ts';
import { componentIri } from './visit.ts';
import { compilePattern } from './xpath-pattern.ts';

/** Tells whether a value node satisfies a constraint. */
export type ValueTest = (value: RDF.Term) => boolean;

/** A constraint component judged value by value. */
export interface ValueComponent {
  /** IRI of the component, as results name it. */
  readonly component: string;
  /** Compiles the parameter's value on a shape. */
  compile(parameter: RDF.Term, shape: RDF.Term, graph: ShapeGraph): ValueTest;
}

/**
 * Components that take the place of the engine's own, because the engine's answer wrongly; a row says how.
 * Parameters were checked before (`check-shapes.ts`).
 */
export const VALUE_COMPONENTS: Readonly<Record<string, ValueComponent>> = {
  // The engine accepts 30 February and refuses years before 1 and text with characters beyond the first plane.
  [sh.datatype]: {
    component: componentIri('Datatype'),
    compile: (parameter) => (value) =>
      value.termType === 'Literal' && value.datatype.value === parameter.value && isWellFormed(value),
  },
  // The engine matches labels of blank nodes, and reads the pattern as JavaScript: `\p{L}` fails, `\w` has no accents.
  [sh.pattern]: { component: componentIri('Pattern'), compile: patternTest },
  // The engine counts UTF-16 units: a character beyond the first plane counts twice.
  [sh.minLength]: {
    component: componentIri('MinLength'),
    compile: (parameter) => (value) =>
      value.termType !== 'BlankNode' && characters(value.value) >= Number(parameter.value),
  },
  [sh.maxLength]: {
    component: componentIri('MaxLength'),
    compile: (parameter) => (value) =>
      value.termType !== 'BlankNode' && characters(value.value) <= Number(parameter.value),
  },
  // The engine lets `@frr` pass for "fr" and refuses `@en` for "EN".
  [sh.languageIn]: { component: componentIri('LanguageIn'), compile: languageTest },
  // The engine stops at an empty list.
  [sh.in]: {
    component: componentIri('In'),
    compile: (parameter, _shape, graph) => {
      const members = new Set((graph.list(parameter) ?? []).map(termKey));
      return (value) => members.has(termKey(value));
    },
  },
  // The engine rounds long numbers, sorts text by locale and compares ill-formed and zoned dates by accident.
  [sh.minInclusive]: { component: componentIri('MinInclusive'), compile: rangeTest((order) => order >= 0) },
  [sh.maxInclusive]: { component: componentIri('MaxInclusive'), compile: rangeTest((order) => order <= 0) },
  [sh.minExclusive]: { component: componentIri('MinExclusive'), compile: rangeTest((order) => order > 0) },
  [sh.maxExclusive]: { component: componentIri('MaxExclusive'), compile: rangeTest((order) => order < 0) },
};

function characters(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

function patternTest(parameter: RDF.Term, shape: RDF.Term, graph: ShapeGraph): ValueTest {
  const compiled = compilePattern(parameter.value, graph.object(shape, sh.flags)?.value);
  if (compiled.kind === 'invalid') throw new TypeError(compiled.reason.en);
  const { expression, limit } = compiled;
  return (value) => {
    if (value.termType === 'BlankNode') return false;
    const text = value.value;
    if (text.length > limit) throw tooLong(parameter.value, text);
    try {
      return expression.test(text);
    } catch {
      // The stack of the machine for regular expressions is bounded too.
      throw tooLong(parameter.value, text);
    }
  };
}

/** `langMatches` of SPARQL (RFC 4647, basic filtering). */
function languageTest(parameter: RDF.Term, _shape: RDF.Term, graph: ShapeGraph): ValueTest {
  const ranges = (graph.list(parameter) ?? []).map((range) => range.value.toLowerCase());
  return (value) => {
    const language = value.termType === 'Literal' ? value.language.toLowerCase() : '';
    return (
      language !== '' &&
      ranges.some((range) => range === '*' || language === range || language.startsWith(`${range}-`))
    );
  };
}

function rangeTest(holds: (order: number) => boolean): ValueComponent['compile'] {
  return (parameter) => {
    const limit = parameter.termType === 'Literal' ? measured(parameter) : undefined;
    return (value) => {
      const order = value.termType === 'Literal' ? compareMeasures(measured(value), limit) : undefined;
      return order !== undefined && holds(order);
    };
  };
}
