import { type Bilingual, Fault, spaced } from '../model/index.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: Bilingual;
}

/** Every refusal that this server pronounces, one row each. */
const PROBLEMS = {
  'bad-request': { status: 400, title: { fr: 'Demande mal formée', en: 'Bad request' } },
  'query-missing': { status: 400, title: { fr: 'Il manque une requête', en: 'A query is missing' } },
  'query-repeated': {
    status: 400,
    title: { fr: 'Plusieurs requêtes à la fois', en: 'Several queries at once' },
  },
  'query-malformed': {
    status: 400,
    title: { fr: 'Requête SPARQL mal formée', en: 'Malformed SPARQL query' },
  },
  'query-too-complex': { status: 400, title: { fr: 'Requête trop complexe', en: 'Query too complex' } },
  'search-refused': { status: 400, title: { fr: 'Recherche refusée', en: 'Search refused' } },
  'parameter-unknown': { status: 400, title: { fr: 'Paramètre inconnu', en: 'Unknown parameter' } },
  'parameter-repeated': { status: 400, title: { fr: 'Paramètre répété', en: 'Repeated parameter' } },
  'parameter-missing': { status: 400, title: { fr: 'Il manque un paramètre', en: 'A parameter is missing' } },
  'parameter-invalid': { status: 400, title: { fr: 'Valeur non acceptée', en: 'Value not accepted' } },
  'read-only': { status: 403, title: { fr: 'Lecture seule', en: 'Read only' } },
  'service-refused': { status: 403, title: { fr: 'SERVICE n’est pas permis', en: 'SERVICE is not allowed' } },
  'cross-site': {
    status: 403,
    title: { fr: 'Envoi depuis un autre site', en: 'Sent from another site' },
  },
  'not-found': { status: 404, title: { fr: 'Rien à cette adresse', en: 'Nothing at this address' } },
  'method-not-allowed': { status: 405, title: { fr: 'Méthode non permise', en: 'Method not allowed' } },
  'not-acceptable': { status: 406, title: { fr: 'Aucun format acceptable', en: 'No acceptable format' } },
  gone: { status: 410, title: { fr: 'Adresse retirée', en: 'Withdrawn address' } },
  'release-removed': {
    status: 410,
    title: { fr: 'Version qui n’est plus conservée', en: 'Release not kept any more' },
  },
  'body-too-large': { status: 413, title: { fr: 'Demande trop longue', en: 'Request too large' } },
  'result-too-large': { status: 413, title: { fr: 'Réponse trop grande', en: 'Result too large' } },
  'unsupported-media-type': {
    status: 415,
    title: { fr: 'Format de demande inconnu', en: 'Unsupported media type' },
  },
  'range-not-satisfiable': {
    status: 416,
    title: { fr: 'Plage hors du fichier', en: 'Range not satisfiable' },
  },
  'too-many-requests': {
    status: 429,
    title: { fr: 'Trop de requêtes de votre part', en: 'Too many requests from you' },
  },
  'query-timeout': { status: 503, title: { fr: 'Requête interrompue', en: 'Query timed out' } },
  'query-failed': { status: 503, title: { fr: 'La requête a échoué', en: 'The query failed' } },
  'service-failed': {
    status: 503,
    title: { fr: 'Un autre point d’accès n’a pas répondu', en: 'Another endpoint did not answer' },
  },
  overloaded: { status: 503, title: { fr: 'Trop de requêtes à la fois', en: 'Too many queries at once' } },
  'not-ready': { status: 503, title: { fr: 'Chargement en cours', en: 'Still loading' } },
  'contributions-closed': {
    status: 503,
    title: { fr: 'Contributions fermées pour le moment', en: 'Contributions closed for now' },
  },
  unavailable: { status: 503, title: { fr: 'Indisponible pour le moment', en: 'Unavailable for now' } },
} as const satisfies Readonly<Record<string, ProblemKind>>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Another representation of what was asked for. */
export interface Alternate {
  readonly path: string;
  readonly mediaType: string;
  readonly name: string;
  /** IRI of the profile that it is described in, where that is not the usual one. */
  readonly profile?: string;
}

