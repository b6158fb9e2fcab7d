import { quadLineParts, type SubjectStatement, sharedName } from '../../rdf/index.ts';
import type { Subject } from './subject-sink.ts';

/** A subject whose lines are cut into statements once, by the first who asks. */
export class ReadSubject implements Subject {
  readonly iri: string;
  readonly lines: readonly string[];
  #statements: readonly SubjectStatement[] | undefined;

  constructor(iri: string, lines: readonly string[]) {
    this.iri = iri;
    this.lines = lines;
  }

  get statements(): readonly SubjectStatement[] {
    this.#statements ??= this.lines.map(statementOf);
    return this.#statements;
  }
}

/** What is said of a subject, in the order of its lines. */
export const statementsOf = (subject: Subject): readonly SubjectStatement[] =>
  subject instanceof ReadSubject ? subject.statements : subject.lines.map(statementOf);

function statementOf(line: string): SubjectStatement {
  const { predicate, object } = quadLineParts(line);
  return { predicate: sharedName(predicate), object };
}
