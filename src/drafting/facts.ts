import type { Bilingual } from '../model/index.ts';
import type { Object3 } from './terms-text.ts';

/** A statement of a rule, and what made it. */
export interface Statement {
  readonly property: string;
  readonly object: Object3;
  readonly condition?: string;
  readonly comments?: readonly string[];
}

/** A rule of the mapping. */
export interface Rule {
  readonly name: string;
  readonly comments?: readonly string[];
  /** The view that it reads. */
  readonly sources?: string;
  readonly subject: string;
  readonly condition?: string;
  readonly statements: readonly Statement[];
}

/** A view: one record a value. */
export interface View {
  readonly name: string;
  readonly each: string;
  readonly as: string;
}

/** What is known of the values of a property of things: what the shape asks tomorrow. */
export interface PropertyFact {
  readonly property: string;
  readonly label: Bilingual;
  /** Columns, as they are called. */
  readonly from: readonly string[];
  readonly isAlways: boolean;
  readonly isOne: boolean;
  readonly value: 'iri' | 'text' | string;
  readonly pattern?: { readonly text: string; readonly example: string };
  readonly values?: readonly string[];
}

/** What a group of columns gives the mapping and the shape. */
export interface Written {
  readonly statements: readonly Statement[];
  readonly rules: readonly Rule[];
  readonly views?: readonly View[];
  readonly facts: readonly PropertyFact[];
}

export const NOTHING: Written = { statements: [], rules: [], facts: [] };

/** Several groups as one. */
export const together = (all: readonly Written[]): Written => ({
  statements: all.flatMap(({ statements }) => statements),
  rules: all.flatMap(({ rules }) => rules),
  views: all.flatMap(({ views = [] }) => views),
  facts: all.flatMap(({ facts }) => facts),
});
