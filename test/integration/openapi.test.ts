import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ShippedSite, serveShipped } from './api-site.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { name: string; in: string; required: boolean; example?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly description: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** The validator, where it is installed. */
const NAME = '@seriousme/openapi-schema-validator';
type Validate = (document: object) => Promise<{ valid: boolean; errors?: unknown }>;
const validate: Validate | undefined = await import(NAME).then(
  ({ Validator }) =>
    (document) =>
      new Validator().validate(document),
  () => undefined,
);

let site: ShippedSite;
let document: Document;
const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });

beforeAll(async () => {
  site = await serveShipped();
  document = JSON.parse((await get('/openapi.json')).text);
}, 120_000);

afterAll(() => site.close());

/** Values of path parameters that the document has no example of. */
const OTHERS: Readonly<Record<string, string>> = { term: 'denomination' };

function addressOf(path: string, { parameters = [] }: Operation): string {
  const writtenOf = ({ name, example }: { name: string; example?: unknown }) =>
    String(example ?? OTHERS[name]);
  const inPath = parameters.filter((one) => one.in === 'path');
  const filled = inPath.reduce(
    (so, one) => so.replace(`{${one.name}}`, encodeURIComponent(writtenOf(one))),
    path,
  );
  const search = parameters
    .filter((one) => one.in === 'query' && one.example !== undefined)
    .map((one) => `${one.name}=${encodeURIComponent(writtenOf(one))}`);
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`;
}

describe('The OpenAPI document', () => {
  (validate ? it : it.skip)(`is valid OpenAPI 3.1 (skipped without ${NAME})`, async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await validate?.(document)).toMatchObject({ valid: true });
  });

  it('has operations with names of their own, and every parameter of a path', () => {
    const operations = Object.values(document.paths).flatMap((of) => Object.values(of));
    const ids = operations.map(({ operationId }) => operationId);
    expect(ids).toEqual([...new Set(ids)]);
    for (const [path, of] of Object.entries(document.paths))
      for (const { parameters = [] } of Object.values(of))
        expect(
          parameters
            .filter((one) => one.in === 'path')
            .map(({ name }) => `{${name}}`)
            .sort(),
        ).toEqual([...path.matchAll(/\{\w+\}/g)].map(([name]) => name).sort());
  });

  it('describes each API query, with its typed parameters', () => {
    for (const { name, parameters } of site.queries) {
      const described = document.paths[`/api/${name}`]?.['get'];
      expect(described?.parameters?.map((one) => one.name)).toEqual(parameters.map((one) => one.name));
    }
    expect(document.paths['/api/musees']?.['get']?.parameters?.[1]).toMatchObject({
      name: 'limite',
      in: 'query',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 200 },
    });
  });

  it('is in French, and in English for who asks', async () => {
    const english = JSON.parse((await get('/openapi.json?lang=en')).text) as Document;
    const preferred = await get('/openapi.json', { 'Accept-Language': 'en' });
    expect(document.info.description).toMatch(/^Lecture seule/);
    expect(english.info.description).toMatch(/^Read only/);
    expect(JSON.parse(preferred.text)).toEqual(english);
    expect(preferred.headers['vary']).toContain('Accept-Language');
  });

  it('tells the truth: each address answers as described', async () => {
    const wrong: string[] = [];
    for (const [path, of] of Object.entries(document.paths)) {
      const operation = of['get'];
      if (!operation) continue;
      const [status = '', answer] =
        Object.entries(operation.responses).find(([one]) => Number(one) < 400) ?? [];
      const types = Object.keys(answer?.content ?? {});
      const got = await get(addressOf(path, operation), types.length > 0 ? { Accept: types.join(', ') } : {});
      const type = (got.headers['content-type'] ?? '').split(';')[0] ?? '';
      const isRight = String(got.status) === status && (types.length === 0 || types.includes(type));
      if (!isRight) wrong.push(`${addressOf(path, operation)}: ${got.status} ${type}`);
    }
    expect(wrong).toEqual([]);
  });

  it('answers in every media type that it lists for an API query', async () => {
    for (const [path, of] of Object.entries(document.paths).filter(([one]) => one.startsWith('/api/'))) {
      const operation = of['get'] as Operation;
      for (const type of Object.keys(operation.responses['200']?.content ?? {})) {
        const got = await get(addressOf(path, operation), { Accept: type });
        expect([path, got.status, (got.headers['content-type'] ?? '').split(';')[0]]).toEqual([
          path,
          200,
          type,
        ]);
      }
    }
  });

  it('is found from where programs begin', async () => {
    for (const path of ['/', '/sparql', '/catalogue', '/api', '/api/musees', '/sparql?query=ASK%7B%7D']) {
      const { headers } = await get(path);
      expect([path, headers['link']]).toEqual([
        path,
        expect.stringContaining('</openapi.json>; rel="service-desc"'),
      ]);
    }
  });
});
