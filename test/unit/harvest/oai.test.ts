import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readOaiPage } from '../../../src/harvest/origins/oai-page.ts';
import { describeShared, SHARED } from '../../shared.ts';
import { world } from './harvesting.ts';
import { openPortal, type Portal, send } from './portal.ts';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly isDeleted?: boolean;
}

interface Repository {
  items: readonly Item[];
  /** What an incremental harvest is told; absent: nothing has changed. */
  changed?: readonly Item[];
  readonly deletedRecord?: string;
  readonly page?: number;
  /** Times that a resumption token is refused. */
  expires?: number;
  readonly broken?: (page: string) => string;
}

const NAMES =
  'xmlns="http://www.openarchives.org/OAI/2.0/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:dc="http://purl.org/dc/elements/1.1/"';

const record = ({ id, title, isDeleted }: Item): string =>
  isDeleted
    ? `<record><header status="deleted"><identifier>${id}</identifier><datestamp>2026-11-01</datestamp></header></record>`
    : `<record><header><identifier>${id}</identifier><datestamp>2026-11-01</datestamp></header><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"><dc:identifier>x</dc:identifier>\n<dc:title>${title}</dc:title></oai_dc:dc></metadata></record>`;

const answer = (inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH ${NAMES}><responseDate>2026-11-23T01:02:03Z</responseDate><request>x</request>${inner}</OAI-PMH>`;

/** A repository as the protocol has it. */
function openRepository(one: Repository): Promise<Portal> {
  const { deletedRecord = 'persistent', page: size = 100, broken = (text) => text } = one;
  const list = (items: readonly Item[], from: number, isIncrement: boolean): string => {
    const rest = from + size < items.length;
    const token = rest
      ? `<resumptionToken completeListSize="${items.length}">${isIncrement ? 'i' : 'f'}${from + size}</resumptionToken>`
      : '<resumptionToken/>';
    return `<ListRecords>${items
      .slice(from, from + size)
      .map(record)
      .join('\n')}${token}</ListRecords>`;
  };
  const inner = (query: URLSearchParams): string => {
    if (query.get('verb') === 'Identify')
      return `<Identify><deletedRecord>${deletedRecord}</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify>`;
    const token = query.get('resumptionToken');
    if (token !== null && (one.expires ?? 0) > 0) {
      one.expires = (one.expires ?? 0) - 1;
      return '<error code="badResumptionToken">expired</error>';
    }
    const isIncrement = token?.startsWith('i') ?? query.has('from');
    const items = isIncrement ? (one.changed ?? []) : one.items;
    if (items.length === 0) return '<error code="noRecordsMatch"/>';
    if (query.get('metadataPrefix') === 'nope') return '<error code="cannotDisseminateFormat">nope</error>';
    return list(items, Number(token?.slice(1) ?? 0), isIncrement);
  };
  return openPortal((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://x');
    send(broken(answer(inner(searchParams))), { 'content-type': 'text/xml' })(request, response);
  });
}

const items = (count: number, title = 'Titre'): readonly Item[] =>
  Array.from({ length: count }, (_, at) => ({ id: `oai:x:${at}`, title: `${title} ${at}` }));

const of = (portal: Portal, metadataPrefix = 'oai_dc') =>
  world(
    { kind: 'oai', endpoint: `${portal.url}oai?key=1`, metadataPrefix },
    {
      name: 'x.xml',
      format: 'xml',
      iterator: '/records/oai:record',
      namespaces: { oai: 'http://www.openarchives.org/OAI/2.0/' },
    },
  );

const titles = (text: string): readonly string[] =>
  [...text.matchAll(/<dc:title>([^<]*)</g)].map(([, one]) => one ?? '');

describe('An OAI-PMH repository', () => {
  it('is fetched page by page into one file of records, without those that are deleted', async () => {
    const all = [...items(25), { id: 'oai:x:gone', title: '', isDeleted: true }];
    const portal = await openRepository({ items: all, page: 10 });
    const one = of(portal);
    expect(await one.run()).toMatchObject({ kind: 'renewed', records: 25 });
    expect(titles(one.kept())).toHaveLength(25);
    expect(portal.asked.map(({ url }) => url)).toEqual([
      '/oai?key=1&verb=Identify',
      '/oai?key=1&verb=ListRecords&metadataPrefix=oai_dc',
      '/oai?key=1&verb=ListRecords&resumptionToken=f10',
      '/oai?key=1&verb=ListRecords&resumptionToken=f20',
    ]);
    expect(one.state()['revision']).toBe('2026-11-23T01:02:03Z');
  });

  it('is asked only for what has changed since, which is merged by identifier', async () => {
    const repository: Repository = { items: items(20), page: 2 };
    const portal = await openRepository(repository);
    const one = of(portal);
    await one.run();
    repository.changed = [
      { id: 'oai:x:3', title: 'Premier mot' },
      { id: 'oai:x:4', title: '', isDeleted: true },
      { id: 'oai:x:3', title: 'Dernier mot' },
      { id: 'oai:x:new', title: 'Nouveau\u2028titre' },
      { id: 'oai:x:brief', title: 'Bref' },
      { id: 'oai:x:brief', title: '', isDeleted: true },
    ];
    expect(await one.run()).toMatchObject({ kind: 'renewed', before: 20, records: 20 });
    expect(portal.asked.some(({ url }) => url?.endsWith('&metadataPrefix=oai_dc&from=2026-11-23'))).toBe(
      true,
    );
    const found = titles(one.kept());
    expect(found).toContain('Dernier mot');
    expect(found).toContain('Nouveau\u2028titre');
    for (const gone of ['Premier mot', 'Titre 3', 'Titre 4', 'Bref']) expect(found).not.toContain(gone);
  });

  it('that has nothing new is unchanged', async () => {
    const portal = await openRepository({ items: items(20) });
    const one = of(portal);
    await one.run();
    expect(await one.run()).toMatchObject({ kind: 'unchanged' });
    expect(one.files()).toEqual(['x.xml', 'x.xml.harvest.json']);
  });

  it('that forgets what it deleted is asked for everything', async () => {
    const repository: Repository = { items: items(20), deletedRecord: 'no' };
    const portal = await openRepository(repository);
    const one = of(portal);
    await one.run();
    repository.items = items(19);
    expect(await one.run()).toMatchObject({ kind: 'renewed', before: 20, records: 19 });
  });

  it('whose tokens expire is asked from the beginning again, and not for ever', async () => {
    const expiring = await openRepository({ items: items(20), page: 10, expires: 1 });
    expect(await of(expiring).run()).toMatchObject({ kind: 'renewed', records: 20 });
    const never = await openRepository({ items: items(20), page: 10, expires: 99 });
    expect(await of(never).run()).toMatchObject({ kind: 'refused', code: 'interface' });
  });

  it.each([
    ['a page that is cut', 'cut-short', (page: string) => page.slice(0, -40)],
    ['a web page', 'interface', () => '<!DOCTYPE html><html></html>'],
    ['another XML', 'interface', () => '<other/>'],
    [
      'a token that comes again',
      'interface',
      (page: string) => page.replace('<resumptionToken/>', '<resumptionToken>f0</resumptionToken>'),
    ],
  ])('is refused for %s', async (_, code, broken) => {
    const portal = await openRepository({ items: items(5), broken });
    expect(await of(portal).run()).toMatchObject({ kind: 'refused', code });
  });

  it('without the format is refused with its own words', async () => {
    const portal = await openRepository({ items: items(5) });
    const outcome = await of(portal, 'nope').run();
    expect(outcome).toMatchObject({
      kind: 'refused',
      code: 'interface',
      remedy: { en: expect.stringContaining('ListMetadataFormats') },
    });
  });

  it('that is empty does not empty the kept copy', async () => {
    const portal = await openRepository({ items: [] });
    expect(await of(portal).run()).toMatchObject({ kind: 'refused', code: 'empty' });
  });
});

describe('A record', () => {
  it('keeps the namespaces that were declared around it', () => {
    const { records } = readOaiPage(
      answer(`<ListRecords xmlns:a="urn:a&amp;b">${record(items(1)[0] as Item)}</ListRecords>`),
    );
    expect(records[0]?.text).toMatch(/^<record [^>]*xmlns:dc="http:\/\/purl.org\/dc\/elements\/1.1\/"/);
    expect(records[0]?.text).toContain('xmlns:a="urn:a&amp;b"');
  });
});

describeShared('data/real/xml')('Real answers', () => {
  it.each(['oai_dc_sample.xml', 'oai_ead_sample.xml'])('%s are read record by record', (name) => {
    const path = join(SHARED, 'data/real/xml', name);
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path, 'utf8');
    const { records, isOai } = readOaiPage(text);
    expect(isOai).toBe(true);
    expect(records).toHaveLength(text.split('<record>').length - 1);
    expect(records.every(({ identifier }) => identifier !== '')).toBe(true);
  });
});
