import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Source } from '../../../src/model/index.ts';
import { openSource } from '../../../src/sources/index.ts';
import { describeShared, SHARED } from '../../shared.ts';
import { world } from './harvesting.ts';
import { openPortal, send } from './portal.ts';

const asked = (url: string | undefined): URL => new URL(url ?? '', 'http://x');

const XML = 'data/real/xml';

describeShared(XML)('Real records behind OAI-PMH', () => {
  const read = (name: string): string => readFileSync(join(SHARED, XML, name), 'utf8');
  const OAI = 'http://www.openarchives.org/OAI/2.0/';

  /** A repository whose list is one page. */
  const repositoryOf = (page: string) =>
    openPortal((request, response) => {
      const isIdentify = asked(request.url).searchParams.get('verb') === 'Identify';
      const identify = `<OAI-PMH xmlns="${OAI}"><responseDate>2026-11-23T01:02:03Z</responseDate><Identify><deletedRecord>no</deletedRecord><granularity>YYYY-MM-DD</granularity></Identify></OAI-PMH>`;
      send(isIdentify ? identify : page, { 'content-type': 'text/xml; charset=utf-8' })(request, response);
    });

  const lido = (): string => {
    const bodies = ['kmska', 'msk', 'vkc'].map((name) =>
      read(`${name}_lido.xml`)
        .replace(/^\ufeff?\s*<\?xml[^>]*\?>/, '')
        .trim(),
    );
    const records = bodies.map(
      (body, at) =>
        `<record><header><identifier>oai:lido:${at}</identifier><datestamp>2026-11-01</datestamp></header><metadata>${body}</metadata></record>`,
    );
    return `<OAI-PMH xmlns="${OAI}"><responseDate>2026-11-23T01:02:03Z</responseDate><ListRecords>${records.join('')}</ListRecords></OAI-PMH>`;
  };
  const withoutToken = (text: string) => text.replace(/<resumptionToken[\s\S]*?<\/resumptionToken>/, '');

  it.each([
    ['LIDO', 'lido', lido, { lido: 'http://www.lido-schema.org' }, './/lido:lidoRecID', 3],
    [
      'EAD',
      'ead',
      () => withoutToken(read('oai_ead_sample.xml')),
      { ead: 'urn:isbn:1-931666-22-9' },
      './/ead:eadid',
      2,
    ],
    [
      'Dublin Core',
      'oai_dc',
      () => withoutToken(read('oai_dc_sample.xml')),
      { dc: 'http://purl.org/dc/elements/1.1/' },
      './/dc:title',
      2,
    ],
  ])(
    'in %s come whole, and are read by what they are',
    async (_, metadataPrefix, page, names, path, count) => {
      const portal = await repositoryOf(page());
      const one = world(
        { kind: 'oai', endpoint: `${portal.url}oai`, metadataPrefix },
        {
          name: 'x.xml',
          format: 'xml',
          iterator: '/records/oai:record',
          namespaces: { oai: OAI, ...names },
        },
      );
      expect(await one.run()).toMatchObject({ kind: 'renewed', records: count });
      const source = await openSource(one.source);
      const found: string[] = [];
      for await (const batch of source.records())
        found.push(...batch.map(({ record }) => source.reference(path)(record)[0] ?? ''));
      expect(found).toHaveLength(count);
      expect(found.every((text) => text.trim() !== '')).toBe(true);
    },
  );
});

const FILES: readonly (readonly [file: string, type: string, how: Partial<Source>])[] = [
  [
    'jardins-remarquables-initial.csv',
    'text/csv',
    { dialect: { delimiter: ';', quote: '"', encoding: 'utf-8' } },
  ],
  [
    'maisons-des-illustres-2022.geojson',
    'application/geo+json',
    { format: 'json', iterator: '$.features[*]' },
  ],
];

describeShared('data/real')('Real files of portals', () => {
  it.each(FILES)('%s passes, and half of it does not', async (name, type, how) => {
    const text = readFileSync(join(SHARED, 'data/real', name), 'utf8');
    let given = text;
    const portal = await openPortal((request, response) =>
      send(given, { 'content-type': type })(request, response),
    );
    const one = world({ kind: 'file', url: portal.url }, { name, ...how });
    expect(await one.run()).toMatchObject({ kind: 'renewed' });
    given = text.slice(0, text.lastIndexOf('\n', text.length / 2) + 1);
    expect(await one.run()).toMatchObject({ kind: 'refused' });
    expect(one.kept()).toBe(text);
  });
});
