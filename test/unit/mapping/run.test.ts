import { describe, expect, it } from '@jest/globals';
import { mapSource } from '../../../src/mapping/index.ts';
import { BASE, GRAPH, mappingOf, ruleOf, run, tableOf } from './mapping-run.ts';

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
          { file: '/x.csv', row: 1, line: 2, column: 'url', value: 'http://a b' },
          { file: '/x.csv', row: 4, line: 5, column: 'url', value: 'http://<d>' },
        ],
      },
      {
        code: 'ill-typed',
        count: 2,
        line: 7,
        examples: [
          { file: '/x.csv', row: 2, line: 3, column: 'date', value: '194.' },
          { file: '/x.csv', row: 4, line: 5, column: 'date', value: 'x' },
        ],
      },
      {
        code: 'empty-subject',
        count: 1,
        line: 3,
        examples: [{ file: '/x.csv', row: 3, line: 4, column: 'ref', value: '' }],
      },
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

  it('counts terms that there was no reason to make, apart from faults', async () => {
    const mapping = `mappings:
  x:
    s: id:x/$(ref)
    condition: cim:isNotEmpty($(nom))
    po:
      - [schema:name, $(nom)]
      - [schema:url, $(url)~iri]
      - { p: schema:about, o: { mapping: y, condition: { function: equal, parameters: [[str1, $(url), s], [str2, $(nom), o]] } } }
      - { p: schema:date, o: $(date), condition: 'cim:isNotEmpty($(date))' }
  y: { s: id:y/$(ref), po: [[schema:name, $(nom)]] }
`;
    const { report, lines } = await run(mapping, [
      { ref: '1', nom: 'a', url: '', date: '' },
      { ref: '2', nom: 'b', url: 'no iri', date: '1850' },
      { ref: '3', nom: '', url: '', date: '' },
    ]);
    expect(
      report.absences.map(({ reason, place, column, count }) => [reason, place.line, column, count]),
    ).toEqual([
      ['condition', 4, 'nom', 1],
      ['empty', 7, 'url', 1],
      ['empty', 8, 'url', 1],
      ['unmatched', 8, 'url', 1],
      ['condition', 9, 'date', 1],
      ['empty', 10, 'nom', 1],
    ]);
    expect(report.faults).toMatchObject([{ code: 'illegal-iri', count: 1 }]);
    expect(lines).toHaveLength(5);
  });

  it('counts values that functions cannot read', async () => {
    const { report } = await run(ruleOf('- { p: schema:date, o: { function: cim:edtf($(date)) } }'), [
      { ref: '1', date: 'Moyen Âge' },
    ]);
    expect(report.faults).toMatchObject([
      {
        code: 'unreadable-date',
        count: 1,
        examples: [{ file: '/x.csv', row: 1, line: 2, column: 'date', value: 'Moyen Âge' }],
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
      { subject: `${BASE}id/x/1`, file: '/x.csv', row: 1, line: 2, identifies: true },
      { subject: `${BASE}id/x/2`, file: '/x.csv', row: 2, line: 3, identifies: true },
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
    for await (const chunk of running.chunks) {
      const nquads = Buffer.from(chunk.nquads).toString();
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
            yield [{ record: { ref: '1', nom: 'x'.repeat(100_000) }, row: 1, line: 1, offset: 0 }];
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
