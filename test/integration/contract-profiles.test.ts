import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { jsonLdToQuads, parseLines, parseTurtle, type RDF, xsd } from '../../src/rdf/index.ts';
import { BASE } from '../declared/shipped.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';

/** Point 12 of the contract, on the shipped works and artists. */
const WORK = '/doc/oeuvres/00000067774';
const ARTIST = '/doc/artistes/prouve-victor';
const MUSEUM = '/doc/musees/M0513';
const LINKED_ART = 'https://linked.art/ns/terms/';
const CONTEXT = 'https://linked.art/ns/v1/linked-art.json';
const VARY = 'Accept, Accept-Language, Accept-Profile, Accept-Encoding';

let site: ShippedSite;
beforeAll(async () => {
  site = await serveShipped();
}, 300_000);
afterAll(() => site.close());

const get = (target: string, headers: Record<string, string> = {}) => site.server.ask(target, { headers });
const json = async (target: string, headers?: Record<string, string>) =>
  JSON.parse((await get(target, headers)).text);
const triples = async (target: string) => parseLines((await get(target)).text.trim().split('\n'));

interface Node {
  readonly [key: string]: unknown;
}
const nodes = (node: unknown): readonly Node[] => {
  if (Array.isArray(node)) return node.flatMap(nodes);
  return typeof node === 'object' && node !== null
    ? [node as Node, ...Object.values(node).flatMap(nodes)]
    : [];
};

describe('Linked Art', () => {
  it('tells a work as museums exchange it', async () => {
    const thing = `${BASE}id/oeuvres/00000067774`;
    const work = await json(`${WORK}.jsonld?_profile=linked-art`);
    expect(Object.keys(work)).toEqual([
      '@context',
      'id',
      'type',
      '_label',
      'classified_as',
      'identified_by',
      'referred_to_by',
      'produced_by',
      'current_custodian',
    ]);
    expect(work).toMatchObject({
      '@context': CONTEXT,
      id: thing,
      type: 'HumanMadeObject',
      _label: 'FANTASIA',
      classified_as: [{ id: `${BASE}id/domaines/dessin`, type: 'Type', _label: 'dessin' }],
      produced_by: {
        id: `${thing}#creation`,
        type: 'Production',
        carried_out_by: [{ id: `${BASE}id/artistes/prouve-victor`, type: 'Person', _label: 'Victor Prouve' }],
        timespan: {
          type: 'TimeSpan',
          _label: '1888',
          begin_of_the_begin: '1888-01-01T00:00:00Z',
          end_of_the_end: '1888-12-31T23:59:59Z',
        },
      },
      current_custodian: [{ id: `${BASE}id/musees/M0513`, type: 'Group' }],
    });
    const said = work.identified_by.map(({ type, content }: Node) => [type, content]);
    expect(said.sort()).toEqual([
      ['Identifier', '00000067774'],
      ['Identifier', 'VP-80-762'],
      ['Name', 'FANTASIA'],
    ]);
  });

  it('tells a person with birth and death', async () => {
    expect(await json(`${ARTIST}.jsonld?_profile=linked-art`)).toMatchObject({
      id: `${BASE}id/artistes/prouve-victor`,
      type: 'Person',
      _label: 'Victor Prouve',
      born: {
        type: 'Birth',
        timespan: { type: 'TimeSpan', begin_of_the_begin: '1858-01-01T00:00:00Z' },
        took_place_at: [{ type: 'Place', _label: 'Nancy' }],
      },
      died: { type: 'Death', timespan: { end_of_the_end: '1943-12-31T23:59:59Z' } },
    });
  });

  /** What https://linked.art/api/1.0/ asks of every node, and which values are lists. */
  it('has the structure of its documentation, whatever the thing', async () => {
    const lists = [
      'identified_by',
      'classified_as',
      'referred_to_by',
      'carried_out_by',
      'influenced_by',
      'language',
      'took_place_at',
      'current_custodian',
    ];
    const single = [
      'produced_by',
      'timespan',
      'born',
      'died',
      '_label',
      'content',
      'begin_of_the_begin',
      'end_of_the_end',
    ];
    const own = { oeuvres: ['HumanMadeObject'], artistes: ['Person', 'Group'] };
    for (const [slug, types] of Object.entries(own))
      for (const identifier of await identifiersOf(slug)) {
        const target = `/doc/${slug}/${identifier}.jsonld?_profile=linked-art`;
        const tree = await json(target);
        expect([target, types.includes(tree.type), typeof tree._label]).toEqual([target, true, 'string']);
        for (const node of nodes(tree)) {
          expect([target, typeof node['id'], typeof node['type']]).toEqual([target, 'string', 'string']);
          const keys = Object.keys(node).filter((key) => !['@context', 'id', 'type'].includes(key));
          expect([target, keys.filter((key) => !lists.includes(key) && !single.includes(key))]).toEqual([
            target,
            [],
          ]);
          for (const key of keys)
            expect([target, key, Array.isArray(node[key])]).toEqual([target, key, lists.includes(key)]);
          if (['Name', 'Identifier', 'LinguisticObject'].includes(String(node['type'])))
            expect([target, typeof node['content']]).toEqual([target, 'string']);
        }
      }
  }, 120_000);

  it('is the same graph as its Turtle, read with a context of the same meaning', async () => {
    const { '@context': _, ...tree } = await json(`${WORK}.jsonld?_profile=linked-art`);
    const profile = (
      await import('../../queries/profiles/linked-art.context.json', { with: { type: 'json' } })
    ).default;
    const read = await jsonLdToQuads({ ...profile, ...tree }, BASE);
    const parsed = parseTurtle((await get(`${WORK}.ttl?_profile=linked-art`)).text, 'x', BASE);
    const said = parsed.kind === 'parsed' ? parsed.quads.filter(isOfThing) : [];
    expect(keys(read)).toEqual(keys(said));
  });

  it('is not offered for what it does not describe', async () => {
    const refused = await get(`${MUSEUM}?_profile=linked-art`, { 'accept-language': 'en' });
    const isGroup = (await triples(`${MUSEUM}.nt`)).some(({ object }) => object.value.endsWith('E74_Group'));
    expect(refused.status).toBe(isGroup ? 200 : 406);
    expect((await get('/doc/domaines/dessin?_profile=linked-art')).status).toBe(406);
  });
});

