import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { numberText } from '../../src/pages/typography.ts';
import { dcat, parseLines, type RDF, spdx, voidVocabulary } from '../../src/rdf/index.ts';
import { BASE } from '../declared/shipped.ts';
import { SLUGS } from '../shipped-release.ts';
import { type ShippedSite, serveShipped } from './api-site.ts';
import { JSON_RESULTS, sparqlUrl } from './sparql-site.ts';

let site: ShippedSite;
let catalogue: readonly RDF.Quad[];
let datasets: readonly string[];

beforeAll(async () => {
  site = await serveShipped();
  catalogue = parseLines((await site.server.ask('/catalogue.nt')).text.trim().split('\n'));
  datasets = valuesOf(`${BASE}catalogue`, dcat.dataset);
}, 120_000);

afterAll(() => site.close());

const valuesOf = (subject: string, property: string): readonly string[] =>
  catalogue
    .filter((one) => one.subject.value === subject && one.predicate.value === property)
    .map(({ object }) => object.value);

const pathOf = (iri: string): string => iri.replace(BASE, '/');

async function counted(dataset: string): Promise<number> {
  const query = `SELECT (COUNT(*) AS ?n) { GRAPH <${dataset}> { ?s ?p ?o } }`;
  const { text } = await site.server.ask(sparqlUrl(query), { headers: { accept: JSON_RESULTS } });
  return Number(JSON.parse(text).results.bindings[0].n.value);
}

/** The figure with its noun under it, on the page of a dataset. */
async function shown(dataset: string, language: 'fr' | 'en'): Promise<string | undefined> {
  const { text } = await site.server.ask(`${pathOf(dataset)}.html?lang=${language}`);
  return /<strong>([^<]*)<\/strong> <span>(?:énoncés|statements)<\/span>/.exec(text)?.[1];
}

describe('The number of statements of each shipped dataset', () => {
  it('is the same in its dump, in VoID, at the endpoint and on its page', async () => {
    expect(datasets).toHaveLength(SLUGS.length);
    for (const dataset of datasets) {
      const dump = gunzipSync((await site.server.ask(`${pathOf(dataset)}.nq.gz`)).body).toString('utf8');
      const lines = dump.split('\n').length - 1;
      const [triples] = valuesOf(dataset, voidVocabulary.triples);
      expect({ dataset, triples, endpoint: await counted(dataset) }).toEqual({
        dataset,
        triples: String(lines),
        endpoint: lines,
      });
      expect(await shown(dataset, 'fr')).toBe(numberText(lines, 'fr'));
      expect(await shown(dataset, 'en')).toBe(numberText(lines, 'en'));
    }
  });
});

describe('The catalogue', () => {
  it('gives the size and hash that each stored file has', async () => {
    const files = catalogue.filter(({ predicate }) => predicate.value === spdx.checksum);
    const current = files.filter(({ subject }) => subject.value.startsWith(`${BASE}dataset/`));
    expect(current.length).toBeGreaterThanOrEqual(datasets.length);
    for (const { subject, object } of current) {
      const [address = ''] = valuesOf(subject.value, dcat.downloadURL);
      const { status, body } = await site.server.ask(pathOf(address));
      const sha256 = createHash('sha256').update(body).digest('hex');
      expect([address, status, sha256]).toEqual([
        address,
        200,
        ...valuesOf(object.value, spdx.checksumValue),
      ]);
      expect(valuesOf(subject.value, dcat.byteSize)).toEqual([String(body.length)]);
    }
  });

  it('leads to addresses that answer', async () => {
    const LEADING = [
      dcat.landingPage,
      dcat.endpointURL,
      dcat.endpointDescription,
      dcat.hasVersion,
      dcat.accessURL,
      dcat.downloadURL,
      voidVocabulary.dataDump,
      voidVocabulary.exampleResource,
    ];
    const addresses = new Set(
      catalogue
        .filter(({ predicate }) => LEADING.includes(predicate.value))
        .map(({ object }) => object.value)
        .filter((address) => address.startsWith(BASE)),
    );
    expect(addresses.size).toBeGreaterThanOrEqual(2 * datasets.length);
    for (const address of addresses) {
      const { status } = await site.server.ask(pathOf(address), { method: 'HEAD' });
      expect([address, status < 400]).toEqual([address, true]);
    }
  });
});
