import { describe, expect, it } from '@jest/globals';
import { REPORT_PREFIXES, reportDocument, reportQuads } from '../../../../src/mapping/index.ts';
import { parseTurtle, serialise } from '../../../../src/rdf/index.ts';
import { FAULTY, REFUSED } from './samples.ts';

describe('A report as JSON', () => {
  const document = reportDocument(FAULTY);

  it('counts faults and notes apart', () => {
    expect(document).toMatchObject({ version: 1, records: 10_000, faultCount: 1205, noteCount: 5000 });
  });

  it('gives each fault its rule, both languages, what to do and its examples', () => {
    expect(document.faults[0]).toMatchObject({
      code: 'ill-typed',
      severity: 'fault',
      rule: { file: 'mapping.ttl', line: 14, column: 9 },
      count: 1204,
      message: { en: 'The value does not have the form of its datatype.' },
      suggestion: { fr: expect.any(String), en: expect.any(String) },
    });
    expect(document.faults[1]?.examples[0]).toMatchObject({ file: 'oeuvres.csv', line: 3 });
  });

  it('counts what each rule did not produce, by cause', () => {
    expect(document.rules).toEqual([
      { rule: { file: 'mapping.ttl', line: 7, column: 3 }, count: 5000, causes: { 'empty-subject': 5000 } },
      { rule: { file: 'mapping.ttl', line: 14, column: 9 }, count: 1204, causes: { 'ill-typed': 1204 } },
      { rule: { file: 'oeuvres.csv' }, count: 1, causes: { 'short-row': 1 } },
    ]);
  });

  it('explains terms that there was no reason to make', () => {
    expect(document.absences).toMatchObject([
      {
        reason: 'condition',
        rule: { line: 9 },
        column: 'État',
        count: 12,
        message: { en: expect.any(String) },
      },
      { reason: 'empty', rule: { line: 16 }, column: 'Salle', count: 2500 },
    ]);
  });

  it('gives unknown columns with their place', () => {
    expect(document.unknownColumns).toMatchObject([{ name: 'Sale', place: { line: 9 } }]);
  });

  it('comes back from its text', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('A report as statements', () => {
  it('says of unknown columns that they are warnings', () => {
    const subject = 'urn:example:report#unknown-column-1';
    const said = reportQuads(FAULTY, 'urn:example:report').filter((one) => one.subject.value === subject);
    expect(said.map(({ object }) => object.value)).toContain('http://www.w3.org/ns/shacl#Warning');
  });

  it('has no blank nodes', () => {
    const quads = reportQuads(FAULTY, 'urn:example:report');
    expect(
      quads.filter(({ subject, object }) => [subject, object].some((one) => one.termType === 'BlankNode')),
    ).toEqual([]);
  });

  it.each([
    ['of faults', FAULTY],
    ['of complaints', REFUSED],
  ])('%s says the same after Turtle, its names relative to the document', async (_, run) => {
    const base = 'https://data.example.org/report.ttl';
    const turtle = await serialise(reportQuads(run, ''), 'text/turtle', REPORT_PREFIXES);
    expect(turtle).toContain('<#');
    const parsed = parseTurtle(turtle, 'report.ttl', base);
    if (parsed.kind !== 'parsed') throw new Error(parsed.complaint.found.en);
    expect((await lines(parsed.quads)).sort()).toEqual((await lines(reportQuads(run, base))).sort());
  });
});

const lines = async (quads: ReturnType<typeof reportQuads>): Promise<string[]> =>
  (await serialise(quads, 'application/n-quads')).trimEnd().split('\n');
