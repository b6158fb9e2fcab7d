import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Profile, ResourceDescription, ResourceIndex } from '../../src/model/index.ts';
import { type Fixture, stubIndex, writeFixture } from './fixture-release.ts';
import { type Answer, type Loopback, listen } from './loopback.ts';
import { appOf, scriptedStore } from './sparql-site.ts';

const DOC = '/doc/musees/M1';
const TYPES = [
  'text/turtle',
  'application/ld+json',
  'application/rdf+xml',
  'application/n-triples',
  'application/n-quads',
  'application/trig',
  'text/html',
];
const PROFILE: Profile = {
  token: 'short',
  iri: 'http://profiles.example/short',
  place: { file: 'short.rq', line: 1 },
  title: { fr: 'Bref', en: 'Short' },
  description: { fr: 'Le sujet seul.', en: 'The topic alone.' },
  classes: [],
  text: 'CONSTRUCT { ?thing a <http://profiles.example/Thing> } WHERE { ?document <http://xmlns.com/foaf/0.1/primaryTopic> ?thing }',
};
const ENCODINGS = ['', 'gzip', 'br', 'gzip;q=0.5, br;q=0.1', 'identity'];

let fixture: Fixture;
let described = 0;
let server: Loopback;
let forgetful: Loopback;
let profiled: Loopback;

const counted = (): ResourceIndex => {
  const index = stubIndex();
  const describe = (iri: string): ResourceDescription | undefined => {
    described += 1;
    return index.describe(iri);
  };
  return { ...index, describe, has: (iri) => describe(iri) !== undefined };
};

beforeAll(async () => {
  fixture = await writeFixture();
  const store = scriptedStore(() => Promise.reject(new Error('The store was asked.')));
  server = await listen(appOf(fixture, store, { index: counted(), cacheBytes: 1 << 20 }));
  forgetful = await listen(appOf(fixture, store, { index: counted() }));
  const profiles = [PROFILE];
  profiled = await listen(appOf(fixture, store, { index: counted(), cacheBytes: 1 << 20, profiles }));
});

afterAll(async () => {
  await server.close();
  await forgetful.close();
  await profiled.close();
  await fixture.remove();
});

const lasting = ({ headers }: Answer) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'date'));
const ask = (at: Loopback, target: string, headers: Record<string, string>, method = 'GET') =>
  at.ask(target, { method, headers });
const work = async (asking: () => Promise<unknown>): Promise<number> => {
  const before = described;
  await asking();
  return described - before;
};

const CASES = [DOC, '/doc/def/terme', '/id/musees/M1', '/def/terme'].flatMap((target) =>
  TYPES.flatMap((accept) => ENCODINGS.map((encoding) => [target, accept, encoding] as const)),
);

