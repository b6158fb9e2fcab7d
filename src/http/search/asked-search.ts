import { nearest } from '../../documents/index.ts';
import { type ChosenFacets, FACETS, type Facet } from '../../model/index.ts';
import type { SearchState } from '../../pages/index.ts';
import { addressForm, type Form, valuesOf } from '../form.ts';
import { type KnownValues, readFacetValue } from './facet-values.ts';
import { badValue, brokenAddress, repeatedParameter, unknownParameter } from './search-problems.ts';

/** What an address of the search asks. */
export interface AskedSearch extends SearchState {
  /** Things of a page; absent: as many as usual. */
  readonly limit?: number;
}

/** How an address is read. */
export interface SearchReading extends KnownValues {
  /** Parameters that are understood, beside `lang`. */
  readonly names: readonly string[];
  /** Whether other parameters are refused. Addresses of pages get some from those who share them. */
  readonly isStrict: boolean;
}

/** What is said of a question everywhere. */
export const QUESTION_NAMES: readonly string[] = ['q', ...FACETS];

export const LONGEST_TEXT = 300;
export const MOST_LIMIT = 100;
/** Values of facets that one question may have. */
const MOST_CHOSEN = 16;
/** Pages up to here are looked for; the search itself says where they end. */
const MOST_PAGE = 1_000_000;

/**
 * Reads the query of an address. Empty values count as none, because forms send them.
 * @throws HttpProblem 400 that names the parameter, its value and what is accepted
 */
export function readSearch(originalUrl: string, reading: SearchReading): AskedSearch {
  const form = addressForm(originalUrl);
  if (!form) throw brokenAddress();
  const { names, isStrict } = reading;
  const strange = form.find(([name]) => name !== 'lang' && !names.includes(name));
  if (isStrict && strange) throw unknownParameter(strange[0], names);
  const one = (name: string) => (names.includes(name) ? single(form, name) : undefined);
  const text = readText(one('q'));
  const page = readWhole(one('page'), 'page', MOST_PAGE);
  const limit = readWhole(one('limit'), 'limit', MOST_LIMIT);
  const all = readAll(one('all'));
  return {
    chosen: readChosen(form, reading),
    ...(text !== undefined && { text }),
    ...(page !== undefined && { page }),
    ...(limit !== undefined && { limit }),
    ...(all !== undefined && { all }),
  };
}

function single(form: Form, name: string): string | undefined {
  const values = valuesOf(form, name).filter((value) => value.trim() !== '');
  if (new Set(values).size > 1) throw repeatedParameter(name);
  return values[0];
}

/** Composed accents, no control characters, single spaces: what the same words come to, however they were typed. */
function readText(written: string | undefined): string | undefined {
  const text = written
    ?.normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  if (!text) return undefined;
  if (text.length > LONGEST_TEXT)
    throw badValue(
      { name: 'q', value: text },
      {
        fr: `un texte d’au plus ${LONGEST_TEXT} caractères`,
        en: `a text of at most ${LONGEST_TEXT} characters`,
      },
    );
  return text;
}

function readWhole(written: string | undefined, name: string, most: number): number | undefined {
  if (written === undefined) return undefined;
  const value = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 0;
  if (value >= 1 && value <= most) return value;
  throw badValue(
    { name, value: written },
    {
      fr: `un nombre entier, de 1 à ${most}`,
      en: `a whole number from 1 to ${most}`,
    },
  );
}

const ALL = /^(?:dataset|type|place|period|concept(?:-[a-z0-9-]{1,100})?)$/;

function readAll(written: string | undefined): string | undefined {
  if (written === undefined || ALL.test(written)) return written;
  throw badValue(
    { name: 'all', value: written },
    {
      fr: `le nom d’une facette (${FACETS.join(', ')})`,
      en: `the name of a facet (${FACETS.join(', ')})`,
    },
    nearest(written, FACETS),
  );
}

function readChosen(form: Form, known: KnownValues): ChosenFacets {
  const pairs = FACETS.map((facet) => [facet, valuesOfFacet(form, facet, known)] as const);
  const count = pairs.reduce((sum, [, values]) => sum + values.length, 0);
  if (count > MOST_CHOSEN)
    throw badValue(
      { name: 'dataset, type, place, period, concept', value: `${count}` },
      {
        fr: `${MOST_CHOSEN} valeurs au plus, toutes facettes ensemble`,
        en: `${MOST_CHOSEN} values at most, all facets together`,
      },
    );
  return Object.fromEntries(pairs.filter(([, values]) => values.length > 0));
}

function valuesOfFacet(form: Form, facet: Facet, known: KnownValues): readonly string[] {
  const written = valuesOf(form, facet).filter((value) => value.trim() !== '');
  return [...new Set(written.map((value) => readFacetValue(facet, value.trim(), known)))].sort();
}
