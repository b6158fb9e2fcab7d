import { nearest } from '../../documents/index.ts';
import type { Bilingual } from '../../model/index.ts';
import { type HttpProblem, problem } from '../problem.ts';

export const brokenAddress = (): HttpProblem =>
  problem('bad-request', {
    fr: 'L’adresse contient un codage en pourcentage ou des octets qui ne sont pas de l’UTF-8.',
    en: 'The address holds percent-encodings or octets that are not UTF-8.',
  });

export function unknownParameter(name: string, names: readonly string[]): HttpProblem {
  const didYouMean = nearest(name, names);
  const hint = hinted(didYouMean);
  const list = names.join(', ');
  return problem(
    'parameter-unknown',
    {
      fr: `« ${told(name)} » n’est pas un paramètre de la recherche.${hint.fr} Il y a : ${list}.`,
      en: `“${told(name)}” is not a parameter of the search.${hint.en} There are: ${list}.`,
    },
    { members: { parameter: told(name), parameters: names, ...(didYouMean && { didYouMean }) } },
  );
}

export const repeatedParameter = (name: string): HttpProblem =>
  problem(
    'parameter-repeated',
    {
      fr: `Le paramètre « ${name} » est donné plusieurs fois ; il en faut un seul.`,
      en: `The parameter “${name}” is given more than once; there must be one.`,
    },
    { members: { parameter: name } },
  );

/** @param didYouMean what was probably meant */
export function badValue(
  { name, value }: { readonly name: string; readonly value: string },
  accepted: Bilingual,
  didYouMean?: string,
): HttpProblem {
  const hint = hinted(didYouMean);
  return problem(
    'parameter-invalid',
    {
      fr: `Le paramètre « ${name} » ne peut pas valoir « ${told(value)} ». Est accepté : ${accepted.fr}.${hint.fr}`,
      en: `The parameter “${name}” cannot be “${told(value)}”. Accepted: ${accepted.en}.${hint.en}`,
    },
    { members: { parameter: name, value: told(value), ...(didYouMean && { didYouMean }) } },
  );
}

export const missingText = (): HttpProblem =>
  problem(
    'parameter-missing',
    {
      fr: 'Il manque le paramètre « q » : le début de ce que l’on cherche (par exemple q=chât).',
      en: 'The parameter “q” is missing: the beginning of what is looked for (for example q=chat).',
    },
    { members: { parameter: 'q', example: 'chât' } },
  );

export const noSuchPage = (last: number, path: string): HttpProblem =>
  problem(
    'not-found',
    {
      fr: `La dernière page de ces résultats porte le numéro ${last}.`,
      en: `The last page of these results has the number ${last}.`,
    },
    { alternates: [{ path, mediaType: 'text/html', name: `${last}` }] },
  );

/** More than one answer may hold: nothing is cut. */
export const tooManyFound = (found: number, most: number): HttpProblem =>
  problem(
    'result-too-large',
    {
      fr: `Il y a ${found} résultats, et un fichier en contient ${most} au plus. Resserrez la recherche (dataset, type, place, period, concept), ou prenez les fichiers entiers des jeux de données : /datasets.`,
      en: `There are ${found} results, and a file holds ${most} at most. Narrow the search (dataset, type, place, period, concept), or take the whole files of the datasets: /datasets.`,
    },
    { members: { found, most, files: '/datasets' } },
  );

const hinted = (meant: string | undefined): Bilingual =>
  meant ? { fr: ` Vouliez-vous dire « ${meant} » ?`, en: ` Did you mean “${meant}”?` } : { fr: '', en: '' };

/** What is told back of a text of others. */
const told = (text: string): string => (text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text);
