import type { Request } from 'express';
import { isIri, literal, namedNode, type RDF, typed } from '../../rdf/index.ts';
import { addressForm, valuesOf } from '../form.ts';
import { type HttpProblem, problem } from '../problem.ts';

/** A triple pattern: what has no term may be anything. */
export interface TriplePattern {
  readonly subject?: RDF.NamedNode;
  readonly predicate?: RDF.NamedNode;
  readonly object?: RDF.NamedNode | RDF.Literal;
}

/** A pattern, and which part of its fragment is asked for. */
export interface AskedFragment {
  readonly pattern: TriplePattern;
  /** From 1 on. */
  readonly page: number;
}

const POSITIONS = ['subject', 'predicate', 'object'] as const;

/**
 * Reads `?subject=&predicate=&object=&page=`. Terms are written as Triple Pattern Fragments do
 * (https://linkeddatafragments.org/specification/triple-pattern-fragments/#controls): an IRI as it is, or between `<>`; a literal
 * between quotes with `@language` or `^^` and its datatype; nothing, or `?name`, for a variable.
 * @throws HttpProblem 400 that names the parameter
 */
export function readFragment(request: Request): AskedFragment {
  const form = addressForm(request.originalUrl);
  if (!form) throw broken();
  const terms = POSITIONS.flatMap((name) => {
    const values = valuesOf(form, name).filter((value) => value !== '');
    if (values.length > 1) throw repeated(name);
    const term = values[0] === undefined ? undefined : termOf(name, values[0]);
    return term ? [[name, term] as const] : [];
  });
  return { pattern: Object.fromEntries(terms), page: pageOf(valuesOf(form, 'page')) };
}

function pageOf(values: readonly string[]): number {
  const [value = '1'] = values.filter((one) => one !== '');
  if (/^[1-9]\d{0,8}$/.test(value) && values.length < 2) return Number(value);
  throw problem('parameter-invalid', {
    fr: `Le paramètre page vaut « ${cut(value)} » ; il faut un nombre, à partir de 1, une fois.`,
    en: `The parameter page is “${cut(value)}”; it takes a number, from 1 on, once.`,
  });
}

const LITERAL = /^"(.*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^(?:<(.*)>|(.*)))?$/s;

function termOf(name: (typeof POSITIONS)[number], value: string): RDF.NamedNode | RDF.Literal | undefined {
  if (/^\?\w*$/.test(value)) return undefined;
  const iri = /^<(.*)>$/s.exec(value)?.[1] ?? value;
  if (isIri(iri)) return namedNode(iri);
  const [, text, language, ...datatypes] = (name === 'object' && LITERAL.exec(value)) || [];
  if (text === undefined) throw malformed(name, value);
  const datatype = datatypes.find((one) => one !== undefined);
  if (datatype === undefined) return literal(text, language);
  if (!isIri(datatype)) throw malformed(name, value);
  return typed(text, datatype);
}

const cut = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

const repeated = (name: string): HttpProblem =>
  problem('parameter-repeated', {
    fr: `Le paramètre ${name} est donné plusieurs fois ; un motif n’en a qu’un.`,
    en: `The parameter ${name} is given several times; a pattern has one.`,
  });

const malformed = (name: string, value: string): HttpProblem =>
  problem('parameter-invalid', {
    fr: `Le paramètre ${name} vaut « ${cut(value)} ». Il accepte un IRI absolu, ?nom pour une variable${name === 'object' ? ', ou un littéral : "texte", "texte"@fr, "1"^^http://www.w3.org/2001/XMLSchema#integer' : ''}.`,
    en: `The parameter ${name} is “${cut(value)}”. It takes an absolute IRI, ?name for a variable${name === 'object' ? ', or a literal: "text", "text"@fr, "1"^^http://www.w3.org/2001/XMLSchema#integer' : ''}.`,
  });

const broken = (): HttpProblem =>
  problem('bad-request', {
    fr: 'L’adresse contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The address holds percent-encodings or octets that are not UTF-8.',
  });