describe('A document given before', () => {
  it.each(CASES)(
    'at %s as %s packed as %j is given again, the same to the octet, as a server would that forgets',
    async (target, accept, encoding) => {
      const headers = { accept, 'accept-language': 'en', ...(encoding && { 'accept-encoding': encoding }) };
      const first = await ask(server, target, headers);
      expect([200, 303]).toContain(first.status);
      const plain = await ask(forgetful, target, headers);
      const again: Answer[] = [];
      const effort = await work(async () => {
        again.push(await ask(server, target, headers), await ask(server, target, headers));
      });
      expect(effort).toBe(0);
      for (const one of again) {
        expect(one.status).toBe(first.status);
        expect(lasting(one)).toEqual(lasting(first));
        expect(one.body.equals(first.body)).toBe(true);
      }
      expect(lasting(plain)).toEqual(lasting(first));
      expect(plain.body.equals(first.body)).toBe(true);
      const head = await ask(server, target, headers, 'HEAD');
      expect(head.headers).toMatchObject({ vary: first.headers['vary'] });
      expect(head.text).toBe('');
    },
  );

  it.each([
    ['another language', { accept: 'text/html', 'accept-language': 'fr' }],
    ['another format', { accept: 'text/turtle', 'accept-language': 'en' }],
    ['another preference', { accept: 'text/turtle;q=0.1, text/html', 'accept-language': 'fr;q=0.1, de' }],
    ['another packing', { accept: 'text/html', 'accept-language': 'en', 'accept-encoding': 'gzip' }],
    ['another profile', { accept: 'text/html', 'accept-language': 'en', 'accept-profile': '<http://x/>' }],
  ])('is not given for %s', async (_name, headers) => {
    await ask(server, '/doc/musees/M1?other', { accept: 'text/html', 'accept-language': 'en' });
    const kept = await ask(server, '/doc/musees/M1?other', headers);
    const fresh = await ask(forgetful, '/doc/musees/M1?other', headers);
    expect(lasting(kept)).toEqual(lasting(fresh));
    expect(kept.body.equals(fresh.body)).toBe(true);
  });

  it.each([
    ['by its address', `${DOC}?_profile=short`, {}],
    ['by its address, in one format', `${DOC}.nt?_profile=short`, {}],
    ['by a header', DOC, { 'accept-profile': `<${PROFILE.iri}>` }],
    ['as a list', `${DOC}?_profile=alt`, {}],
  ])('is remembered in the words of a profile too: %s', async (_name, target, asked) => {
    const headers = { accept: 'application/n-triples', ...asked };
    const first = await ask(profiled, target, headers);
    expect(first.status).toBe(200);
    const again: Answer[] = [];
    expect(await work(async () => void again.push(await ask(profiled, target, headers)))).toBe(0);
    expect(again.map(lasting)).toEqual([lasting(first)]);
    expect(again.map(({ text }) => text)).toEqual([first.text]);
    const native = await ask(profiled, DOC, { accept: 'application/n-triples' });
    expect(native.text).not.toBe(first.text);
  });

  it('is 304 to who holds it, by its tag or by its date', async () => {
    const first = await ask(server, DOC, { accept: 'text/turtle' });
    for (const condition of [
      { 'if-none-match': String(first.headers.etag) },
      { 'if-modified-since': String(first.headers['last-modified']) },
    ]) {
      const held = await ask(server, DOC, { accept: 'text/turtle', ...condition });
      expect(held.status).toBe(304);
      expect(held.headers).toMatchObject({ etag: first.headers.etag, vary: first.headers['vary'] });
    }
    const other = await ask(server, DOC, { accept: 'text/turtle', 'if-none-match': '"other"' });
    expect(other.status).toBe(200);
  });

  it('is not remembered where nothing may be, nor where it is refused', async () => {
    const headers = { accept: 'text/turtle' };
    await ask(forgetful, DOC, headers);
    expect(await work(() => ask(forgetful, DOC, headers))).toBeGreaterThan(0);
    for (const target of ['/doc/musees/none', '/id/musees/none']) {
      expect((await ask(server, target, headers)).status).toBe(404);
      expect(await work(() => ask(server, target, headers))).toBeGreaterThan(0);
    }
    const image = { accept: 'image/png' };
    expect((await ask(server, DOC, image)).status).toBe(406);
    expect((await ask(server, DOC, image)).status).toBe(406);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('is no answer to %s', async (method) => {
    await ask(server, DOC, { accept: 'text/turtle' });
    const answer = await ask(server, DOC, { accept: 'text/turtle' }, method);
    expect(answer.status).toBe(method === 'OPTIONS' ? 204 : 405);
  });

  it('stays right when so much is asked for that what is oldest is forgotten', async () => {
    const targets = Array.from({ length: 3000 }, (_, at) => `${DOC}?at=${at}`);
    for (const target of targets) await ask(server, target, { accept: 'text/turtle' });
    const [first = ''] = targets;
    const kept = await ask(server, first, { accept: 'text/turtle' });
    expect(kept.text).toBe((await ask(forgetful, first, { accept: 'text/turtle' })).text);
  });
});
