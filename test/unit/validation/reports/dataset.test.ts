import { describe, expect, it } from '@jest/globals';
import type { ShapeResult } from '../../../../src/model/index.ts';
import { quadLine, serialise } from '../../../../src/rdf/index.ts';
import {
  type DatasetReport,
  datasetReportHtml,
  datasetReportJunit,
  datasetReportQuads,
  datasetReportText,
  GRAPH_REPORT_PREFIXES,
  summarise,
} from '../../../../src/validation/index.ts';

const BASE = 'http://example.org/';

const result = (number: number, more: Partial<ShapeResult> = {}): ShapeResult => ({
  thing: `${BASE}id/works/W${number}`,
  focusNode: `${BASE}id/works/W${number}`,
  shape: `${BASE}shapes/work#ref`,
  component: 'PatternConstraintComponent',
  severity: 'violation',
  path: 'http://schema.org/identifier',
  value: `x${number}`,
  term: `"x${number}"@fr`,
  message: { fr: 'Référence <fausse>.', en: 'Wrong <reference>.' },
  why: { fr: 'Pour relier.', en: 'To link.' },
  suggestions: ['M1234'],
  file: 'source/x.csv',
  row: number,
  line: number + 3,
  sheetRow: number + 1,
  column: 'REF',
  cell: `x${number}`,
  ...more,
});

const info = { severity: 'info', component: 'MinCountConstraintComponent' } as const;

function reportOn(results: readonly ShapeResult[], more: Partial<DatasetReport> = {}): DatasetReport {
  const validation = { things: 200, quarantined: 7, groups: summarise(results) };
  return { slug: 'works', title: { fr: 'Œuvres', en: 'Works' }, validation, ...more };
}

const seven = [7, 6, 5, 4, 3, 2, 1].map((number) => result(number));

describe('A dataset’s report as text', () => {
  const lines = datasetReportText(reportOn(seven), { language: 'fr' });

  it('tells verdict, share, reason, five places in the order of the source, and what to do', () => {
    expect(lines.map((line) => line.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
      'works  Choses jugées : 200 ; retenues pour une violation, donc non publiées : 7.',
      '  violation  Référence <fausse>.',
      '    résultats : 7 ; choses concernées : 7 sur 200 (3,5 %) (shapes/work#ref › schema:identifier, sh:pattern)',
      '    Pour relier.',
      ...[1, 2, 3, 4, 5].map(
        (n) => `      source/x.csv:${n + 3}, ligne ${n + 1} du tableur, colonne « REF » : « x${n} »`,
      ),
      '      … autres : 2',
      '    → Corrigez « REF » (par exemple « M1234 »).',
    ]);
  });

  it('tells fewer samples where fewer are asked for', () => {
    const one = datasetReportText(reportOn(seven), { language: 'en', samples: 1 });
    expect(one.filter((line) => line.includes('x.csv'))).toHaveLength(1);
    expect(one.at(-2)).toBe('      … and 6 more');
  });

  it('tells what to do at each place where it differs', () => {
    const different = [result(1), result(2, { cell: 'else', suggestions: [] })];
    const text = datasetReportText(reportOn(different), { language: 'en' });
    expect(text.filter((line) => line.includes('→'))).toHaveLength(2);
  });

  it('tells the thing where there is no row of a table', () => {
    const { sheetRow, ...json } = result(1);
    expect(datasetReportText(reportOn([json]), { language: 'en' })[4]).toBe(
      '      source/x.csv:4, record 1 (W1), column “REF”: “x1”',
    );
  });

  it('never tells a share of something as nothing', () => {
    const rare = { ...reportOn([result(1)]) };
    const validation = { ...rare.validation, things: 1_000_000 };
    expect(datasetReportText({ ...rare, validation }, { language: 'en' })[2]).toContain('(< 0.1%)');
  });

  it('tells the reasons inside', () => {
    const details = [{ focusNode: 'x', component: 'C', message: { fr: 'Ni date.', en: 'No date.' } }];
    const text = datasetReportText(reportOn([result(1, { details })]), { language: 'en' });
    expect(text).toContain('        – No date.');
  });

  it('is empty where nothing was found', () => {
    expect(datasetReportText(reportOn([]), { language: 'fr' })).toEqual([]);
  });
});

describe('Messages that a query makes', () => {
  const taken = (number: number, name: string) =>
    result(number, { saidBy: 'q', message: { fr: `${name} est pris.`, en: `${name} is taken.` } });
  const report = reportOn([taken(1, 'Ada'), taken(2, 'Ada'), taken(3, 'Blaise')]);

  it('are told beside each sample whose own is not that of the group, in lines', () => {
    const text = datasetReportText(report, { language: 'en' });
    expect(text.filter((line) => line.includes('is taken.')).map((line) => line.trim())).toEqual([
      'violation  Ada is taken.',
      'Blaise is taken.',
    ]);
  });

  it('are told so on the page, and to test runners', () => {
    const page = datasetReportHtml(report);
    expect(page.match(/<p>Blaise is taken\.<\/p>/g)).toHaveLength(1);
    expect(page).not.toContain('<p>Ada is taken.</p>');
    expect(datasetReportJunit(report, { language: 'en', failOn: 'info' })).toContain(
      '\n  Blaise is taken.\n',
    );
  });
});

