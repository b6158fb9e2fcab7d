import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWellTyped } from '../../../src/mapping/datatypes.ts';
import { mapSource } from '../../../src/mapping/index.ts';
import { encodeForIri } from '../../../src/mapping/iri-encoding.ts';
import { edtf, xsd } from '../../../src/rdf/index.ts';
import { BASE, GRAPH, mappingOf, ruleOf, run, tableOf } from './mapping-run.ts';

const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const awkward = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    '\n',
    '\r',
    '\t',
    '\b',
    '\f',
    '\u0000',
    '\u007f',
    '\u0085',
    '\u2028',
    '\ufeff',
    '😀',
    ' ',
    '<',
    '.',
  ),
  minLength: 1,
});

describe('A mapped literal', () => {
  it('is read back as the value it was made of, whatever its characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, awkward), async (nom) => {
        const { quads, lines } = await run(
          ruleOf('- [schema:name, $(nom), fr~lang]', '- [schema:name, $(nom)]'),
          [{ ref: '1', nom }],
        );
        expect(lines).toHaveLength(2);
        expect(quads.map(({ object }) => object.value)).toEqual([nom, nom]);
      }),
      { numRuns: 300 },
    );
  });

  it('with half a surrogate pair is written as well-formed UTF-8', async () => {
    const { text } = await run(ruleOf('- [schema:name, $(nom)]'), [{ ref: '1', nom: 'a\ud800b' }]);
    expect(Buffer.from(text).toString('utf8')).toContain('"a\ufffdb"');
  });
});

