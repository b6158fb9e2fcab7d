/** A value of a property as a client gives it: another entity has an identifier. */
export type AskedValue =
  | string
  | number
  | boolean
  | { readonly id: string; readonly name?: string | undefined };

/** What is wanted of a property of candidates. */
export interface AskedProperty {
  readonly pid: string;
  readonly values: readonly AskedValue[];
  readonly quantifier: 'any' | 'all' | 'none';
  /** Whether what does not agree is no candidate. */
  readonly isRequired: boolean;
}

/** A reconciliation query, of whichever version (0.2: section 4.1; 1.0 draft: `conditions`). */
export interface ReconciliationQuery {
  /** A name or an identifier. */
  readonly text?: string;
  /** IRIs of classes; a candidate has one of them. */
  readonly types: readonly string[];
  /** Whether things of other classes come where there are none of these. */
  readonly areTypesWished: boolean;
  readonly limit: number;
  readonly properties: readonly AskedProperty[];
}
