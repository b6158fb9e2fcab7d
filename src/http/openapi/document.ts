import type { ApiQuery, Language } from '../../model/index.ts';
import { apiOperations } from './api-operations.ts';
import { chartOperations } from './chart-operations.ts';
import { type ContributionExamples, contributionOperations } from './contribution-operations.ts';
import { DESK } from './desk-operations.ts';
import { discoveryOperations } from './discovery-operations.ts';
import { dumpOperations } from './dump-operations.ts';
import { CATALOGUE, SERVER } from './fixed-operations.ts';
import { MAP_OPERATIONS } from './map-operations.ts';
import { originOperations } from './origin-operations.ts';
import { operationPart, type Part, said } from './parts.ts';
import { reconciliationOperations } from './reconciliation-operations.ts';
import { releaseOperations } from './release-operations.ts';
import { SEARCH_OPERATIONS } from './search-operations.ts';
import { siteOperations } from './site-operations.ts';
import { SPARQL } from './sparql-operations.ts';
import { type Examples, thingOperations } from './thing-operations.ts';

/** What the document is made of. */
export interface OpenApiSource {
  /** Base IRI of the release, ending in `/`: where the server is. */
  readonly base: string;
  /** Id of the release. */
  readonly release: string;
  readonly queries: readonly ApiQuery[];
  readonly examples: Examples;
  readonly language: Language;
  /** Whether there is a search. */
  readonly hasSearch: boolean;
  /** Absent: no contributions are taken. */
  readonly contributions?: ContributionExamples;
}

/** Everything the server answers, as OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1), in a language. */
export function openApiDocument({
  base,
  release,
  queries,
  examples,
  language,
  hasSearch,
  contributions,
}: OpenApiSource): Part {
  const text = said(language);
  const operations = [
    ...CATALOGUE,
    ...thingOperations(examples),
    ...chartOperations(examples),
    ...originOperations(base, examples),
    ...dumpOperations(examples),
    ...releaseOperations(examples),
    ...siteOperations(examples),
    ...discoveryOperations(examples),
    ...(hasSearch
      ? [...SEARCH_OPERATIONS, ...MAP_OPERATIONS, ...reconciliationOperations(base, examples)]
      : []),
    ...(contributions ? contributionOperations(contributions) : []),
    ...apiOperations(queries),
    ...SPARQL,
    ...DESK,
    ...SERVER,
  ];
  const paths = Map.groupBy(operations, ({ path }) => path);
  return {
    openapi: '3.1.0',
    info: { title: text(TITLE), description: text(DESCRIPTION), version: release },
    servers: [{ url: base.replace(/\/$/, '') }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description: text(description) })),
    paths: Object.fromEntries(
      [...paths].map(([path, of]) => [
        path,
        Object.fromEntries(of.map((one) => [one.method ?? 'get', operationPart(one, language)])),
      ]),
    ),
    components: {
      schemas: { Problem: PROBLEM },
      responses: {
        Problem: {
          description: text(PROBLEM_TEXT),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

const TITLE = { fr: 'Données culturelles liées', en: 'Linked cultural data' };

const DESCRIPTION = {
  fr: 'Lecture seule, sans clé. Chaque réponse nomme la version des données (Cimaise-Release) et porte une étiquette (ETag). Ajoutez ?lang=en pour lire les messages en anglais.',
  en: 'Read only, without a key. Every answer names the release of the data (Cimaise-Release) and carries an ETag. Add ?lang=fr to read messages in French.',
};

const TAGS = {
  search: { fr: 'Recherche', en: 'Search' },
  api: { fr: 'Questions toutes prêtes', en: 'Ready-made queries' },
  datasets: { fr: 'Jeux de données et catalogue', en: 'Datasets and catalogue' },
  releases: { fr: 'Versions, fichiers et changements', en: 'Releases, files and changes' },
  things: { fr: 'Ressources', en: 'Things' },
  contributions: { fr: 'Contributions', en: 'Contributions' },
  reconciliation: { fr: 'Rapprochement', en: 'Reconciliation' },
  sparql: { fr: 'SPARQL', en: 'SPARQL' },
  server: { fr: 'Serveur', en: 'Server' },
};

const PROBLEM_TEXT = {
  fr: 'Un refus, avec sa raison et quoi faire (RFC 9457).',
  en: 'A refusal, with its reason and what to do (RFC 9457).',
};

const PROBLEM: Part = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    parameter: { type: 'string' },
    value: { type: 'string' },
    didYouMean: { type: 'string' },
  },
};
