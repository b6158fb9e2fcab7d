import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BROWSERS, PROGRAMS } from './accept-headers.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';

/** Points 2 to 7 of the contract, on every address that the OpenAPI document names. */
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly example?: unknown;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Route {
  readonly path: string;
  readonly address: string;
  readonly mediaTypes: readonly string[];
}

let site: ShippedSite;
let routes: readonly Route[];
const ask = (target: string, headers: Record<string, string> = {}, method = 'GET') =>
  site.server.ask(target, { method, headers });
const typeOf = ({ headers }: { headers: { 'content-type'?: string | undefined } }) =>
  headers['content-type']?.split(';')[0] ?? '';

beforeAll(async () => {
  site = await serveShipped();
  const { paths } = JSON.parse((await ask('/openapi.json')).text) as {
    paths: Readonly<Record<string, { readonly get?: Operation }>>;
  };
  routes = Object.entries(paths).flatMap(([path, { get }]) => (get ? [routeOf(path, get)] : []));
}, 300_000);
afterAll(() => site.close());

/** A term has no example in the document. */
const OTHERS: Readonly<Record<string, string>> = { term: 'denomination' };

function routeOf(path: string, { parameters = [], responses }: Operation): Route {
  const written = ({ name, example }: Parameter): string =>
    encodeURIComponent(String(example ?? OTHERS[name]));
  const filled = parameters
    .filter((one) => one.in === 'path')
    .reduce((so, one) => so.replace(`{${one.name}}`, written(one)), path);
  const search = parameters
    .filter((one) => one.in === 'query' && one.example !== undefined && one.name !== '_profile')
    .map((one) => `${one.name}=${written(one)}`);
  const address = search.length === 0 ? filled : `${filled}?${search.join('&')}`;
  const { content = {} } = responses['200'] ?? {};
  return { path, address, mediaTypes: Object.keys(content) };
}

/**
 * Addresses that offer a choice. `/sparql` with a query answers in its own formats, and a file is what it is; other tests
 * know both.
 */
const negotiated = (): readonly Route[] =>
  routes.filter(
    ({ path, mediaTypes }) =>
      mediaTypes.length > 1 && !/\{extension\}|\{name\}|\{file\}|^\/sparql/.test(path),
  );

/** Media types that an address really has: GeoJSON needs a place. */
async function offered({ address, mediaTypes }: Route): Promise<readonly string[]> {
  const answers = await Promise.all(mediaTypes.map((accept) => ask(address, { accept })));
  return mediaTypes.filter((_, at) => answers[at]?.status === 200);
}

/** Runs one check on every negotiated address, and names the address in what fails. */
async function everywhere(
  check: (route: Route, types: readonly string[]) => Promise<unknown>,
): Promise<void> {
  expect(negotiated().length).toBeGreaterThanOrEqual(10);
  for (const route of negotiated()) {
    const types = await offered(route);
    expect({ route: route.path, missing: route.mediaTypes.filter((one) => !types.includes(one)) }).toEqual({
      route: route.path,
      missing: types.includes('application/geo+json') ? [] : expect.not.arrayContaining(['text/turtle']),
    });
    await check(route, types);
  }
}

