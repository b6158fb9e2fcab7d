import type { SparqlAnswer } from '../../model/index.ts';
import type { TooComplex } from '../../sparql/index.ts';
import { type HttpProblem, problem, retryAfter } from '../problem.ts';

type Refusal = Exclude<SparqlAnswer, { kind: 'answered' } | { kind: 'abandoned' }>;

/**
 * The problem that an outcome of the store is.
 * @param text of the query
 */
export function refusal(answer: Refusal, text: string): HttpProblem {
  switch (answer.kind) {
    case 'malformed':
      return refusedByStore(answer.reason, text);
    case 'timed-out':
      return timedOut(answer.limitMilliseconds / 1000);
    case 'too-large':
      return answer.unit === 'rows' ? tooManyRows(answer.limit) : tooLarge(answer.limit / 1e6);
    case 'overloaded':
      return overloaded(answer.retryAfterSeconds);
    case 'failed':
      return failed(answer.reason);
    case 'service-refused':
    case 'search-refused':
      return problem(answer.kind, answer.reason);
    case 'service-failed':
      return problem('service-failed', answer.reason, {
        ...retryAfter(30),
        members: { endpoint: answer.endpoint },
      });
  }
}

/** Words of libraries are English: they stand as theirs. */
const quotation = (reason: string): string => `L’analyseur dit : « ${reason.replace(/\.$/, '')} ».`;

/** What is wrong with a query text, and where: a `SyntaxComplaint`, or what a store says. */
interface Complaint {
  readonly reason: string;
  readonly inFrench?: string;
  readonly line?: number;
  readonly column?: number;
}

export const malformed = ({ reason, inFrench, line, column }: Complaint): HttpProblem => {
  const place = line === undefined ? undefined : { line, column };
  return problem(
    'query-malformed',
    {
      fr: `La requête n’a pas pu être lue${place ? `, ligne ${line}, colonne ${column}` : ''}. ${inFrench ?? quotation(reason)}`,
      en: place ? `Line ${line}, column ${column}: ${reason}` : reason,
    },
    { members: { reason, ...place } },
  );
};

/**
 * What the parser accepts and the store does not: `error at 1:20: expected …`. A complaint of the whole has its place
 * where the store stopped reading, which may be after the last line that its author wrote.
 */
function refusedByStore(told: string, text: string): HttpProblem {
  const [, line, column, reason = told] = /^error at (\d+):(\d+): (.*)$/s.exec(told) ?? [];
  const isWithin = line !== undefined && Number(line) <= text.split('\n').length;
  return malformed(isWithin ? { reason, line: Number(line), column: Number(column) } : { reason });
}

export const tooComplex = ({ reason, inFrench }: TooComplex) =>
  problem('query-too-complex', { fr: `La requête est refusée avant lecture. ${inFrench}`, en: reason });

export const notReady = () =>
  problem(
    'not-ready',
    {
      fr: 'Les données sont en cours de chargement ; réessayez dans quelques secondes.',
      en: 'The data are still being loaded; try again in a few seconds.',
    },
    retryAfter(2),
  );

const timedOut = (seconds: number) =>
  problem(
    'query-timeout',
    {
      fr: `La requête a été arrêtée après ${decimal(seconds, 'fr')} s, sans réponse partielle. Restreignez-la, ajoutez LIMIT, ou téléchargez les données entières depuis /datasets.`,
      en: `The query was stopped after ${decimal(seconds, 'en')} s, without a partial answer. Narrow it, add a LIMIT, or download the whole data from /datasets.`,
    },
    {
      ...retryAfter(Math.max(1, Math.ceil(seconds))),
      members: { limitSeconds: seconds, dumps: '/datasets' },
    },
  );

export const tooLarge = (megabytes: number) =>
  problem(
    'result-too-large',
    {
      fr: `La réponse dépasse ${decimal(megabytes, 'fr')} Mo et n’est pas envoyée en partie. Ajoutez LIMIT, ou téléchargez les données entières depuis /datasets.`,
      en: `The result is larger than ${decimal(megabytes, 'en')} MB and is not sent in part. Add a LIMIT, or download the whole data from /datasets.`,
    },
    { members: { limitBytes: megabytes * 1e6, dumps: '/datasets' } },
  );

const tooManyRows = (rows: number) =>
  problem(
    'result-too-large',
    {
      fr: `La réponse compte plus de ${decimal(rows, 'fr')} lignes et n’est pas envoyée en partie. Ajoutez LIMIT, ou téléchargez les données entières depuis /datasets.`,
      en: `The result has more than ${decimal(rows, 'en')} rows and is not sent in part. Add a LIMIT, or download the whole data from /datasets.`,
    },
    { members: { limitRows: rows, dumps: '/datasets' } },
  );

export const overloaded = (seconds: number) =>
  problem(
    'overloaded',
    {
      fr: `Trop de requêtes occupent déjà le serveur ; réessayez dans ${seconds} s.`,
      en: `Too many queries keep the server busy already; try again in ${seconds} s.`,
    },
    retryAfter(seconds),
  );

const failed = (reason: string) =>
  problem(
    'query-failed',
    {
      fr: 'L’entrepôt n’est pas venu à bout de la requête ; aucune réponse partielle n’est envoyée. Réessayez dans un moment ; si elle échoue encore, simplifiez-la.',
      en: 'The store could not cope with the query; no partial answer is sent. Try again in a moment; if it fails again, simplify it.',
    },
    { ...retryAfter(5), cause: new Error(reason) },
  );

const decimal = (value: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 3 }).format(value);
