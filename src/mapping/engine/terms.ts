import { escapeLiteral, isIri, xsd } from '../../rdf/index.ts';
import type { Expression, Template, TermRule } from '../rules.ts';
import { canonicalForm, lexicalCheck } from './datatypes.ts';
import { columnOf, compileExpression } from './expressions.ts';
import { blankLabel, iriRefText, iriSafe, uriSafe } from './iri-encoding.ts';
import { type Compiler, constant, mapped, NO_READING, type Reading, single, spelt } from './readings.ts';

/** Compiles a term map to a reading of N-Quads text: `<iri>`, `_:label`, `"literal"@fr`. */
export function compileTerm(term: TermRule, compiler: Compiler): Reading {
  return KINDS[term.termType](term, compiler);
}

/** One row a term type. */
const KINDS: Readonly<Record<TermRule['termType'], (term: TermRule, compiler: Compiler) => Reading>> = {
  iri: (term, compiler) => compileIri(term, compiler, iriSafe),
  uri: (term, compiler) => compileIri(term, compiler, uriSafe),
  'unsafe-iri': compileUnsafe,
  'unsafe-uri': compileUnsafe,
  blank: compileBlank,
  literal: compileLiteral,
};

/** Values as absolute IRIs in brackets: relative ones are put behind the base, illegal ones noted and left out. */
function compileIri(term: TermRule, compiler: Compiler, encode: (value: string) => string): Reading {
  const { expression } = term;
  if (expression === undefined) return NO_READING;
  if (isAlwaysLegal(expression)) return compileLegal(expression, compiler, encode);
  const reading = compileExpression(expression, compiler, encode);
  const column = columnOf(expression);
  const absolute = (value: string): string | undefined => {
    const iri = hasScheme(value) ? value : compiler.base + value;
    if (isIri(iri)) return `<${iri}>`;
    compiler.faults.note('illegal-iri', term.place, column, value);
    return undefined;
  };
  if (expression.kind !== 'constant') return mapped(reading, absolute);
  const text = absolute(expression.value);
  return text === undefined ? NO_READING : constant(text);
}

/** A template around one reference is spelt by its parts. */
function compileLegal(expression: Template, compiler: Compiler, encode: (value: string) => string): Reading {
  const [open, reference, close = '', ...more] = expression.parts;
  if (
    encode === iriSafe &&
    typeof open === 'string' &&
    typeof reference === 'object' &&
    typeof close === 'string' &&
    more.length === 0
  )
    return spelt(compileExpression(reference, compiler), `<${open}`, 'iri', `${close}>`);
  return mapped(compileExpression(expression, compiler, encode), (value) => `<${value}>`);
}

const hasScheme = (value: string): boolean => /^[A-Za-z][A-Za-z0-9+.-]*:/.test(value);

/** A template that begins with a scheme and whose own text is legal makes only legal IRIs: encoding sees to the rest. */
function isAlwaysLegal(expression: Expression): expression is Template {
  if (expression.kind !== 'template') return false;
  const [first] = expression.parts;
  if (typeof first !== 'string' || !/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]+[/?#]/.test(first)) return false;
  return isIri(expression.parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));
}

function compileUnsafe({ expression }: TermRule, compiler: Compiler): Reading {
  if (expression === undefined) return NO_READING;
  return mapped(
    compileExpression(expression, compiler),
    (value) => `<${iriRefText(hasScheme(value) ? value : compiler.base + value)}>`,
  );
}

/** By value, the same for the same value; without expression a new one for each record. */
function compileBlank({ expression }: TermRule, compiler: Compiler): Reading {
  if (expression !== undefined)
    return mapped(compileExpression(expression, compiler), (value) => `_:${blankLabel(value)}`);
  const name = blankLabel(compiler.rule);
  return single(() => `_:${name}-row-${compiler.state.row}`);
}