describe('A value in a template of an IRI', () => {
  it.each([
    ['M0476', 'M0476'],
    ['a b', 'a%20b'],
    ['Œuvre d’été', 'Œuvre%20d%E2%80%99été'],
    ['a/b?c#d', 'a%2Fb%3Fc%23d'],
    ['100%', '100%25'],
    ['a-b._~c', 'a-b._~c'],
    ["l'é(1)!*", 'l%27é%281%29%21%2A'],
    ['<a>"{}|\\^`', '%3Ca%3E%22%7B%7D%7C%5C%5E%60'],
    ['\u0000\u0085', '%00%C2%85'],
    ['😀', '😀'],
    ['\ue000', '%EE%80%80'],
    ['\ud800', '%EF%BF%BD'],
  ])('%j keeps what RFC 3987 leaves unreserved, and nothing else', (value, expected) => {
    // The right single quote is unreserved as well (U+A0 to U+D7FF): it stays.
    expect(encodeForIri(value)).toBe(expected.replace('%E2%80%99', '’'));
  });

  it('never makes an illegal IRI, and distinct values make distinct IRIs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyText, { minLength: 1, maxLength: 4 }), async (refs) => {
        const { quads, report } = await run(
          ruleOf('- [schema:name, x]'),
          refs.map((ref) => ({ ref })),
        );
        expect(report.faults).toEqual([]);
        const subjects = quads.map(({ subject }) => subject.value);
        expect(new Set(subjects).size).toBe(refs.length);
        expect(
          subjects.every(
            (iri) => URL.canParse(iri) && !/[\s<>"{}|\\^`]/.test(iri.replace(/[\u00a0-\uffff]/g, '')),
          ),
        ).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('A typed value', () => {
  it.each([
    [xsd.integer, ['1', '-12', '+3', '007'], ['', '1.0', '1e3', 'a', ' 1', '1\n']],
    [xsd.nonNegativeInteger, ['0', '+1'], ['-1', '1.5']],
    [xsd.decimal, ['1', '1.5', '-.5', '1.'], ['', '.', '1e3', '1,5', 'NaN']],
    [xsd.double, ['1e3', '-1.5E-3', 'INF', 'NaN'], ['', 'e3', '1,5', 'Infinity']],
    [xsd.boolean, ['true', 'false', '1', '0'], ['vrai', 'TRUE', '']],
    [xsd.gYear, ['1990', '-0044', '12000', '1990Z'], ['90', '19900-', '012000', '194.', '1990-01']],
    [
      xsd.date,
      ['2000-02-29', '1990-01-01', '-0044-03-15', '2020-12-31+01:00'],
      ['1900-02-29', '2021-04-31', '2021-13-01', '2021-1-1', '01/02/2003', '2021-01-01T00:00:00'],
    ],
    [xsd.anyURI, ['http://a', 'a'], ['a b']],
    [edtf.EDTF, ['1990', '../1863', '194X'], ['', 'vers 1890']],
    ['http://example.org/own', ['anything at all', ''], []],
  ])('of %s has its lexical form', (datatype, good, bad) => {
    expect(good.filter((value) => !isWellTyped(value, datatype))).toEqual([]);
    expect(bad.filter((value) => isWellTyped(value, datatype))).toEqual([]);
  });
});

const TYPED = ruleOf(
  '- [schema:name, $(nom)]',
  '- [schema:url, $(url)~iri]',
  '- [schema:date, $(date), xsd:gYear]',
);

describe('The report of a mapping', () => {
  it('counts what could not be said, by cause and rule, with row, line, column and value', async () => {
    const rows = [
      { ref: '1', nom: 'a', url: 'http://a b', date: '1990' },
      { ref: '2', nom: 'b', url: 'http://a', date: '194.' },
      { ref: '', nom: 'c', url: 'http://c', date: '1990' },
      { ref: '4', nom: 'd', url: 'http://<d>', date: 'x' },
    ];
    const { report, lines } = await run(TYPED, rows);
    expect(report).toMatchObject({ records: 4, statements: lines.length });
    const groups = report.faults.map(({ code, count, place, examples }) => ({
      code,
      count,
      line: place.line,
      examples,
    }));
    expect(groups).toEqual([
      {
        code: 'illegal-iri',
        count: 2,
        line: 6,
        examples: [
          { row: 1, line: 2, column: 'url', value: 'http://a b' },
          { row: 4, line: 5, column: 'url', value: 'http://<d>' },
        ],
      },
      {
        code: 'ill-typed',
        count: 2,
        line: 7,
        examples: [
          { row: 2, line: 3, column: 'date', value: '194.' },
          { row: 4, line: 5, column: 'date', value: 'x' },
        ],
      },
      { code: 'empty-subject', count: 1, line: 3, examples: [{ row: 3, line: 4, column: 'ref', value: '' }] },
    ]);
    expect(report.faults.every(({ message }) => message.fr !== message.en)).toBe(true);
    expect(lines).toHaveLength(5);
  });

  it('keeps five examples of a cause, long values cut', async () => {
    const rows = Array.from({ length: 9 }, (_, index) => ({
      ref: String(index),
      url: ` ${'x'.repeat(500)}`,
    }));
    const { report } = await run(ruleOf('- [schema:url, $(url)~iri]'), rows);
    expect(report.faults).toMatchObject([{ count: 9 }]);
    expect(report.faults[0]?.examples).toHaveLength(5);
    expect(report.faults[0]?.examples[0]?.value).toHaveLength(200);
  });

  it('names optional columns that are missing and columns that nothing reads', async () => {
    const text = `columns: { nom: { aliases: [Titre], optional: true } }\n${ruleOf('- [schema:name, $(nom)]', '- { p: schema:url, o: $(u), condition: "cim:isNotEmpty($(c))" }')}`;
    const { report } = await run(text, tableOf([{ ref: '1', u: 'x', c: 'y', autre: 'z' }]));
    expect(report).toMatchObject({ missingColumns: ['nom'], unusedColumns: ['autre'] });
  });

  it('counts values that functions cannot read', async () => {
    const { report } = await run(ruleOf('- { p: schema:date, o: { function: cim:edtf($(date)) } }'), [
      { ref: '1', date: 'Moyen Âge' },
    ]);
    expect(report.faults).toMatchObject([
      {
        code: 'unreadable-date',
        count: 1,
        examples: [{ row: 1, line: 2, column: 'date', value: 'Moyen Âge' }],
      },
    ]);
  });
});

describe('A mapping run', () => {
  it('says every combination of the values in a template, and nothing where one is missing', async () => {
    const source = {
      ...tableOf([{ ref: '1' }]),
      reference: (name: string) => () => ({ ref: ['1'], a: ['x', 'y'], b: ['1', '2'] })[name] ?? [],
      columns: ['ref', 'a', 'b', 'c'],
    };
    const { lines } = await run(
      ruleOf('- [schema:name, "$(a)-$(b)"]', '- [schema:name, "$(a)-$(c)"]'),
      source,
    );
    expect(lines.map((line) => line.split(' ')[2])).toEqual(['"x-1"', '"x-2"', '"y-1"', '"y-2"']);
  });

  it('gives the records that subjects come from', async () => {
    const mapping = mappingOf(ruleOf('- [schema:name, $(nom)]'));
    const source = tableOf([
      { ref: '1', nom: 'a' },
      { ref: '2', nom: 'b' },
    ]);
    const running = mapSource({ mapping, source, base: BASE, graph: GRAPH, vocabularies: new Map() });
    const origins = [];
    for await (const chunk of running.chunks) origins.push(...chunk.origins);
    expect(origins).toEqual([
      { subject: `${BASE}id/x/1`, row: 1, line: 2 },
      { subject: `${BASE}id/x/2`, row: 2, line: 3 },
    ]);
  });

  it('looks labels up in the vocabularies it is given', async () => {
    const vocabularies = new Map([
      ['v', { find: (label: string) => (label === 'peinture' ? 'http://v/p' : undefined) }],
    ]);
    const text = ruleOf('- { p: schema:about, o: { function: "cim:lookup($(d), v)", type: iri } }');
    const { lines, report } = await run(
      text,
      [
        { ref: '1', d: 'peinture' },
        { ref: '2', d: 'autre' },
      ],
      vocabularies,
    );
    expect(lines).toEqual([`<${BASE}id/x/1> <http://schema.org/about> <http://v/p>`]);
    expect(report.faults).toMatchObject([{ code: 'not-in-vocabulary', count: 1 }]);
  });

  it('gives the same bytes twice', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => ({
      ref: `é${index}`,
      nom: `n ${index}`,
      url: 'http://a',
      date: '1990',
    }));
    const [first, second] = await Promise.all([run(TYPED, rows), run(TYPED, rows)]);
    expect(first.text).toBe(second.text);
    expect(first.report).toEqual(second.report);
  });

  it('ends every chunk with a whole line, in the graph it was given', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => ({ ref: String(index), nom: 'x'.repeat(100) }));
    const mapping = mappingOf(ruleOf('- [schema:name, $(nom)]'));
    const running = mapSource({
      mapping,
      source: tableOf(rows),
      base: BASE,
      graph: GRAPH,
      vocabularies: new Map(),
    });
    let chunks = 0;
    for await (const { nquads } of running.chunks) {
      chunks++;
      expect(nquads.endsWith(` <${GRAPH}> .\n`)).toBe(true);
    }
    expect(chunks).toBeGreaterThan(1);
  });

  it('reads no further than it is asked to', async () => {
    let batches = 0;
    let closed = false;
    const source = {
      ...tableOf([{ ref: '1', nom: 'x' }]),
      async *records() {
        try {
          for (; batches < 1000; batches++)
            yield [{ record: { ref: '1', nom: 'x'.repeat(100_000) }, row: 1, line: 1 }];
        } finally {
          closed = true;
        }
      },
    };
    const mapping = mappingOf(ruleOf('- [schema:name, $(nom)]'));
    const running = mapSource({ mapping, source, base: BASE, graph: GRAPH, vocabularies: new Map() });
    const iterator = running.chunks[Symbol.asyncIterator]();
    expect(batches).toBe(0);
    await iterator.next();
    expect(batches).toBeLessThan(10);
    await iterator.return?.();
    expect(closed).toBe(true);
  });
});
