import type { GraphStore } from '../../model/index.ts';
import type { RDF } from '../../rdf/index.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import { termKey } from '../term-keys.ts';
import type { SparqlConstraint, SparqlFault, SparqlOracle } from './constraint.ts';
import { createRowSentences, type RowSentences } from './row-sentences.ts';
import { faultOf, MOST_SOLUTIONS, solutionsOver } from './solutions.ts';
import { termInQuery } from './terms-in-queries.ts';

/** Rows of one query: their text stays small, and a deadline is not spent on all of them. */
const ROWS = 5_000;

interface Question {
  readonly focusNode: RDF.Term;
  readonly value?: RDF.Term;
}

const NONE: readonly SparqlFault[] = [];

const keyOf = ({ focusNode, value }: Question): string =>
  value === undefined ? termKey(focusNode) : `${termKey(focusNode)} ${termKey(value)}`;

/**
 * What constraints in SPARQL are asked in one walk. A walk asks the same whatever is answered, because every shape of a
 * `sh:or` is judged: so the first walk collects, the store answers all at once, and the second walk has the answers.
 */
export class Questions implements SparqlOracle {
  readonly #asked = new Map<SparqlConstraint, Map<string, Question>>();
  /** How often something was asked. */
  count = 0;

  ofNode(constraint: SparqlConstraint, focusNode: RDF.Term): readonly SparqlFault[] {
    return this.#ask(constraint, { focusNode });
  }

  ofValue(constraint: SparqlConstraint, focusNode: RDF.Term, value: RDF.Term): readonly SparqlFault[] {
    return this.#ask(constraint, { focusNode, value });
  }

  #ask(constraint: SparqlConstraint, question: Question): readonly SparqlFault[] {
    this.count++;
    const ofConstraint = this.#asked.get(constraint) ?? new Map<string, Question>();
    this.#asked.set(constraint, ofConstraint);
    ofConstraint.set(keyOf(question), question);
    return NONE;
  }

  /** Asks the store all that was asked here. @throws RefusedInput where it does not answer */
  async answered(graph: ShapeGraph, store: GraphStore): Promise<SparqlOracle> {
    const sentences = createRowSentences(graph);
    const answers = new Map<SparqlConstraint, Answers>();
    for (const [constraint, asked] of this.#asked)
      answers.set(constraint, await answersTo(constraint, [...asked.values()], { store, sentences }));
    return {
      ofNode: (constraint, focusNode) => answers.get(constraint)?.get(keyOf({ focusNode })) ?? NONE,
      ofValue: (constraint, focusNode, value) =>
        answers.get(constraint)?.get(keyOf({ focusNode, value })) ?? NONE,
    };
  }
}

type Answers = ReadonlyMap<string, readonly SparqlFault[]>;

async function answersTo(
  constraint: SparqlConstraint,
  asked: readonly Question[],
  { store, sentences }: { readonly store: GraphStore; readonly sentences: RowSentences },
): Promise<Answers> {
  const found = new Map<string, SparqlFault[]>();
  let most = MOST_SOLUTIONS;
  for (let start = 0; start < asked.length; start += ROWS) {
    const questions = asked.slice(start, start + ROWS);
    const solutions = await solutionsOver(constraint, tableOf(questions), { store, most });
    most -= solutions.length;
    for (const solution of solutions) {
      const question = questions[Number(solution.get(NUMBER)?.value)];
      if (!question) continue;
      // The terms that were asked for, not what the store makes of their lexical forms.
      const fault = {
        ...faultOf(constraint, solution, sentences),
        ...(question.value && { value: question.value }),
      };
      const key = keyOf(question);
      const known = found.get(key);
      if (known) known.push(fault);
      else found.set(key, [fault]);
    }
  }
  return found;
}

/** Numbers the rows: a store may tell a literal in another form than it was given. */
const NUMBER = 'cimaiseRow';

function tableOf(questions: readonly Question[]): string {
  const rows = questions.map(({ focusNode, value }, index) => {
    const terms = [focusNode, ...(value ? [value] : [])].map(termInQuery);
    return `(${terms.join(' ')} ${index})`;
  });
  const withValues = questions.some(({ value }) => value !== undefined);
  return `VALUES (?this ${withValues ? '?value ' : ''}?${NUMBER}) { ${rows.join('\n')} }`;
}