function compileLiteral(term: TermRule, compiler: Compiler): Reading {
  if (term.expression === undefined) return NO_READING;
  const reading = compileExpression(term.expression, compiler);
  if (term.language !== undefined) return compileTagged(reading, compileLanguage(term.language, compiler));
  if (term.datatype !== undefined) return compileTyped(term, reading, compiler);
  return reading.datatypes === undefined ? literal(reading, '') : naturallyTyped(reading);
}

/** @param tag what follows the closing quote */
const literal = (values: Reading, tag: string): Reading => spelt(values, '"', 'literal', `"${tag}`);

const quoted = (value: string): string => `"${escapeLiteral(value)}"`;
const tagged = (value: string, language: string): string => `${quoted(value)}@${language}`;

/** Values whose source knows their datatypes: numbers and booleans of JSON. */
function naturallyTyped({ all, one, datatypes, datatype }: Reading): Reading {
  if (one !== undefined && datatype !== undefined) {
    return single((record) => {
      const value = one(record);
      return value === undefined ? undefined : natural(value, datatype(record));
    });
  }
  return {
    all(record) {
      const types = datatypes?.(record) ?? [];
      return all(record).map((value, index) => natural(value, types[index]));
    },
  };
}

/** A natural literal is written in canonical form (RML-Core, datatype conversion). */
const natural = (value: string, datatype: string | undefined): string =>
  datatype === undefined ? quoted(value) : `${quoted(canonicalForm(datatype)(value))}^^<${datatype}>`;

function compileTagged(reading: Reading, languages: Reading): Reading {
  const { constant: language } = languages;
  return language === undefined ? combined(reading, languages, tagged) : literal(reading, `@${language}`);
}

const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

function compileLanguage(language: Expression, compiler: Compiler): Reading {
  const column = columnOf(language);
  if (language.kind === 'constant' && LANGUAGE.test(language.value)) return constant(language.value);
  return mapped(compileExpression(language, compiler), (tag) => {
    if (LANGUAGE.test(tag)) return tag;
    compiler.faults.note('not-a-language', language.place, column, tag);
    return undefined;
  });
}

function compileTyped(term: TermRule, reading: Reading, compiler: Compiler): Reading {
  const datatypes = compileIri({ ...term, expression: term.datatype as Expression }, compiler, iriSafe);
  const checked = checkedFor(term, compiler);
  if (datatypes.constant !== undefined) {
    const datatype = datatypes.constant.slice(1, -1);
    return literal(mapped(reading, checked(datatype)), datatypeTag(datatype));
  }
  return combined(reading, datatypes, (value, bracketed) => {
    const datatype = bracketed.slice(1, -1);
    const found = checked(datatype)(value);
    return found === undefined ? undefined : quoted(found) + datatypeTag(datatype);
  });
}

const datatypeTag = (datatype: string): string => (datatype === xsd.string ? '' : `^^<${datatype}>`);

/** A value in the form of a datatype; undefined, and noted, where it has not the form. */
function checkedFor(term: TermRule, { faults }: Compiler) {
  const column = columnOf(term.expression);
  return (datatype: string) => {
    const isWellTyped = lexicalCheck(datatype);
    const canonical = canonicalForm(datatype);
    return (value: string): string | undefined => {
      if (isWellTyped(value)) return canonical(value);
      faults.note('ill-typed', term.place, column, value);
      return undefined;
    };
  };
}

/** Every value with every tag. */
function combined(
  values: Reading,
  tags: Reading,
  combine: (value: string, tag: string) => string | undefined,
): Reading {
  const { one: oneValue } = values;
  const { one: oneTag } = tags;
  if (oneValue && oneTag) {
    return single((record) => {
      const value = oneValue(record);
      if (value === undefined) return undefined;
      const tag = oneTag(record);
      return tag === undefined ? undefined : combine(value, tag);
    });
  }
  return {
    all: (record) => {
      const found = tags.all(record);
      return values
        .all(record)
        .flatMap((value) => found.map((tag) => combine(value, tag)).filter((text) => text !== undefined));
    },
  };
}
