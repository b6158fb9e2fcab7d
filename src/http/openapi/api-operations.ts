import { acceptedValues } from '../../declarations/index.ts';
import type { ApiQuery, ParameterType, QueryParameter } from '../../model/index.ts';
import { type ApiFormat, formatsOf } from '../api/api-formats.ts';
import { type Operation, type Parameter, type Part, STRING } from './parts.ts';

const PROBLEMS = [400, 406, 413, 429, 503];

/** The list of queries, and each query: negotiated, and in each of its formats. */
export function apiOperations(queries: readonly ApiQuery[]): readonly Operation[] {
  const list: Operation = {
    path: '/api',
    id: 'apiList',
    tag: 'api',
    summary: { fr: 'La liste des questions toutes prêtes', en: 'The list of ready-made queries' },
    content: { 'application/json': { type: 'object' }, 'text/html': STRING },
    problems: [406],
  };
  return [list, ...queries.flatMap(operationsOf)];
}

function operationsOf(query: ApiQuery): readonly Operation[] {
  const formats = formatsOf(query.columns);
  const operation = (path: string, id: string, offered: readonly ApiFormat[]): Operation => ({
    path,
    id,
    tag: 'api',
    summary: query.title,
    description: query.question,
    parameters: query.parameters.map(parameterOf),
    content: Object.fromEntries(offered.map(({ mediaType }) => [mediaType, schemaOf(mediaType, query)])),
    problems: PROBLEMS,
  });
  const id = `api.${query.name}`;
  return [
    operation(`/api/${query.name}`, id, formats),
    ...formats.map((one) =>
      operation(`/api/${query.name}.${one.extension}`, `${id}.${one.extension}`, [one]),
    ),
  ];
}

function schemaOf(mediaType: string, { columns }: ApiQuery): Part {
  if (mediaType === 'application/json') {
    const value = { type: ['string', 'number', 'boolean'] };
    const properties = Object.fromEntries(columns.map((name) => [name, value]));
    return { type: 'array', items: { type: 'object', properties, additionalProperties: false } };
  }
  return mediaType.endsWith('json') ? { type: 'object' } : STRING;
}

function parameterOf(parameter: QueryParameter): Parameter {
  const { name, description, isRequired, default: preset, example = preset } = parameter;
  const accepted = acceptedValues(parameter);
  return {
    name,
    in: 'query',
    required: isRequired,
    description: {
      fr: `${description.fr} Est accepté : ${accepted.fr}.`,
      en: `${description.en} Accepted: ${accepted.en}.`,
    },
    schema: schemaOfParameter(parameter),
    ...(example === undefined ? {} : { example: typed(parameter.type, example) }),
  };
}

const SCHEMAS: Readonly<Record<ParameterType, Part>> = {
  iri: { type: 'string' },
  string: { type: 'string', maxLength: 1000 },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  date: { type: 'string', format: 'date' },
  year: { type: 'string', pattern: '^-?[0-9]{4}$' },
  language: { type: 'string', pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$' },
  boolean: { type: 'boolean' },
};

function schemaOfParameter({
  type,
  dataset,
  choices,
  minimum,
  maximum,
  default: preset,
}: QueryParameter): Part {
  const isNumber = type === 'integer' || type === 'decimal';
  return {
    ...SCHEMAS[type],
    ...(type === 'iri' && dataset === undefined && { format: 'iri' }),
    ...(choices && { enum: choices.map((one) => typed(type, one)) }),
    ...(isNumber && minimum !== undefined && { minimum: Number(minimum) }),
    ...(isNumber && maximum !== undefined && { maximum: Number(maximum) }),
    ...(preset !== undefined && { default: typed(type, preset) }),
  };
}

/** A value as JSON has it. */
function typed(type: ParameterType, written: string): string | number | boolean {
  if (type === 'integer' || type === 'decimal') return Number(written);
  return type === 'boolean' ? written === 'true' : written;
}