const isOfThing = ({ subject }: RDF.Quad) => !subject.value.includes('/doc/');
const keys = (quads: readonly RDF.Quad[]) =>
  [
    ...new Set(
      quads.map(({ subject, predicate, object }) => `${subject.value} ${predicate.value} ${object.value}`),
    ),
  ].sort();

async function identifiersOf(slug: string): Promise<readonly string[]> {
  const { text } = await get(`/dataset/${slug}.html`);
  const found = [...text.matchAll(new RegExp(`href="/id/${slug}/([^"?]+)"`, 'g'))].map(([, one = '']) => one);
  expect(found.length).toBeGreaterThan(20);
  return found.slice(0, 40);
}

/** Texts that a profile's query adds itself. */
const ADDED = new Set([
  'Primary Name',
  'Owner-Assigned Number',
  'Accession Number',
  'Material Statement',
  'Dimensions Statement',
  'Description',
  'French',
  'English',
]);

describe.each(['schema', 'linked-art'])('The profile %s', (token) => {
  it('says no text that the data do not say, and the same each time', async () => {
    for (const slug of ['oeuvres', 'artistes'])
      for (const identifier of (await identifiersOf(slug)).slice(0, 15)) {
        const target = `/doc/${slug}/${identifier}`;
        const own = await triples(`${target}.nt`);
        const linked = own.filter(
          ({ object }) => object.value.startsWith(`${BASE}id/`) && !object.value.includes('#'),
        );
        const others = await Promise.all(
          [...new Set(linked.map(({ object }) => object.value))].map((one) =>
            triples(`/doc/${one.slice(BASE.length + 3)}.nt`),
          ),
        );
        const texts = new Set(
          [own, ...others]
            .flat()
            .flatMap(({ object }) => (object.termType === 'Literal' ? [object.value] : [])),
        );
        const first = await get(`${target}.nt?_profile=${token}`);
        for (const { object } of parseLines(first.text.trim().split('\n'))) {
          if (object.termType !== 'Literal') continue;
          const value =
            object.datatype.value === xsd.dateTime ? object.value.replace(/-\d\d-\d\dT.*/, '') : object.value;
          const isSaid = texts.has(value) || texts.has(object.value) || ADDED.has(value);
          expect([target, object.value, isSaid]).toEqual([target, object.value, true]);
        }
        expect((await get(`${target}.nt?_profile=${token}`)).text).toBe(first.text);
      }
  }, 120_000);
});

describe('schema.org', () => {
  it('tells a work as a tree, in the words of its context', async () => {
    const work = await json(`${WORK}.jsonld?_profile=schema`);
    expect(work).toMatchObject({
      '@context': 'https://schema.org/',
      id: `${BASE}id/oeuvres/00000067774`,
      type: 'VisualArtwork',
      name: { '@language': 'fr', '@value': 'FANTASIA' },
      identifier: '00000067774',
      creator: { id: `${BASE}id/artistes/prouve-victor`, type: 'Person' },
    });
  });

  it('holds all that the page embeds', async () => {
    const { text } = await get(`${WORK}.html`);
    const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    const embedded = keys(await jsonLdToQuads(JSON.parse(block), BASE)).filter(
      (one) => !one.includes('cidoc'),
    );
    const said = keys(await triples(`${WORK}.nt?_profile=schema`));
    expect(embedded.length).toBeGreaterThan(5);
    expect(embedded.filter((one) => !said.includes(one))).toEqual([]);
  });
});

