import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { secretReference } from '../../../src/model/index.ts';
import { table, world } from './harvesting.ts';
import { breakOff, inTurn, openPortal, send } from './portal.ts';

const file = (url: string) => ({ kind: 'file', url }) as const;
const ETAG = { etag: '"1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' };
const WHOLE = ['x.csv', 'x.csv.harvest.json'];
const ASIDE = ['x.csv', 'x.csv.refused', 'x.csv.refused.json'];

const known = (name: string, aliases: readonly string[] = [], optional = false) => ({
  name,
  aliases,
  optional,
});

describe('A source that is an address', () => {
  it('is kept with a state that people can read', async () => {
    const portal = await openPortal(send(table(20), ETAG));
    const one = world(file(`${portal.url}x.csv`));
    expect(await one.run({ now: () => new Date('2026-11-23T01:00:00Z') })).toMatchObject({
      kind: 'renewed',
      records: 20,
      notes: [],
    });
    expect(one.files()).toEqual(WHOLE);
    expect(one.kept()).toBe(table(20));
    expect(one.state()).toMatchObject({
      asked: `${portal.url}x.csv`,
      etag: '"1"',
      records: 20,
      fetched: '2026-11-23T01:00:00.000Z',
      checked: '2026-11-23T01:00:00.000Z',
    });
  });

  it('that has not changed is asked for with its tag, and stays', async () => {
    const portal = await openPortal((request, response) =>
      request.headers['if-none-match'] === '"1"'
        ? send('', ETAG, 304)(request, response)
        : send(table(20), ETAG)(request, response),
    );
    const one = world(file(portal.url));
    await one.run({ now: () => new Date('2026-11-23T01:00:00Z') });
    const again = await one.run({ now: () => new Date('2026-11-24T01:00:00Z') });
    expect(again).toEqual({ kind: 'unchanged', notes: [] });
    expect(portal.asked[1]?.headers['if-modified-since']).toBe(ETAG['last-modified']);
    expect(one.state()).toMatchObject({
      fetched: '2026-11-23T01:00:00.000Z',
      checked: '2026-11-24T01:00:00.000Z',
    });
  });

  it('that says nothing of its age is unchanged by its content', async () => {
    const portal = await openPortal(send(table(20)));
    const one = world(file(portal.url));
    await one.run();
    expect(await one.run()).toMatchObject({ kind: 'unchanged' });
    expect(one.files()).toEqual(WHOLE);
  });

  it.each([
    ['was edited by hand', (path: string) => appendFileSync(path, 'M99,x\n')],
    ['has a state that cannot be read', (path: string) => writeFileSync(`${path}.harvest.json`, '{')],
  ])('is asked for as a whole where the kept copy %s', async (_, spoil) => {
    const portal = await openPortal(send(table(20), ETAG));
    const one = world(file(portal.url));
    await one.run();
    spoil(one.path);
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 20 });
    expect(portal.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('is asked for as a whole by force', async () => {
    const portal = await openPortal(send(table(20), ETAG));
    const one = world(file(portal.url));
    await one.run();
    expect(await one.run({ isForced: true })).toMatchObject({ kind: 'renewed', before: 20, records: 20 });
    expect(portal.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  it('goes on with what a killed process left', async () => {
    const all = Buffer.from(table(200));
    const portal = await openPortal((request, response) => {
      const from = Number(/\d+/.exec(request.headers.range ?? '')?.[0]);
      const range = { etag: '"1"', 'content-range': `bytes ${from}-${all.length - 1}/${all.length}` };
      response.writeHead(206, range).end(all.subarray(from));
    });
    const one = world(file(portal.url));
    writeFileSync(`${one.path}.part`, all.subarray(0, 700));
    writeFileSync(
      `${one.path}.part.json`,
      JSON.stringify({ url: portal.url, validator: '"1"', encoding: '' }),
    );
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 200 });
    expect(portal.asked[0]?.headers.range).toBe('bytes=700-');
    expect(one.files()).toEqual(WHOLE);
  });

  it('may stay packed', async () => {
    const portal = await openPortal(send(gzipSync(table(20)), { 'content-type': 'application/gzip' }));
    expect(await world(file(portal.url)).run()).toMatchObject({ kind: 'renewed', records: 20 });
  });
});

describe('The kept copy', () => {
  const page = '<!DOCTYPE html><html><body>Nouveau portail</body></html>';
  const failing = `${table(15)}{"error_code": "InvalidRESTParameterError", "message": "Timeout"}`;
  const html = `${table(15)}<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>\n`;
  const traceback = `${table(15)}Traceback (most recent call last):\n  File "export.py"\nTimeoutError: x\n`;

  it.each([
    ['a page that comes with 200', 'media-type', send(page, { 'content-type': 'text/html' })],
    ['a page that is called a table', 'unreadable', send(page)],
    ['another table', 'columns', send(table(20, 'a,b'))],
    ['an error in JSON after 200', 'error-inside', send(failing)],
    ['an error page after 200', 'error-inside', send(html)],
    ['an error in Python after 200', 'error-inside', send(traceback)],
    [
      'an error instead of a table',
      'unreadable',
      send('{"error_code": "quota", "message": "Quota exceeded"}'),
    ],
    ['a file cut in a row', 'cut-short', send('ref,nom\nM1,a\nM2')],
    ['a file cut in a cell', 'unreadable', send(`${table(19)}M20,"Musée`)],
    ['nothing', 'unreadable', send('')],
    ['no record', 'empty', send('ref,nom\n')],
    ['much less than before', 'fallen', send(table(17))],
  ])('is not replaced by %s (%s)', async (_, code, answer) => {
    const portal = await openPortal(answer);
    const one = world(file(portal.url), { keeps: table(20) });
    const outcome = await one.run();
    expect(outcome).toMatchObject({ kind: 'refused', code });
    expect(one.kept()).toBe(table(20));
    expect(one.files()).toEqual(code === 'media-type' ? ['x.csv'] : ASIDE);
  });

  it('is not replaced by less than what was announced', async () => {
    const portal = await openPortal(breakOff(table(20), 100));
    const one = world(file(portal.url), { keeps: table(20) });
    expect(await one.run()).toMatchObject({ kind: 'refused', code: 'unreachable' });
    expect(one.kept()).toBe(table(20));
  });

  it('has what was refused beside it, with the reason, until a good file comes', async () => {
    const portal = await openPortal(inTurn(send(failing), send(table(21))));
    const one = world(file(portal.url), { keeps: table(20) });
    const outcome = await one.run();
    expect(outcome).toMatchObject({ refusedFile: `${one.path}.refused` });
    expect(readFileSync(`${one.path}.refused`, 'utf8')).toBe(failing);
    expect(JSON.parse(readFileSync(`${one.path}.refused.json`, 'utf8'))).toMatchObject({
      asked: portal.url,
      code: 'error-inside',
      reason: { en: expect.stringContaining('InvalidRESTParameterError') },
    });
    expect(await one.run()).toMatchObject({ kind: 'renewed', before: 20, records: 21 });
    expect(one.files()).toEqual(WHOLE);
  });

  it.each([
    ['the same as before', send(table(20))],
    ['an answer that nothing has changed', send('', {}, 304)],
  ])('has nothing refused beside it any more after %s', async (_, good) => {
    const portal = await openPortal(inTurn(send(table(20), { etag: '"1"' }), send(failing), good));
    const one = world(file(portal.url));
    expect(await one.run()).toMatchObject({ kind: 'renewed' });
    expect(await one.run()).toMatchObject({ kind: 'refused', refusedFile: `${one.path}.refused` });
    expect(await one.run()).toMatchObject({ kind: 'unchanged' });
    expect(one.files()).toEqual(WHOLE);
  });

  it('is not replaced by an error behind more uneven rows than anybody counts', async () => {
    const uneven = Array.from({ length: 10_100 }, (_, row) => `M${row}\n`).join('');
    const portal = await openPortal(send(`${table(20)}${uneven}<!DOCTYPE html>\n<html></html>\n`));
    const one = world(file(portal.url), { keeps: table(20) });
    expect(await one.run()).toMatchObject({ kind: 'refused', code: 'error-inside' });
  });

  it('is replaced by a table whose last row has no line break', async () => {
    const portal = await openPortal(send(table(20).trimEnd()));
    expect(await world(file(portal.url)).run()).toMatchObject({ kind: 'renewed', records: 20 });
  });

  it('is replaced by a table that holds such words in their place', async () => {
    const rows = `${table(20)}M20,"{""error"": 1}"\nM21,</html>\n`;
    const portal = await openPortal(send(rows));
    expect(await world(file(portal.url)).run()).toMatchObject({ kind: 'renewed', records: 22 });
  });
});

describe('The number of records', () => {
  it.each([
    [18, undefined, 'renewed'],
    [17, undefined, 'refused'],
    [10, 0.5, 'renewed'],
    [19, 0, 'refused'],
    [40, 0, 'renewed'],
  ])('may be %i after 20 with a fall of %s: %s', async (rows, fall, kind) => {
    const portal = await openPortal(send(table(rows)));
    const one = world(file(portal.url), { keeps: table(20), ...(fall !== undefined && { fall }) });
    expect(await one.run()).toMatchObject({ kind });
  });

  it('may fall where a person accepts it, and is told', async () => {
    const portal = await openPortal(send(table(3)));
    const one = world(file(portal.url), { keeps: table(20) });
    const outcome = await one.run({ isAccepted: true });
    expect(outcome).toMatchObject({ kind: 'renewed', before: 20, records: 3 });
    expect(outcome.kind === 'renewed' && outcome.notes[0]?.en).toContain('only 3 records instead of 20');
  });
});

describe('A header that has drifted', () => {
  const drifted = async (before: string, now: string, columns: readonly ReturnType<typeof known>[]) => {
    const portal = await openPortal(send(table(20, now)));
    const one = world(file(portal.url), { keeps: table(20, before) });
    return one.run({ known: columns });
  };
  const said = (outcome: Awaited<ReturnType<typeof drifted>>): string =>
    outcome.kind === 'refused' ? outcome.reason.en : outcome.notes.map(({ en }) => en).join(' ');

  it('is refused where the mapping reads what is gone, with the alias to write', async () => {
    const outcome = await drifted('ref,nom', 'identifiant_ref,nom', [known('ref', ['REF']), known('nom')]);
    expect(outcome).toMatchObject({ kind: 'refused', code: 'columns' });
    expect(said(outcome)).toBe(
      'The header has changed. The column “ref” is gone; the nearest is “identifiant_ref”: add it to the aliases of “ref” (columns, in the mapping).',
    );
  });

  it('tells of each column', async () => {
    const outcome = await drifted('Identifiant,nom officiel', 'Identifiants,noms officiels', [
      known('ref', ['Identifiant']),
      known('nom officiel'),
    ]);
    expect(said(outcome)).toContain(
      '“Identifiant” is gone; the nearest is “Identifiants”: add it to the aliases of “ref”',
    );
    expect(said(outcome)).toContain('the nearest is “noms officiels”');
  });

  it('is no matter where an alias knows the new name', async () => {
    const outcome = await drifted('ref,nom', 'REF_MUSEE,nom', [known('ref', ['ref_musee']), known('nom')]);
    expect(outcome.kind).toBe('renewed');
  });

  it('is told where nobody reads what is gone, or it may be absent', async () => {
    const outcome = await drifted('ref,nom', 'ref,telephone', [known('ref'), known('nom', [], true)]);
    expect(outcome.kind).toBe('renewed');
    expect(said(outcome)).toContain('The column “nom” is gone');
    expect(said(outcome)).toContain('New columns: “telephone”.');
  });

  it('is refused where the mapping cannot be read: who knows what it needs', async () => {
    const portal = await openPortal(send(table(20, 'ref,name')));
    const one = world(file(portal.url), { keeps: table(20) });
    expect(await one.run()).toMatchObject({ kind: 'refused', code: 'columns' });
  });

  it('is no matter for case, accents and spaces', async () => {
    expect((await drifted('réf,nom', ' REF ,Nom', [known('ref'), known('nom')])).kind).toBe('renewed');
  });

  it('may be accepted by a person', async () => {
    const portal = await openPortal(send(table(20, 'a,b')));
    const one = world(file(portal.url), { keeps: table(20) });
    expect(await one.run({ isAccepted: true })).toMatchObject({ kind: 'renewed' });
  });
});

describe('Documents in JSON and XML', () => {
  const json = (records: number) =>
    JSON.stringify({ features: Array.from({ length: records }, (_, id) => ({ id })) });
  const xml = (records: number) => `<r>${'<o/>'.repeat(records)}</r>`;
  const asJson = { name: 'x.geojson', format: 'json', iterator: '$.features[*]' } as const;
  const asXml = { name: 'x.xml', format: 'xml', iterator: '/r/o' } as const;

  it.each([
    ['JSON', asJson, json(20), 'application/geo+json', 'renewed'],
    ['JSON that is cut', asJson, json(20).slice(0, -30), 'application/json', 'unreadable'],
    [
      'JSON with an error behind',
      asJson,
      `${json(20)}\n{"error_code": "x"}`,
      'application/json',
      'error-inside',
    ],
    ['an error in JSON', asJson, '{"error": "quota"}', 'application/json', 'empty'],
    ['XML', asXml, xml(20), 'application/xml', 'renewed'],
    ['XML that is cut', asXml, xml(20).slice(0, -6), 'text/xml', 'unreadable'],
    ['XML with an error behind', asXml, `${xml(20)}<error/>`, 'text/xml', 'unreadable'],
    ['a page', asXml, '<!DOCTYPE html><html/>', 'text/xml', 'unreadable'],
  ])('%s', async (_, source, text, type, expected) => {
    const portal = await openPortal(send(text, { 'content-type': type }));
    const outcome = await world(file(portal.url), source).run();
    expect(outcome.kind === 'refused' ? outcome.code : outcome.kind).toBe(expected);
  });
});

describe('Two harvests of one source at once', () => {
  it('are one: the other is told to wait', async () => {
    const portal = await openPortal((request, response) => {
      setTimeout(() => send(table(20))(request, response), 200);
    });
    const one = world(file(portal.url));
    const [first, second] = await Promise.allSettled([one.run(), one.run()]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    expect(portal.asked).toHaveLength(1);
    expect(one.files()).toEqual(WHOLE);
  });
});

describe('A secret', () => {
  it('stands in no file and in no sentence', async () => {
    const portal = await openPortal((request, response) => {
      const said = String(request.headers.authorization);
      if (request.url === '/') send('', { location: `/x?${said.slice(7)}` }, 302)(request, response);
      else send(table(20), { etag: `"${said}"` })(request, response);
    });
    const one = world(file(portal.url));
    const headers = [{ name: 'Authorization', value: `Apikey ${secretReference('CIMAISE_SECRET_P')}` }];
    const source = { ...one.source, harvest: { ...one.source.harvest, headers } };
    const outcome = await one.run({ source, secrets: new Map([['CIMAISE_SECRET_P', 'hush-hush']]) });
    expect(outcome.kind).toBe('renewed');
    expect(JSON.stringify([outcome, one.state()])).not.toContain('hush');
    expect(portal.asked[1]?.headers.authorization).toBe('Apikey hush-hush');
  });
});
