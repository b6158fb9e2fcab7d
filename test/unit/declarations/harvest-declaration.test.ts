import { describe, expect, it } from '@jest/globals';
import { readHarvest } from '../../../src/declarations/harvest-declaration.ts';
import { parseYaml } from '../../../src/documents/index.ts';
import { type Complaint, placeText, type SourceFormat, secretReference } from '../../../src/model/index.ts';

const SECRET = secretReference('CIMAISE_SECRET_PORTAL');

function read(text: string, format: SourceFormat = 'csv') {
  const yaml = parseYaml(text, 'dataset.yml');
  if (yaml.kind === 'malformed') throw new Error(JSON.stringify(yaml.complaints));
  const complaints: Complaint[] = [];
  const harvest = readHarvest(yaml.node, format, complaints);
  return { harvest, complaints };
}

describe('A source that is an address', () => {
  it.each([
    ['url: https://x.fr/a.csv', { kind: 'file', url: 'https://x.fr/a.csv' }],
    [
      '{ udata: https://www.data.gouv.fr, dataset: musees, resource: Export }',
      { kind: 'udata', portal: 'https://www.data.gouv.fr', dataset: 'musees', resource: 'Export' },
    ],
    ['{ tabular: https://t.fr, resource: r }', { kind: 'tabular', api: 'https://t.fr', resource: 'r' }],
    [
      '{ opendatasoft: https://d.fr, dataset: x, where: "a > 1" }',
      { kind: 'opendatasoft', portal: 'https://d.fr', dataset: 'x', where: 'a > 1' },
    ],
  ])('is read: %s', (text, from) => {
    expect(read(text)).toEqual({
      harvest: { from, fall: 0.1, mediaTypes: [], headers: [] },
      complaints: [],
    });
  });

  it('is read with all it may have', () => {
    const text = `{ oai: "https://o.fr/oai?x=1", metadataPrefix: lido, set: a, fall: 0.5, type: text/x, headers: { Authorization: "Apikey ${SECRET}", Accept-Language: fr } }`;
    expect(read(text, 'xml')).toEqual({
      harvest: {
        from: { kind: 'oai', endpoint: 'https://o.fr/oai?x=1', metadataPrefix: 'lido', set: 'a' },
        fall: 0.5,
        mediaTypes: ['text/x'],
        headers: [
          { name: 'Authorization', value: `Apikey ${SECRET}` },
          { name: 'Accept-Language', value: 'fr' },
        ],
      },
      complaints: [],
    });
  });

  it.each([
    ['{ urll: https://x.fr }', 'dataset.yml:1:3', 'Did you mean “url”?'],
    ['{ fall: 0.1 }', 'dataset.yml:1:1', 'harvest: { url: https://… }'],
    ['https://x.fr', 'dataset.yml:1:1', 'harvest: { url: https://… }'],
    ['url: https://x.fr\nfal: 0.1', 'dataset.yml:2:1', 'Did you mean “fall”?'],
    ['url: https://x.fr\nfall: 3', 'dataset.yml:2:7', '0.05'],
    ['url: https://x.fr\ntype: csv', 'dataset.yml:2:7', 'text/csv'],
    ['url: x.fr/a', 'dataset.yml:1:1', 'a whole http or https address'],
    ['url: file:///etc/passwd', 'dataset.yml:1:1', 'a whole http or https address'],
    ['url: https://me:word@x.fr', 'dataset.yml:1:1', 'into the environment'],
    ['url: https://x.fr?apikey=1', 'dataset.yml:1:1', 'into the environment'],
    [`url: "https://x.fr?k=${SECRET}"`, 'dataset.yml:1:1', 'into the environment'],
    ['url: https://x.fr\nheaders: { Authorization: Basic 1 }', 'dataset.yml:2:12', 'into the environment'],
    [`url: https://x.fr\nheaders: { X: "${secretReference('PATH')}" }`, 'dataset.yml:2:12', 'into the'],
    ['url: https://x.fr\nheaders: { Host: y.fr }', 'dataset.yml:2:12', 'gives it itself'],
    ['url: https://x.fr\nheaders: { X: "a\\nb" }', 'dataset.yml:2:12', 'plain letters'],
    ['{ udata: https://x.fr, dataset: a }', 'dataset.yml:1:1', 'resource: …'],
    ['{ url: https://x.fr, oai: https://y.fr }', 'dataset.yml:1:1', 'Keep one.'],
    ['{ oai: https://y.fr, metadataPrefix: lido }', 'dataset.yml:1:1', 'Possible formats: xml.'],
  ])('is refused with its place and a remedy: %s', (text, place, remedy) => {
    const { complaints } = read(text);
    const { place: found, remedy: said } = complaints[0] as Complaint;
    expect(complaints).toHaveLength(1);
    expect(placeText(found)).toBe(place);
    expect(`${said.en} ${complaints[0]?.found.en}`).toContain(remedy);
  });

  it('never tells the secret that stands in a file', () => {
    const { complaints } = read('url: https://x.fr\nheaders: { Authorization: Basic hush }');
    expect(JSON.stringify(complaints)).not.toContain('hush');
  });
});
