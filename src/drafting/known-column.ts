import type { Bilingual, ColumnKind } from '../model/index.ts';

/** How a cell is written as a value. */
export type Form =
  | 'text'
  | 'plain'
  | 'html'
  | 'whole'
  | 'decimal'
  | 'boolean'
  | 'year'
  /** The first year of four digits in a longer text. */
  | 'year-within'
  | 'date'
  /** A time-span with its text, its EDTF and its first and last years. */
  | 'span'
  | 'web'
  | 'commune'
  /** The record of that reference in the national base that its form tells. */
  | 'notice'
  /** `1993/04/01 : inscrit MH`: events with date and kind. */
  | 'protection';

/** What becomes of a column. */
export type Use =
  /** A statement on the thing. `whole`: its cells are never separated. `linked`: the property towards a dataset here. */
  | {
      readonly kind: 'value';
      readonly property: string;
      readonly form?: Form;
      readonly whole?: boolean;
      readonly linked?: string;
    }
  /** A part of the postal address. */
  | { readonly kind: 'address'; readonly property: string; readonly linked?: string }
  /** A cell that says yes by being filled. */
  | { readonly kind: 'flag'; readonly property: string; readonly label: Bilingual }
  /** What says why a figure is missing, by code. */
  | {
      readonly kind: 'codes';
      readonly property: string;
      readonly codes: readonly { readonly code: string; readonly label: Bilingual }[];
    };

/** A column that is known by its name. */
export interface KnownColumn {
  /** Its names in all generations of the file; compared without accents, case and signs. */
  readonly names: readonly string[];
  readonly use: Use;
  /** What an own term is called. */
  readonly label?: Bilingual;
  /** Names of things are taken from the column of the lowest rank that is filled. */
  readonly nameRank?: number;
}

/** A file that is known by its columns. */
export interface Family {
  /** What the dataset is called, and one of its things. */
  readonly title: Bilingual;
  readonly thing: Bilingual;
  readonly classes: readonly string[];
  /** Names that only such a file has, each in all its spellings, and how many of them make it certain. */
  readonly marks: readonly (readonly string[])[];
  readonly needed: number;
  readonly columns: readonly KnownColumn[];
  /** Name of a thing, with the first name of known columns: `{nom}, {annee}`. */
  readonly nameTemplate?: readonly string[];
  /** Columns that name a record together, where no single one does. */
  readonly identifier?: readonly string[];
  /** Where the record of an identifier is read, up to the identifier. */
  readonly notice?: string;
  /** The register that identifiers are from. */
  readonly register?: string;
  readonly keywords: { readonly fr: readonly string[]; readonly en: readonly string[] };
  readonly themes: readonly string[];
  readonly publisher?: { readonly id: string; readonly name: Bilingual };
}

/** Kinds that a form can be made of; forms that are not here take any. */
export const KINDS_OF_FORM: Readonly<Partial<Record<Form, readonly ColumnKind[]>>> = {
  whole: ['whole', 'year'],
  decimal: ['decimal', 'whole', 'year'],
  boolean: ['boolean'],
  year: ['year'],
  date: ['date'],
  span: ['period', 'year', 'date'],
  web: ['web-address'],
  commune: ['insee-commune', 'post-code', 'whole', 'code'],
  notice: ['museofile', 'joconde', 'merimee', 'palissy'],
};

/** The form of a kind where nothing is known of the column. */
export const FORM_OF_KIND: Readonly<Record<ColumnKind, Form>> = {
  empty: 'text',
  whole: 'whole',
  decimal: 'decimal',
  boolean: 'boolean',
  year: 'year',
  date: 'date',
  period: 'span',
  'web-address': 'web',
  email: 'plain',
  phone: 'plain',
  latitude: 'decimal',
  longitude: 'decimal',
  coordinates: 'plain',
  projected: 'plain',
  'insee-commune': 'commune',
  'insee-department': 'plain',
  'insee-region': 'plain',
  'department-name': 'text',
  'region-name': 'text',
  code: 'plain',
  'post-code': 'plain',
  museofile: 'notice',
  joconde: 'notice',
  merimee: 'notice',
  palissy: 'notice',
  html: 'html',
  'closed-list': 'text',
  text: 'text',
};

/** Rows of the tables, shortly. */
export const value = (
  property: string,
  form: Form | undefined,
  names: readonly string[],
  more: Partial<Omit<KnownColumn, 'names' | 'use'>> & { whole?: boolean; linked?: string } = {},
): KnownColumn => {
  const { whole, linked, ...rest } = more;
  return {
    names,
    use: {
      kind: 'value',
      property,
      ...(form !== undefined && { form }),
      ...(whole !== undefined && { whole }),
      ...(linked !== undefined && { linked }),
    },
    ...rest,
  };
};

/** A part of the postal address. */
export const address = (property: string, names: readonly string[], linked?: string): KnownColumn => ({
  names,
  use: { kind: 'address', property, ...(linked !== undefined && { linked }) },
});

/** A column that says yes by being filled. */
export const flag = (property: string, label: Bilingual, names: readonly string[]): KnownColumn => ({
  names,
  use: { kind: 'flag', property, label },
});

/** A label in both languages. */
export const said = (fr: string, en: string): { readonly label: Bilingual } => ({ label: { fr, en } });
