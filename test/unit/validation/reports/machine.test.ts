import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { jsonLdToQuads, parseTurtle, type RDF, serialise } from '../../../../src/rdf/index.ts';
import {
  type GraphReportDocument,
  graphReportDocument,
  graphReportJunit,
  graphReportQuads,
  pathText,
  ShapeGraph,
} from '../../../../src/validation/index.ts';
import { parsePath } from '../../../../src/validation/paths.ts';
import { DATA, reportOn, SHAPES } from './judged.ts';

const SH = 'http://www.w3.org/ns/shacl#';

async function readBack(quads: readonly RDF.Quad[]): Promise<readonly RDF.Quad[]> {
  const parsed = parseTurtle(await serialise(quads, 'text/turtle'), 'report.ttl', 'http://example.org/');
  if (parsed.kind === 'malformed') throw new Error(parsed.complaint.found.en);
  return parsed.quads;
}

const objects = (quads: readonly RDF.Quad[], term: string) =>
  quads.filter(({ predicate }) => predicate.value === SH + term).map(({ object }) => object);

describe('A report in Turtle', () => {
  it('is a SHACL validation report with all results, each with everything that SHACL asks for', async () => {
    const quads = await readBack(graphReportQuads(reportOn(SHAPES, DATA)));
    expect(objects(quads, 'conforms').map(({ value }) => value)).toEqual(['false']);
    const results = objects(quads, 'result').map(({ value }) => value);
    expect(results).toHaveLength(11);
    for (const result of results) {
      const own = quads.filter(({ subject }) => subject.value === result);
      for (const term of ['focusNode', 'resultSeverity', 'sourceConstraintComponent', 'sourceShape'])
        expect(objects(own, term)).toHaveLength(1);
      const languages = objects(own, 'resultMessage').map((text) => (text as RDF.Literal).language);
      expect(languages.sort()).toEqual(['en', 'fr']);
    }
    expect(objects(quads, 'detail')).toHaveLength(2);
    expect(quads.some(({ predicate }) => predicate.value.endsWith('truncated'))).toBe(false);
  });

  it('writes complex paths as SHACL reads them', async () => {
    const quads = await readBack(
      graphReportQuads(
        reportOn(
          `ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:minCount 1 ;
             sh:path ( [ sh:alternativePath ( ex:a [ sh:inversePath ex:b ] ) ] [ sh:zeroOrMorePath ex:c ] [ sh:oneOrMorePath ex:d ] [ sh:zeroOrOnePath ex:e ] ) ] .`,
          'ex:x a ex:T .',
        ),
      ),
    );
    const graph = new ShapeGraph([{ file: 'report.ttl', quads }]);
    const [node] = objects(quads, 'resultPath');
    const path = node && parsePath(node, graph);
    expect(path && pathText(path, (iri) => iri.slice(-1))).toBe('((a|^b)/c*/d+/e?)');
  });

  it('says that it was cut, and how many results there are', async () => {
    const quads = await readBack(graphReportQuads(reportOn(SHAPES, DATA, 3)));
    expect(objects(quads, 'result')).toHaveLength(3);
    expect(
      quads
        .filter(({ predicate }) => predicate.value.startsWith('urn:cimaise:'))
        .map(({ predicate, object }) => `${predicate.value.slice(12)} ${object.value}`),
    ).toEqual(['truncated true', 'resultCount 11']);
  });

  it('conforms without results', async () => {
    const quads = await readBack(graphReportQuads(reportOn(SHAPES, '')));
    expect(objects(quads, 'conforms').map(({ value }) => value)).toEqual(['true']);
    expect(objects(quads, 'result')).toEqual([]);
  });

  it('describes the blank nodes of the data', async () => {
    const quads = await readBack(graphReportQuads(reportOn(SHAPES, DATA)));
    const node = objects(quads, 'focusNode').find(({ termType }) => termType === 'BlankNode');
    const comments = quads.filter(
      ({ subject, predicate }) => subject.value === node?.value && predicate.value.endsWith('#comment'),
    );
    expect(comments.map(({ object }) => object.value)[1]).toContain('blank node (');
  });
});

describe('A report in JSON-LD', () => {
  it('says what the one in Turtle says', async () => {
    const quads = graphReportQuads(reportOn(SHAPES, DATA));
    const json = JSON.parse(await serialise(quads, 'application/ld+json')) as object;
    const read = await jsonLdToQuads(json, 'http://example.org/');
    expect(read).toHaveLength(quads.length);
    expect(objects(read, 'result')).toHaveLength(11);
  });
});

describe('A report in JSON', () => {
  const document = graphReportDocument(reportOn(SHAPES, DATA));

  it('is the same once written and read', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('has a version, counts, and groups with samples', () => {
    expect(document).toMatchObject({
      version: 1,
      conforms: false,
      resultCount: 11,
      counts: { violation: 9, warning: 1, info: 1 },
      truncated: false,
    } satisfies Partial<GraphReportDocument>);
    expect(document.groups[0]).toMatchObject({
      shape: 'http://example.org/Work',
      path: '<http://example.org/title>',
      severity: 'violation',
      message: { fr: 'Sans titre !', en: 'No title.' },
      count: 7,
      nodesConcerned: 7,
      nodesJudged: 8,
      share: 0.875,
      truncated: true,
    });
    expect(document.groups[0]?.samples).toHaveLength(5);
    expect(document.groups[1]?.samples[0]).toMatchObject({
      value: { type: 'literal', value: '1850 <?>\u0007' },
      causes: [{}, {}],
    });
  });

  it('tells shapes that judged nothing', () => {
    expect(document.judged).toContainEqual({ shape: 'http://example.org/Idle', focusNodes: 0, results: 0 });
  });
});

describe('A report for test runners', () => {
  function elements(xml: string): readonly string[] {
    const parser = new SaxesParser();
    const found: string[] = [];
    parser.on('opentag', ({ name, attributes }) => {
      const { name: label, message } = attributes as Record<string, string>;
      found.push([name, label ?? message].filter((part) => part).join(' '));
    });
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(xml).close();
    return found;
  }

  it('is well-formed: one test case a shape, failed, passed or skipped', () => {
    const xml = graphReportJunit(reportOn(SHAPES, DATA), { language: 'en', failOn: 'info' });
    expect(elements(xml)).toEqual([
      'testsuites cimaise validate',
      'testsuite data.ttl',
      'testcase <http://example.org/Work>',
      'failure Results: 10',
      'testcase <http://example.org/Address>',
      'failure Results: 1',
      'testcase <http://example.org/Idle>',
      'skipped No node to judge.',
    ]);
    expect(xml).toContain('tests="3" failures="2" errors="0" skipped="1"');
    expect(xml).toContain('7 × ');
  });

  it('fails for what is grave enough, and tells the rest beside', () => {
    const xml = graphReportJunit(
      reportOn(
        'ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:severity sh:Warning ] .',
        'ex:a a ex:T .',
      ),
      { language: 'fr', failOn: 'violation' },
    );
    expect(elements(xml)).toEqual([
      'testsuites cimaise validate',
      'testsuite data.ttl',
      'testcase <http://example.org/S>',
      'system-out',
    ]);
  });
});