describe('A profile', () => {
  it.each([
    [{ 'accept-profile': `<${LINKED_ART}>` }, ''],
    [{ 'accept-profile': 'linked-art, <http://schema.org/>;q=0.5' }, ''],
    [{ accept: `application/ld+json;profile="${CONTEXT}"` }, ''],
    [{}, '?_profile=linked-art'],
    [{ 'accept-profile': 'schema' }, `?_profile=${encodeURIComponent(LINKED_ART)}`],
    [{}, `?_profile=${encodeURIComponent(`<${LINKED_ART}>`)}`],
  ])('is chosen by %j and %s', async (headers, search) => {
    const answer = await get(`${WORK}${search}`, headers);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': `application/ld+json;profile="${CONTEXT}"`,
      'content-profile': `<${LINKED_ART}>`,
      'content-location': `${WORK}.jsonld?_profile=linked-art`,
      vary: VARY,
    });
    expect(answer.headers['link']).toContain(`<${LINKED_ART}>; rel="profile"`);
    const held = await get(`${WORK}${search}`, { ...headers, 'if-none-match': String(answer.headers.etag) });
    expect([held.status, held.headers.vary]).toEqual([304, VARY]);
  });

  it('goes along with the media type', async () => {
    const headers = { accept: 'text/turtle', 'accept-profile': `<${LINKED_ART}>` };
    const answer = await get(WORK, headers);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/turtle; charset=utf-8',
      'content-location': `${WORK}.ttl?_profile=linked-art`,
    });
    expect(answer.text).toContain('crm:P190_has_symbolic_content "FANTASIA"');
    expect(answer.text).toContain('foaf:primaryTopic');
  });

  it('stays out of the way: native answers name their own, and addresses of one format are not negotiated', async () => {
    const plain = await get(`${WORK}.ttl`);
    const negotiated = await get(WORK, { accept: 'text/turtle', 'accept-profile': 'native' });
    const fixed = await get(`${WORK}.ttl`, { 'accept-profile': 'schema' });
    expect([negotiated.text, fixed.text]).toEqual([plain.text, plain.text]);
    expect(negotiated.headers['content-profile']).toBe(`<${BASE}def/>`);
    expect(plain.headers['link']).toContain(`<${BASE}def/>; rel="profile"`);
    expect(plain.headers['link']).toContain(
      `<${WORK}.jsonld?_profile=linked-art>; rel="alternate"; type="application/ld+json"; profile="${LINKED_ART}"`,
    );
  });

  it.each([
    ['?_profile=none', {}],
    ['', { 'accept-profile': '<urn:example:none>' }],
    ['.ttl?_profile=none', {}],
  ])('that is unknown is 406 with the list (%s %j)', async (search, headers) => {
    const refused = await get(`${WORK}${search}`, headers);
    expect([refused.status, refused.headers['content-profile']]).toEqual([406, undefined]);
    const { profiles, alternates } = JSON.parse(refused.text);
    expect(profiles.map(({ token }: { token: string }) => token)).toEqual(['native', 'linked-art', 'schema']);
    for (const { href } of alternates) expect([href, (await get(href)).status]).toEqual([href, 200]);
  });

  it('is listed with its formats, for people and for programs', async () => {
    const page = await get(`${WORK}?_profile=alt`, { accept: 'text/html', 'accept-language': 'fr' });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.text).toContain('Linked Art');
    const listed = await get(`${WORK}?_profile=alt`);
    expect(listed.headers['content-location']).toBe(`${WORK}.ttl?_profile=alt`);
    const parsed = parseTurtle(listed.text, 'x', BASE);
    const quads = parsed.kind === 'parsed' ? parsed.quads : [];
    const representations = quads.filter(({ predicate }) =>
      predicate.value.endsWith('altr#hasRepresentation'),
    );
    expect(representations.length).toBeGreaterThan(15);
    for (const { object } of representations) {
      const format = quads.find(
        ({ subject, predicate }) => subject.value === object.value && predicate.value.endsWith('/format'),
      );
      const answer = await get(object.value.slice(BASE.length - 1), { accept: 'image/png' });
      expect([object.value, answer.status, answer.headers['content-type']]).toEqual([
        object.value,
        200,
        expect.stringContaining(String(format?.object.value)),
      ]);
      expect(String(listed.headers['link'])).toContain(
        `<${object.value.slice(BASE.length - 1)}>; rel="alternate"`,
      );
    }
  });

  it('is taken along from the thing to its document', async () => {
    const { status, headers } = await get('/id/oeuvres/00000067774?_profile=schema');
    expect([status, headers.location]).toEqual([303, `${WORK}?_profile=schema`]);
    expect(headers.vary).toBe('Accept, Accept-Language, Accept-Profile');
  });
});

describe('A document', () => {
  it('is a source that Comunica dereferences and queries', async () => {
    const query = `SELECT ?name { <${BASE}id/oeuvres/00000067774> <http://schema.org/name> ?name }`;
    const client = join(import.meta.dirname, 'comunica-client.ts');
    const { stdout } = await promisify(execFile)(process.execPath, [
      client,
      `${site.server.url}${WORK}`,
      query,
    ]);
    expect(JSON.parse(stdout)).toEqual([{ name: 'FANTASIA' }]);
  }, 120_000);
});