describe('Every negotiated address', () => {
  it('answers in each of its media types, at an address of its own that answers the same octets', async () => {
    await everywhere(async ({ address }, types) => {
      for (const accept of types) {
        const answer = await ask(address, { accept });
        expect([address, accept, typeOf(answer)]).toEqual([address, accept, accept]);
        expect(answer.headers.vary).toMatch(/^Accept, Accept-Language/);
        const location = answer.headers['content-location'];
        if (location === undefined) continue;
        const fixed = await ask(location, { accept: 'image/png' });
        expect([address, fixed.status, typeOf(fixed)]).toEqual([address, 200, accept]);
        expect(fixed.headers.vary).not.toMatch(/Accept(?:,|$)/);
        // A page of the catalogue names its own address, which its extension is part of.
        if (address.includes('?page=')) continue;
        expect([address, fixed.headers.etag]).toEqual([address, answer.headers.etag]);
        expect(fixed.body.equals(answer.body)).toBe(true);
      }
    });
  }, 120_000);

  it('honours quality values', async () => {
    await everywhere(async ({ address }, types) => {
      for (const type of types) {
        const other = types.find((one) => one !== type) ?? '';
        const [family] = type.split('/');
        const cases = [
          [`${other};q=0.4, ${type};q=0.5`, type],
          [`${type};q=0.001`, type],
          [`${type};q=1.000, */*;q=0.999`, type],
          [`${type.toUpperCase()};Q=0.9, */*;q=0.1`, type],
          [`*/*;q=0.1, ${family}/*;q=0, ${type};q=0.2`, type],
          [`${type};q=0, ${other};q=0.1`, other],
        ];
        for (const [accept = '', expected] of cases)
          expect([address, accept, typeOf(await ask(address, { accept }))]).toEqual([
            address,
            accept,
            expected,
          ]);
        expect(typeOf(await ask(address, { accept: `${type};q=0, */*` }))).not.toBe(type);
      }
    });
  }, 120_000);

  it('is a page for browsers wherever there is one', async () => {
    await everywhere(async ({ address }, types) => {
      for (const { name, accept = '' } of BROWSERS) {
        const answer = await ask(address, { accept });
        const expected = types.includes('text/html') ? 'text/html' : types[0];
        expect([address, name, typeOf(answer)]).toEqual([address, name, expected]);
      }
    });
  }, 120_000);

  it('is the first of its formats for who takes anything', async () => {
    await everywhere(async ({ address }) => {
      const first = typeOf(await ask(address));
      for (const accept of ['*/*', '', '*/*;q=0.01'])
        expect([address, typeOf(await ask(address, { accept }))]).toEqual([address, first]);
    });
  });

  it('refuses with 406, the list of formats and their addresses', async () => {
    await everywhere(async ({ address }, types) => {
      for (const accept of ['image/png', '*/*;q=0', types.map((type) => `${type};q=0`).join()]) {
        const refused = await ask(address, { accept });
        expect([address, accept, refused.status]).toEqual([address, accept, 406]);
        expect(refused.headers.vary).toMatch(/^Accept, Accept-Language/);
        const { mediaTypes, alternates = [] } = JSON.parse(refused.text) as {
          mediaTypes: readonly string[];
          alternates?: readonly { href: string; type: string }[];
        };
        expect(mediaTypes).toEqual(expect.arrayContaining([...types]));
        for (const { href, type } of alternates) {
          expect(String(refused.headers['link'])).toContain(`<${href}>; rel="alternate"; type="${type}"`);
          expect([href, (await ask(href, { accept: type })).status]).toEqual([href, 200]);
        }
      }
    });
  }, 120_000);
});

describe('Every address', () => {
  const plain = (): readonly Route[] => routes.filter(({ path }) => !/^\/(?:metrics|health)/.test(path));

  it('answers HEAD like GET, OPTIONS by its methods, others by 405', async () => {
    for (const { address } of plain()) {
      const whole = await ask(address);
      const head = await ask(address, {}, 'HEAD');
      const { date: _, 'server-timing': _t, 'transfer-encoding': _e, ...headers } = head.headers;
      expect([address, head.status, head.body.length]).toEqual([address, whole.status, 0]);
      expect(whole.headers).toMatchObject(headers);
      const options = await ask(address, {}, 'OPTIONS');
      expect([address, options.status, options.headers.allow]).toEqual([
        address,
        204,
        expect.stringMatching(/GET, HEAD/),
      ]);
      const refused = await ask(address, {}, 'DELETE');
      expect([address, refused.status, refused.headers.allow]).toEqual([address, 405, options.headers.allow]);
    }
  }, 120_000);

  it('is 304 to who holds it, with the same Vary, and its strong tag is of one representation', async () => {
    for (const { address, mediaTypes } of plain()) {
      const tags = new Set<string>();
      for (const accept of mediaTypes.length > 0 ? mediaTypes : ['*/*']) {
        const { status, headers } = await ask(address, { accept });
        if (status !== 200 || headers.etag === undefined) continue;
        expect(headers.etag).toMatch(/^"[^"]+"$/);
        tags.add(`${headers['content-type']} ${headers.etag}`);
        const again = await ask(address, { accept, 'if-none-match': headers.etag });
        expect([address, accept, again.status, again.headers.vary, again.text]).toEqual([
          address,
          accept,
          304,
          headers.vary,
          '',
        ]);
      }
      expect(new Set([...tags].map((one) => one.split(' ').at(-1))).size).toBe(tags.size);
    }
  }, 120_000);

  it('has a charset on texts', async () => {
    for (const { address } of plain()) {
      const type = (await ask(address, { accept: 'text/html, */*;q=0.5' })).headers['content-type'] ?? '';
      if (type.startsWith('text/'))
        expect([address, type]).toEqual([address, expect.stringContaining('charset=utf-8')]);
    }
  });
});

describe('A document about a thing', () => {
  it.each([...BROWSERS, ...PROGRAMS])('for $name is $document', async ({ accept, document }) => {
    const { address = '' } = routes.find(({ path }) => path === '/doc/{dataset}/{identifier}') ?? {};
    const headers = accept === undefined ? {} : { accept };
    const thing = await ask(address.replace('/doc/', '/id/'), headers);
    expect([thing.status, thing.headers.location]).toEqual([303, address]);
    expect(thing.headers.vary).toBe('Accept, Accept-Language, Accept-Profile');
    expect(typeOf(await ask(address, headers))).toBe(document);
  });
});
