import { describe, expect, it } from '@jest/globals';
import { statementsOnPage } from '../../../src/proof/count-checks.ts';
import { readDescription } from '../../../src/proof/description.ts';
import { dumpToRead, syntaxOf } from '../../../src/proof/dump-file.ts';
import { linkedRdf } from '../../../src/proof/html-links.ts';
import { reprDigest, sumDigest } from '../../../src/proof/told-digests.ts';
import { parseTurtle } from '../../../src/rdf/index.ts';

const HEX = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const BASE64 = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const head = (headers: Record<string, string>) => ({ url: 'http://x/', status: 200, headers });

describe('A digest', () => {
  it.each([
    [`sha-256=:${BASE64}:`, HEX],
    [`sha-512=:AAAA:, sha-256=:${BASE64}:`, HEX],
    [`SHA-256=${BASE64}`, HEX],
    ['sha-256=:short:', undefined],
    ['', undefined],
  ])('is read from Repr-Digest %s', (field, expected) => {
    expect(reprDigest(head({ 'repr-digest': field }))).toBe(expected);
  });

  it.each([
    [`${HEX}  a.nq.gz\n`, HEX],
    [HEX.toUpperCase(), HEX],
    [`${HEX} *a.nq.gz`, HEX],
    [`${HEX}0  a`, undefined],
    ['<!doctype html>', undefined],
  ])('is read from a text of sha256sum: %s', (text, expected) => {
    expect(sumDigest(text)).toBe(expected);
  });
});

describe('Numbers of statements on a page', () => {
  it.each<readonly [string, readonly number[]]>([
    ['<strong>10\u202f956</strong> <span>énoncés</span>', [10956]],
    ['10,956&nbsp;statements and 612,408 statements', [10956, 612408]],
    ['1 triple', [1]],
    ['<b>1.234.567</b> triples', [1234567]],
    ['12 things, 7 statementsofaccount', []],
    ['<script>99 statements</script> 3 statements', [3]],
    ['v1.2 statements', []],
    ['', []],
  ])('%s', (html, expected) => {
    expect(statementsOnPage(html)).toEqual(expected);
  });

  it('are looked for in a time that grows with the page only', () => {
    for (const text of ['123 ', '<script>', '<', '1 \u00a0', '1,'])
      expect(statementsOnPage(text.repeat((2 << 20) / text.length))).toEqual([]);
  });
});

describe('Links to RDF', () => {
  it('are read from the header and from the page, and made whole', () => {
    const answer = {
      ...head({ link: '</void>; rel="describedby"; type="text/turtle", <x>; rel=next; type="text/turtle"' }),
      text: `<link rel="alternate" type="application/ld+json; charset=utf-8" href='data.jsonld'>
<link rel="stylesheet" type="text/turtle" href="no"><link rel=alternate type=text/html href=no>`,
      bytes: new Uint8Array(),
      trailers: {},
    };
    expect(linkedRdf(answer)).toEqual(['http://x/void', 'http://x/data.jsonld']);
    expect(linkedRdf(answer, ['text/turtle'])).toEqual(['http://x/void']);
  });
});

describe('A description', () => {
  const described = (turtle: string) => {
    const parsed = parseTurtle(`${PREFIXES}${turtle}`, 'x.ttl', 'http://x/');
    if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
    return readDescription(parsed.quads);
  };

  it('is read from VoID alone', () => {
    const { datasets, endpoints } = described(
      '<d> a void:Dataset ; void:triples 5 ; void:dataDump <d.nt> ; void:sparqlEndpoint <sparql> ; void:uriSpace "http://x/id/" .',
    );
    expect(datasets).toEqual([
      {
        iri: 'http://x/d',
        triples: 5,
        uriSpace: 'http://x/id/',
        endpoint: 'http://x/sparql',
        isCatalogue: false,
        dumps: [{ address: 'http://x/d.nt' }],
        versions: [],
      },
    ]);
    expect(endpoints).toEqual(['http://x/sparql']);
  });

  it('takes neither partitions nor versions for datasets', () => {
    const { datasets } = described(
      `<d> a void:Dataset ; void:dataDump <d.nt> ; void:classPartition <p> ; dcat:hasVersion <v> .
       <p> a void:Dataset ; void:triples 3 . <v> dcat:distribution <vd> . <vd> dcat:downloadURL <v.nt> .`,
    );
    expect(datasets.map(({ iri }) => iri)).toEqual(['http://x/d']);
    expect(datasets[0]?.versions).toEqual([{ iri: 'http://x/v', dumps: [{ address: 'http://x/v.nt' }] }]);
  });

  it('knows a dump once, with what its distribution says', () => {
    const { datasets } = described(
      `<c> a dcat:Catalog ; dcat:dataset <d> . <d> void:dataDump <d.nq.gz> ; dcat:distribution <f> .
       <f> dcat:downloadURL <d.nq.gz> ; dcat:byteSize 12 ; spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "ABCD" ] .`,
    );
    expect(datasets[0]?.dumps).toEqual([{ address: 'http://x/d.nq.gz', bytes: 12, sha256: 'abcd' }]);
  });

  it('leaves out addresses that are none, and numbers that are none', () => {
    const { datasets } = described(
      '<d> void:dataDump <urn:x:y>, <file:///etc/passwd> ; void:triples "many" ; dcat:distribution <f> .',
    );
    expect(datasets).toEqual([{ iri: 'http://x/d', isCatalogue: false, dumps: [], versions: [] }]);
  });
});

const PREFIXES = `@prefix void: <http://rdfs.org/ns/void#> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix spdx: <http://spdx.org/rdf/terms#> .\n`;

describe('The dump to read', () => {
  const dumps = (...names: readonly string[]) => names.map((name) => ({ address: `http://x/${name}` }));

  it.each([
    [['a.ttl.gz', 'a.nt.zst', 'a.nq.gz'], 'a.nq.gz'],
    [['a.ttl', 'a.nt.zst'], 'a.nt.zst'],
    [['a.nq.zst', 'a.nq.gz'], 'a.nq.gz'],
    [['a.rdf.gz', 'a.csv.gz'], undefined],
    [['a.nq.7z'], undefined],
    [[], undefined],
  ])('of %j is %s', (names, expected) => {
    expect(dumpToRead(dumps(...names))?.address.slice('http://x/'.length)).toBe(expected);
  });

  it('is known by its media type where its name says nothing', () => {
    const dump = {
      address: 'http://x/download?id=1',
      mediaType: 'application/n-triples',
      packing: 'application/gzip',
    };
    expect(syntaxOf(dump)).toEqual({ mediaType: 'application/n-triples', packing: 'application/gzip' });
  });
});