/** What a problem may carry besides its code and explanation. */
export interface ProblemExtras {
  /** Extension members of the problem document (RFC 9457 section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly alternates?: readonly Alternate[];
  readonly cause?: unknown;
}

/** A refusal on its way to the problem handler. */
export class HttpProblem extends Error {
  readonly code: ProblemCode;
  readonly detail: Bilingual;
  readonly extras: ProblemExtras;

  constructor(code: ProblemCode, detail: Bilingual, extras: ProblemExtras) {
    super(detail.en, extras.cause === undefined ? undefined : { cause: extras.cause });
    this.name = 'HttpProblem';
    this.code = code;
    this.detail = { ...detail, fr: spaced(detail.fr, 'fr') };
    this.extras = extras;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  get title(): Bilingual {
    return PROBLEMS[this.code].title;
  }
}

export const problem = (code: ProblemCode, detail: Bilingual, extras: ProblemExtras = {}): HttpProblem =>
  new HttpProblem(code, detail, extras);

export const notFound = (): HttpProblem =>
  problem('not-found', {
    fr: 'Cette adresse n’est pas publiée ici. Vérifiez-la, ou partez de la page d’accueil.',
    en: 'This address is not published here. Check it, or start from the home page.',
  });

export const gone = (): HttpProblem =>
  problem('gone', {
    fr: 'Ce que désignait cette adresse a été retiré. Demandez du HTML ou du RDF pour savoir quand et pourquoi.',
    en: 'What this address named was withdrawn. Ask for HTML or RDF to learn when and why.',
  });

/** `Retry-After`, in seconds. */
export const retryAfter = (seconds: number): ProblemExtras => ({
  headers: { 'Retry-After': String(seconds) },
});

/** What went wrong, as a problem: errors of Express and its parsers by their status, anything else as unavailable. */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  const status = (error as { status?: unknown } | null)?.status;
  const row = LIBRARY_ERRORS.find((one) => one.status === status);
  if (row) return problem(row.code, row.detail, { cause: error, headers: headersOf(error) });
  const detail = error instanceof Fault ? error.explanation : UNEXPECTED;
  return problem('unavailable', detail, { ...retryAfter(30), cause: error });
}

const UNEXPECTED: Bilingual = {
  fr: 'Quelque chose a mal tourné de notre côté ; l’incident est noté. Réessayez un peu plus tard.',
  en: 'Something went wrong on our side; it has been noted. Try again a little later.',
};

const LIBRARY_ERRORS: readonly { status: number; code: ProblemCode; detail: Bilingual }[] = [
  {
    status: 400,
    code: 'bad-request',
    detail: { fr: 'La demande n’a pas pu être lue.', en: 'The request could not be read.' },
  },
  { status: 404, code: 'not-found', detail: notFound().detail },
  {
    status: 413,
    code: 'body-too-large',
    detail: {
      fr: 'Le corps de la demande dépasse ce qui est accepté ; une requête compte 100 000 caractères au plus.',
      en: 'The body of the request is larger than accepted; a query has at most 100,000 characters.',
    },
  },
  {
    status: 415,
    code: 'unsupported-media-type',
    detail: {
      fr: 'Le corps de la demande est dans un codage qui n’est pas accepté.',
      en: 'The body of the request is in an encoding that is not accepted.',
    },
  },
  {
    status: 416,
    code: 'range-not-satisfiable',
    detail: {
      fr: 'La plage demandée est hors du fichier.',
      en: 'The requested range lies outside the file.',
    },
  },
];

function headersOf(error: unknown): Readonly<Record<string, string>> {
  const headers = (error as { headers?: Readonly<Record<string, string>> }).headers;
  return headers ?? {};
}