describe('A dataset’s report as a page', () => {
  const page = datasetReportHtml(
    reportOn([...seven, result(9, info)], {
      corrections: { fr: 'works.csv', en: 'works.en.csv' },
    }),
  );

  it('is there in both languages, and needs nothing else', () => {
    expect(page).toContain('<main lang="fr"><h1>Œuvres</h1>');
    expect(page).toContain('<main lang="en"><h1>Works</h1>');
    expect(page).not.toMatch(/<script|<link|src=|@import|url\(/);
  });

  it('says row, column, what is written and what to do', () => {
    const text = page.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');
    expect(text).toContain('|2|REF|x1|Correct “REF” (for example “M1234”).|W1|');
  });

  it('leads to the corrections, to the things that are published, and not to those that are not', () => {
    expect(page).toContain('href="works.csv"');
    expect(page).toContain('href="works.en.csv"');
    expect(page).toContain(`href="${BASE}id/works/W9"`);
    expect(page).not.toContain(`href="${BASE}id/works/W1"`);
  });

  it('says what a violation entails, and folds informations away', () => {
    expect(page).toContain('The thing is not published until the source is corrected.');
    expect(page.indexOf('<details>')).toBeGreaterThan(page.indexOf('Violations'));
  });

  it('holds nothing that the data wrote as markup', () => {
    const hostile = '<img src=x onerror=alert(1)>"&';
    const attacked = datasetReportHtml(
      reportOn([
        result(1, {
          cell: hostile,
          column: hostile,
          thing: `javascript:${hostile}`,
          file: hostile,
          value: hostile,
        }),
      ]),
    );
    expect(attacked).not.toContain('<img');
    expect(attacked).not.toContain('href="javascript:');
  });

  it('says that there is nothing to correct', () => {
    expect(datasetReportHtml(reportOn([]))).toContain('There is nothing to correct.');
  });
});

describe('A dataset’s report as RDF', () => {
  const quads = datasetReportQuads({
    report: `${BASE}report`,
    results: [...seven, result(8, info)],
    limit: 3,
  });
  const lines = quads.map((quad) => quadLine(quad));
  const SH = 'http://www.w3.org/ns/shacl#';

  it('has a result with its value as a term, its cell and its reason', () => {
    const subject = `<${BASE}report#result-1>`;
    for (const said of [
      `<${SH}value> "x7"@fr`,
      `<${SH}resultPath> <http://schema.org/identifier>`,
      `<${SH}resultSeverity> <${SH}Violation>`,
      '<urn:cimaise:column> "REF"',
      '<urn:cimaise:sheetRow> "8"^^<http://www.w3.org/2001/XMLSchema#integer>',
      '<http://www.w3.org/2000/01/rdf-schema#comment> "To link."@en',
      '<urn:cimaise:suggestion> "M1234"',
    ])
      expect(lines).toContain(`${subject} ${said} .`);
  });

  it('says that a limit cut it, and how many results there are', () => {
    expect(lines.filter((line) => line.includes(`<${SH}result> `))).toHaveLength(3);
    expect(lines).toContain(
      `<${BASE}report> <urn:cimaise:truncated> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> .`,
    );
    expect(lines).toContain(
      `<${BASE}report> <urn:cimaise:resultCount> "8"^^<http://www.w3.org/2001/XMLSchema#integer> .`,
    );
  });

  it('writes the gravest first', () => {
    const [first] = datasetReportQuads({ report: 'urn:r', results: [result(8, info), result(1)], limit: 1 })
      .filter(({ predicate }) => predicate.value === `${SH}focusNode`)
      .map(({ object }) => object.value);
    expect(first).toBe(`${BASE}id/works/W1`);
  });

  it('tells a longer path as text, and leaves out a value without end', () => {
    const odd = result(1, { path: '(<http://e.org/p>/<http://e.org/q>)', value: 'x'.repeat(20_000) });
    const told = datasetReportQuads({ report: 'urn:r', results: [odd] }).map((quad) => quadLine(quad));
    expect(told.join('\n')).toContain('<urn:cimaise:path> "(<http://e.org/p>/<http://e.org/q>)"');
    expect(told.join('\n').length).toBeLessThan(5000);
  });

  it('conforms where nothing was found', () => {
    const [, conforms] = datasetReportQuads({ report: 'urn:r', results: [] });
    expect(conforms?.object.value).toBe('true');
  });

  it('can be written as Turtle', async () => {
    expect(await serialise(quads, 'text/turtle', GRAPH_REPORT_PREFIXES)).toContain('sh:ValidationReport');
  });
});

describe('A dataset’s report as JUnit', () => {
  const options = { language: 'en', failOn: 'violation' } as const;

  it('fails for what is grave enough, and tells the rest beside', () => {
    const junit = datasetReportJunit(reportOn([...seven, result(9, info)]), options);
    expect(junit).toContain('tests="2" failures="1"');
    expect(junit).toContain('<failure type="violation" message="Wrong &lt;reference&gt;.">results: 7;');
    expect(junit).toContain('source/x.csv:4, row 2 of the spreadsheet, column “REF”: “x1”');
    expect(junit).toContain('<system-out>results: 1;');
  });

  it('passes where nothing was found', () => {
    const junit = datasetReportJunit(reportOn([]), options);
    expect(junit).toContain('tests="1" failures="0"');
    expect(junit).not.toContain('<failure');
  });
});

describe('A report on very many kinds of results', () => {
  const many = Array.from({ length: 1000 }, (_, number) =>
    result(number, { message: { fr: `Valeur ${number}`, en: `Value ${number}` } }),
  );

  it('tells two hundred of them, and that there are more', () => {
    const text = datasetReportText(reportOn(many), { language: 'en' });
    expect(text.filter((line) => /^ {2}violation/.test(line))).toHaveLength(200);
    expect(text.at(-1)).toBe('  Truncated: 800 more kinds of results; counts are whole.');
    expect(datasetReportHtml(reportOn(many))).toContain('Truncated: 800 more kinds of results');
    const junit = datasetReportJunit(reportOn(many), { language: 'en', failOn: 'info' });
    expect(junit).toContain('Truncated: 800 more kinds of results');
  });
});
