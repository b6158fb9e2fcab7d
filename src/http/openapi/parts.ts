import { type Bilingual, type Language, spaced } from '../../model/index.ts';
import { RDF_FORMATS } from '../../rdf/index.ts';
import { CSV, GEOJSON } from '../negotiated-resource.ts';

/** A part of an OpenAPI document (https://spec.openapis.org/oas/v3.1.1). */
export type Part = Readonly<Record<string, unknown>>;

/** One operation, before its texts are put in a language. */
export interface Operation {
  readonly path: string;
  readonly method?: 'get' | 'post';
  readonly id: string;
  readonly tag: string;
  readonly summary: Bilingual;
  readonly description?: Bilingual;
  readonly parameters?: readonly Parameter[];
  /** Media type → schema, of a body. */
  readonly body?: Readonly<Record<string, Part>>;
  /** Status of the answer that is no problem; 200 where absent. */
  readonly status?: number;
  /** Media types of that answer, or their schemas; empty where it has no body of its own. */
  readonly content: readonly string[] | Readonly<Record<string, Part>>;
  /** Statuses of problems. */
  readonly problems?: readonly number[];
}

export interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly description: Bilingual;
  readonly required?: boolean;
  readonly schema: Part;
  readonly example?: unknown;
}

/** Writes an operation in a language. */
export function operationPart(operation: Operation, language: Language): Part {
  const {
    id,
    tag,
    summary,
    description,
    parameters = [],
    body,
    status = 200,
    content,
    problems = [],
  } = operation;
  const text = said(language);
  return {
    operationId: id,
    tags: [tag],
    summary: text(summary),
    ...(description && { description: text(description) }),
    ...(parameters.length > 0 && { parameters: parameters.map((one) => parameterPart(one, language)) }),
    ...(body && { requestBody: { required: true, content: contentPart(body) } }),
    responses: {
      [status]: { description: text(ANSWERS[status] ?? ANSWERED), ...contentOf(content) },
      ...Object.fromEntries(problems.map((one) => [one, { $ref: '#/components/responses/Problem' }])),
    },
  };
}

/** A text in a language, as it is printed. */
export const said =
  (language: Language) =>
  (text: Bilingual): string =>
    spaced(text[language], language);

function contentOf(content: Operation['content']): Part {
  const types = Array.isArray(content) ? Object.fromEntries(content.map((one) => [one, STRING])) : content;
  return Object.keys(types).length === 0
    ? {}
    : { content: contentPart(types as Readonly<Record<string, Part>>) };
}

const contentPart = (types: Readonly<Record<string, Part>>): Part =>
  Object.fromEntries(Object.entries(types).map(([mediaType, schema]) => [mediaType, { schema }]));

export const STRING: Part = { type: 'string' };

const parameterPart = (
  { description, required = false, example, ...rest }: Parameter,
  language: Language,
): Part => ({
  ...rest,
  required: required || rest.in === 'path',
  description: said(language)(description),
  ...(example !== undefined && { example }),
});

const ANSWERED: Bilingual = { fr: 'La réponse.', en: 'The answer.' };
const ANSWERS: Readonly<Record<number, Bilingual>> = {
  200: { fr: 'La réponse, entière.', en: 'The whole answer.' },
  303: {
    fr: 'Le document est à l’adresse que donne Location.',
    en: 'The document is at the address that Location gives.',
  },
};

/** Media types of descriptions. */
export const RDF = RDF_FORMATS.map(({ mediaType }) => mediaType);
export const PAGE_AND_RDF = [...RDF, 'text/html'];

/** Media types of documents about things; GeoJSON where there is a place. */
export const DOCUMENT = [...PAGE_AND_RDF, CSV.mediaType, GEOJSON.mediaType];

/** Which description of a thing is wanted (https://www.w3.org/TR/dx-prof-conneg/). */
export const PROFILE: Parameter = {
  name: '_profile',
  in: 'query',
  description: {
    fr: 'Le profil de la description, par son nom ou son IRI ; alt donne la liste. Accept-Profile fait de même.',
    en: 'The profile of the description, by its name or IRI; alt gives the list. Accept-Profile does the same.',
  },
  schema: STRING,
  example: 'native',
};

/** @param example slug of a dataset that is published */
export const datasetParameter = (example: string): Parameter => ({
  name: 'dataset',
  in: 'path',
  description: { fr: 'Le nom du jeu de données.', en: 'The name of the dataset.' },
  schema: STRING,
  example,
});

/** Links to a thing, page by page. */
export const INCOMING: Parameter = {
  name: 'incoming',
  in: 'query',
  description: {
    fr: 'Une propriété (IRI ou nom préfixé) : les liens vers la ressource par elle, page par page.',
    en: 'A property (IRI or prefixed name): the links to the thing by it, page by page.',
  },
  schema: STRING,
};
export const AFTER: Parameter = {
  name: 'after',
  in: 'query',
  description: {
    fr: 'Avec incoming : l’IRI après laquelle continuer, que donne hydra:next.',
    en: 'With incoming: the IRI after which to go on, as hydra:next gives it.',
  },
  schema: STRING,
};

/** The format of a document about a thing. */
export const DOCUMENT_EXTENSION: Parameter = {
  name: 'extension',
  in: 'path',
  description: { fr: 'Le format, par son extension.', en: 'The format, by its extension.' },
  schema: {
    type: 'string',
    enum: [...RDF_FORMATS, CSV, GEOJSON].map((format) => format.extension).concat('html'),
  },
  example: 'ttl',
};

export const EXTENSION: Parameter = {
  name: 'extension',
  in: 'path',
  description: { fr: 'Le format, par son extension.', en: 'The format, by its extension.' },
  schema: { type: 'string', enum: [...RDF_FORMATS.map((format) => format.extension), 'html'] },
  example: 'ttl',
};
