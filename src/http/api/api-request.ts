import type { Request } from 'express';
import { acceptedValues, boundQuery, readParameterValue } from '../../declarations/index.ts';
import { nearest } from '../../documents/index.ts';
import type { ApiQuery, QueryParameter } from '../../model/index.ts';
import type { ParameterTerm } from '../../sparql/index.ts';
import { addressForm, type Form, valuesOf } from '../form.ts';
import { type HttpProblem, problem } from '../problem.ts';

/** Says the language of problems, as everywhere. */
const LANGUAGE = 'lang';

/**
 * The text of a query as an address asks it. An empty value counts as none, because forms send one for each blank field.
 * @throws a problem that names the parameter, its value and what is accepted
 */
export function askedQuery(query: ApiQuery, request: Request, base: string): string {
  const form = addressForm(request.originalUrl);
  if (!form) throw broken();
  const names = query.parameters.map(({ name }) => name);
  for (const [name] of form) if (name !== LANGUAGE && !names.includes(name)) throw unknown(name, names);
  const terms = query.parameters.flatMap((parameter) => {
    const term = termOf(parameter, form, base);
    return term ? [[parameter.name, term] as const] : [];
  });
  return boundQuery(query, new Map(terms));
}

function termOf(parameter: QueryParameter, form: Form, base: string): ParameterTerm | undefined {
  const values = valuesOf(form, parameter.name);
  if (values.length > 1) throw repeated(parameter.name, values.length);
  const written = values[0] || parameter.default;
  if (written === undefined) {
    if (parameter.isRequired) throw missing(parameter);
    return undefined;
  }
  const value = readParameterValue(parameter, written, base);
  if (value.kind === 'refused') throw invalid(parameter, written);
  return value.term;
}

const broken = (): HttpProblem =>
  problem('bad-request', {
    fr: 'L’adresse contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The address holds percent-encodings or octets that are not UTF-8.',
  });

function unknown(name: string, names: readonly string[]): HttpProblem {
  const didYouMean = nearest(name, names);
  const list = names.join(', ');
  const hint = didYouMean
    ? { fr: ` Vouliez-vous dire « ${didYouMean} » ?`, en: ` Did you mean “${didYouMean}”?` }
    : { fr: '', en: '' };
  return problem(
    'parameter-unknown',
    {
      fr: `« ${cut(name)} » n’est pas un paramètre de cette question.${hint.fr} Il y a : ${list}.`,
      en: `“${cut(name)}” is not a parameter of this query.${hint.en} There are: ${list}.`,
    },
    { members: { parameter: cut(name), parameters: names, ...(didYouMean && { didYouMean }) } },
  );
}

const repeated = (name: string, count: number): HttpProblem =>
  problem(
    'parameter-repeated',
    {
      fr: `Le paramètre « ${name} » est donné ${count} fois ; il en faut un seul.`,
      en: `The parameter “${name}” is given ${count} times; there must be one.`,
    },
    { members: { parameter: name } },
  );

function missing(parameter: QueryParameter): HttpProblem {
  const { name, example = '', description } = parameter;
  const accepted = acceptedValues(parameter);
  return problem(
    'parameter-missing',
    {
      fr: `Il manque le paramètre « ${name} » (par exemple ${name}=${example}). ${description.fr} Est accepté : ${accepted.fr}.`,
      en: `The parameter “${name}” is missing (for example ${name}=${example}). ${description.en} Accepted: ${accepted.en}.`,
    },
    { members: { parameter: name, example } },
  );
}

function invalid(parameter: QueryParameter, written: string): HttpProblem {
  const { name, choices } = parameter;
  const accepted = acceptedValues(parameter);
  const didYouMean = choices && nearest(written, choices);
  const hint = didYouMean
    ? { fr: ` Vouliez-vous dire « ${didYouMean} » ?`, en: ` Did you mean “${didYouMean}”?` }
    : { fr: '', en: '' };
  return problem(
    'parameter-invalid',
    {
      fr: `Le paramètre « ${name} » ne peut pas valoir « ${cut(written)} ». Est accepté : ${accepted.fr}.${hint.fr}`,
      en: `The parameter “${name}” cannot be “${cut(written)}”. Accepted: ${accepted.en}.${hint.en}`,
    },
    { members: { parameter: name, value: cut(written), ...(didYouMean && { didYouMean }) } },
  );
}

/** What is told back of a text of others. */
const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text);
