import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, jest } from '@jest/globals';
import type { ProofReport } from '../../src/model/index.ts';
import { prove } from '../../src/proof/index.ts';
import { addressOf, ended, REPOSITORY, scratch, startCimaise } from './command-line.ts';

jest.setTimeout(240_000);

const SHAPES = {
  file: 'shapes/catalogue.ttl',
  text: readFileSync(join(REPOSITORY, 'shapes/catalogue.ttl'), 'utf8'),
};

async function proofOf(listener: (address: () => string) => RequestListener): Promise<ProofReport> {
  let address = '';
  const server = createServer(listener(() => address));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    return await prove({ address, shapes: SHAPES, toolVersion: '0.0.0', seed: 'a' });
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const verdictsOf = ({ checks }: ProofReport): Readonly<Record<string, string>> =>
  Object.fromEntries(checks.map(({ name, verdict }) => [name, verdict]));

const TYPES: Readonly<Record<string, string>> = {
  turtle: 'text/turtle',
  'n-triples': 'application/n-triples',
};

describe('A proof of another’s server', () => {
  it('finds nothing to prove where nothing is promised', async () => {
    const report = await proofOf(() => ({ url }, response) => {
      if (url === '/') response.setHeader('content-type', 'text/html').end('<title>Hello</title>');
      else response.writeHead(404).end();
    });
    expect(report.counts).toMatchObject({ passed: 0, failed: 0, 'not-reached': 0 });
    expect(report.counts['not-applicable']).toBeGreaterThan(5);
  });

  it('is content with a vocabulary of hash IRIs and blank nodes in one Turtle file, found by a link', async () => {
    const report = await proofOf((address) => ({ url }, response) => {
      const data = `@prefix : <${address()}vocab#> .
:a :knows :b , [ :name "nobody" ] . :b :name "B"@EN-gb .`;
      const said = `@prefix void: <http://rdfs.org/ns/void#> .
<${address()}about#d> a void:Dataset ; void:triples 4 ; void:dataDump <${address()}vocab.ttl> .`;
      const turtle = (text: string) => response.setHeader('content-type', 'text/turtle').end(text);
      if (url === '/vocab' || url === '/vocab.ttl') turtle(data);
      else if (url === '/about') turtle(said);
      else if (url === '/')
        response.setHeader('link', '</about>; rel="describedby"; type="text/turtle"').end('<title>V</title>');
      else response.writeHead(404).end();
    });
    const verdicts = verdictsOf(report);
    expect(verdicts).toMatchObject({
      'links-found': 'passed',
      'dump-whole': 'passed',
      'count-void': 'passed',
      'thing-turtle': 'passed',
      'thing-see-other': 'passed',
      'thing-unknown': 'passed',
      'dump-digest': 'not-applicable',
      'dump-range': 'not-applicable',
      'count-endpoint': 'not-applicable',
      'count-page': 'not-applicable',
      'catalogue-shapes': 'not-applicable',
      'thing-conditional': 'not-applicable',
    });
    // It answers Turtle whatever is asked for: a 406 would be honest.
    expect(verdicts).toMatchObject({ 'thing-json-ld': 'failed', 'thing-page': 'failed' });
  });

  it('takes a 406 for an answer where a format is not promised', async () => {
    const report = await proofOf((address) => ({ url = '', headers: { accept = '*/*' } }, response) => {
      const data = `<${address()}id/a> <urn:x:name> "A" .\n`;
      const said = `<${address()}d> <http://rdfs.org/ns/void#dataDump> <${address()}d.nt> .`;
      const given = /turtle|n-triples/.exec(accept)?.[0];
      const rows: Readonly<Record<string, () => unknown>> = {
        '/.well-known/void': () => response.setHeader('content-type', 'text/turtle').end(said),
        '/d.nt': () => response.setHeader('content-type', 'application/n-triples').end(data),
        '/id/a': () => response.writeHead(303, { location: '/doc/a' }).end(),
        '/doc/a': () =>
          given === undefined
            ? response.writeHead(406, { vary: 'accept' }).end()
            : response.writeHead(200, { vary: 'accept', 'content-type': TYPES[given] ?? '' }).end(data),
      };
      (rows[url] ?? (() => response.writeHead(404).end()))();
    });
    expect(verdictsOf(report)).toMatchObject({
      void: 'passed',
      'thing-turtle': 'passed',
      'thing-n-triples': 'passed',
      'thing-json-ld': 'not-applicable',
      'thing-rdf-xml': 'not-applicable',
      'thing-page': 'not-applicable',
      'thing-vary': 'passed',
    });
  });
});

describe('A proof of the shipped site', () => {
  it('shows everything that it promises', async () => {
    const child = startCimaise(['start', '--no-proof', '--project', REPOSITORY], {
      CIMAISE_RELEASES: scratch(),
      CIMAISE_BASE_IRI: 'https://data.example.org/',
    });
    const over = ended(child);
    try {
      const address = await addressOf(child);
      const report = await prove({ address, shapes: SHAPES, toolVersion: '0.0.0', seed: 'a', sample: 30 });
      const wrong = report.checks.filter(({ verdict }) => verdict === 'failed' || verdict === 'not-reached');
      expect(wrong).toEqual([]);
      expect(report.counts.passed).toBeGreaterThan(100);
    } finally {
      child.kill('SIGTERM');
      await over;
    }
  });
});
