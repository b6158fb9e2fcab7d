import type { Bilingual, ColumnProfile, Harvest, Language, SourceProfile } from '../model/index.ts';
import type { Family, Form, Use } from './known-column.ts';

/** What a person (or a default) decides. */
export interface Answers {
  /** Name of the dataset in addresses. */
  readonly slug: string;
  readonly title: Bilingual;
  readonly publisher: { readonly id: string; readonly name: Bilingual };
  readonly licence: { readonly id: string; readonly label: Bilingual };
  /** Columns that name a record together; none for a hash of the content. */
  readonly identifier: readonly string[];
  /** What a thing is: prefixed names. */
  readonly classes: readonly string[];
  /** What nobody has said yet, by key of `dataset.yml`: marked as such in the draft. */
  readonly guessed: readonly ('title' | 'publisher' | 'licence')[];
}

/** What a project has already. */
export interface ProjectFacts {
  readonly slugs: readonly string[];
  /** Own terms: what stands behind `def/`, with its French label. */
  readonly terms: ReadonlyMap<string, string>;
  /** IRIs of terms of any vocabulary that have a French label. */
  readonly labelled?: ReadonlySet<string>;
  /** Whether editors find the schemas of declarations in `.cimaise/`. */
  readonly hasSchemas?: boolean;
}

/** What is drafted from. */
export interface DraftRequest {
  readonly profile: SourceProfile;
  readonly answers: Answers;
  readonly family: Family | undefined;
  readonly project: ProjectFacts;
  /** The language of comments. */
  readonly language: Language;
  /** Name of the copy below `source/`. */
  readonly file: string;
  /** Where it was fetched, and how it is fetched again, where it was. */
  readonly harvest?: Harvest;
}

/** Texts of declarations by their path in the project. */
export type DraftedFiles = ReadonlyMap<string, string>;

export interface Draft {
  readonly files: DraftedFiles;
  readonly columns: readonly PlannedColumn[];
  readonly subject: SubjectKind;
  /** Whether the identifier is only the least bad: addresses may not last. */
  readonly isFragile: boolean;
}

/** How addresses are made: of cells as they are, of cells made readable, or of a hash of the content. */
export type SubjectKind = 'cells' | 'slug' | 'hash';

/** What becomes of a column, and why. */
export type Fate =
  | { readonly kind: 'used'; readonly use: Use; readonly form: Form }
  | { readonly kind: 'identifier' }
  | { readonly kind: 'place' }
  | { readonly kind: 'private' }
  | { readonly kind: 'left' };

export interface PlannedColumn {
  readonly column: ColumnProfile;
  /** As the mapping names it: `$(key)`. */
  readonly key: string;
  /** Other names that it is found by. */
  readonly aliases: readonly string[];
  readonly label: Bilingual;
  readonly fate: Fate;
  readonly confidence: number;
  /** Why, shortest first. */
  readonly reasons: readonly Bilingual[];
  /** What separates values within a cell. */
  readonly separator?: string;
  /** The property towards a dataset here, whose things its values name. */
  readonly linked?: {
    readonly property: string;
    readonly dataset: string;
    readonly by: 'identifier' | 'label';
  };
  readonly nameRank?: number;
}
