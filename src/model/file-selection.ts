import type { Bilingual } from './language.ts';

/** A SPARQL query to be answered from one RDF file and from nothing else. */
export interface FileQuestion {
  /** Query text, as somebody wrote it: not yet parsed. */
  readonly query: string;
  /** Absolute path of the RDF file. */
  readonly path: string;
  /** The path as messages name it. */
  readonly shown: string;
  /** Base IRI of relative IRIs in the query and in the file. */
  readonly base: string;
}

/** What a variable is bound to. */
export interface SelectedTerm {
  /** An IRI, a blank node's label or a lexical form. */
  readonly value: string;
  /** IRI of a literal's datatype; absent for plain and language-tagged texts and for what is no literal. */
  readonly datatype?: string;
}

/** A solution: terms aligned with the variables, undefined where one is unbound. */
export type SelectedRow = readonly (SelectedTerm | undefined)[];

export type FileAnswer =
  | {
      readonly kind: 'answered';
      /** Names without `?`. */
      readonly variables: readonly string[];
      readonly rows: readonly SelectedRow[];
    }
  | { readonly kind: 'refused'; readonly found: Bilingual; readonly remedy: Bilingual };

/**
 * Port of what selects from RDF files: SELECT queries only, bounded in text, time and answer, with no reach beyond the
 * file. What cannot be answered is refused with a reason, never thrown.
 */
export type SelectFromFile = (question: FileQuestion) => Promise<FileAnswer>;
