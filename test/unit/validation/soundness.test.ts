import { describe, expect, it } from '@jest/globals';
import { faults, onProperty, thing, validator, xsd } from './shapes.ts';

describe('Value constraints', () => {
  it.each([
    ['date', '2024-02-29', '2024-02-30'],
    ['date', '1900-02-28Z', '1900-02-29'],
    ['date', '-0044-03-15', '44-03-15'],
    ['dateTime', '2024-02-29T24:00:00', '2023-02-29T10:00:00'],
    ['dateTimeStamp', '2024-02-29T10:00:00+01:00', '2024-02-29T10:00:00'],
    ['gYear', '-0450', '450'],
    ['gYearMonth', '-0450-12', '2024-13'],
    ['gMonthDay', '--02-29', '--02-30'],
    ['integer', '-007', '7.0'],
    ['nonNegativeInteger', '+7', '-1'],
    ['byte', '-128', '128'],
    ['decimal', '.5', '1e3'],
    ['double', '1e3', 'Infinity'],
    ['boolean', '0', 'TRUE'],
    ['duration', 'P1YT5M', 'P1YT'],
    ['language', 'fr-FR', 'fr_FR'],
    ['hexBinary', '00ff', '0ff'],
    ['base64Binary', 'YQ==', 'YQ='],
  ])('know the lexical forms of xsd:%s: %s but not %s', async (type, right, wrong) => {
    const judge = onProperty(`sh:datatype xsd:${type}`);
    expect(await faults(judge, xsd(right, type), xsd(wrong, type))).toEqual([wrong]);
  });

  it('accept text with characters beyond the first plane as xsd:string', async () => {
    expect(await faults(onProperty('sh:datatype xsd:string'), '"𝄞 music"')).toEqual([]);
  });

  it('tell xsd:string from a text with a language', async () => {
    expect(await faults(onProperty('sh:datatype rdf:langString'), '"a"@fr', '"b"')).toEqual(['b']);
  });

  it('match patterns with Unicode properties and accented words', async () => {
    expect(
      await faults(onProperty('sh:pattern "^\\\\p{Lu}\\\\w+$"'), '"Élodie"', '"élodie"', '"A_b"'),
    ).toEqual(['élodie', 'A_b']);
  });

  it('do not take a no-break space for XPath’s \\s', async () => {
    expect(await faults(onProperty('sh:pattern "^a[\\\\s-]b$"'), '"a b"', '"a-b"', '"a\u00a0b"')).toEqual([
      'a\u00a0b',
    ]);
  });

  it('honour the flags i, x and q of a pattern', async () => {
    expect(await faults(onProperty('sh:pattern "^a b$" ; sh:flags "ix"'), '"AB"', '"a b"')).toEqual(['a b']);
    expect(await faults(onProperty('sh:pattern "a.b" ; sh:flags "q"'), '"a.b"', '"axb"')).toEqual(['axb']);
  });

  it('match patterns against IRIs and never against blank nodes', async () => {
    const judge = onProperty('sh:pattern "b"');
    expect(await faults(judge, '<http://example.org/b>', '<http://x.y/z>', '_:b7')).toHaveLength(2);
  });

  it('count characters, not UTF-16 units', async () => {
    expect(await faults(onProperty('sh:maxLength 1'), '"𝄞"')).toEqual([]);
    expect(await faults(onProperty('sh:minLength 2'), '"𝄞"')).toEqual(['𝄞']);
  });

  it('match languages as ranges: neither @frr for "fr" nor a difference of case', async () => {
    const judge = onProperty('sh:languageIn ( "fr" "EN" )');
    expect(await faults(judge, '"a"@fr-CA', '"b"@frr', '"c"@en', '"d"', '<http://x.y/z>')).toEqual([
      'b',
      'd',
      'http://x.y/z',
    ]);
  });

  it('find repeated languages whatever the case of the tag', async () => {
    expect(await faults(onProperty('sh:uniqueLang true'), '"a"@fr', '"b"@FR', '"c"', '"d"')).toEqual([
      'UniqueLangConstraintComponent',
    ]);
  });

  it('accept nothing against an empty list', async () => {
    expect(await faults(onProperty('sh:in ()'), '"a"')).toEqual(['a']);
  });

  it('compare by value: long integers, decimals and doubles', async () => {
    const judge = onProperty('sh:maxInclusive 9007199254740992');
    expect(
      await faults(judge, xsd('9007199254740993', 'integer'), xsd('9007199254740992.0', 'decimal')),
    ).toEqual(['9007199254740993']);
    expect(
      await faults(onProperty('sh:minExclusive 0.5'), xsd('0.50', 'decimal'), xsd('5.1e-1', 'double')),
    ).toEqual(['0.50']);
  });

  it('compare years before our era and times in their zones', async () => {
    expect(
      await faults(
        onProperty('sh:minInclusive "-0450"^^xsd:gYear'),
        xsd('-0500', 'gYear'),
        xsd('1789', 'gYear'),
      ),
    ).toEqual(['-0500']);
    const judge = onProperty('sh:maxExclusive "2024-01-01T00:00:00Z"^^xsd:dateTime');
    expect(
      await faults(
        judge,
        xsd('2024-01-01T00:30:00+01:00', 'dateTime'),
        xsd('2023-12-31T23:30:00-01:00', 'dateTime'),
      ),
    ).toEqual(['2023-12-31T23:30:00-01:00']);
  });

  it('refuse what cannot be compared: other kinds, ill-formed values, moments without zone', async () => {
    const judge = onProperty('sh:minInclusive "2024-01-01T00:00:00Z"^^xsd:dateTime');
    const values = [
      xsd('2025-01-01T00:00:00', 'dateTime'),
      '"2025"',
      xsd('2025-02-30', 'date'),
      '<http://x.y/z>',
    ];
    expect(await faults(judge, ...values)).toHaveLength(4);
  });

  it('tell IRIs from literals', async () => {
    expect(await faults(onProperty('sh:nodeKind sh:IRI'), '"a"', '<http://x.y/z>')).toEqual(['a']);
  });

  it('ask for one given value among others', async () => {
    expect(await faults(onProperty('sh:hasValue ex:v'), '<http://example.org/v>', '"a"')).toEqual([]);
    expect(await faults(onProperty('sh:hasValue ex:v'), '"a"')).toEqual(['HasValueConstraintComponent']);
  });

  it('count distinct values', async () => {
    expect(await faults(onProperty('sh:maxCount 1'), '"a"', '"a"')).toEqual([]);
    expect(await faults(onProperty('sh:maxCount 1'), '"a"', '"b"')).toEqual(['MaxCountConstraintComponent']);
    expect(await faults(onProperty('sh:minCount 1'))).toEqual(['MinCountConstraintComponent']);
  });
});

describe('Shapes that meet on one node', () => {
  it('each report their own faults', async () => {
    const judge = validator(`
      ex:A a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; sh:minCount 2 ] .
      ex:B a sh:NodeShape ; sh:targetSubjectsOf ex:p ; sh:property [ sh:path ex:p ; sh:datatype xsd:integer ] .`);
    const results = await judge.validate([thing('t', '"a"')]);
    expect(results.map(({ shape, component }) => [shape, component])).toEqual([
      ['http://example.org/A', 'MinCountConstraintComponent'],
      ['http://example.org/B', 'DatatypeConstraintComponent'],
    ]);
  });

  it('report the fault of a shared property shape once, whichever shape comes first', async () => {
    const judge = validator(`
      ex:P sh:path ex:p ; sh:minCount 1 ; sh:pattern "^x" .
      ex:A a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:P .
      ex:B a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:P .
      ex:C a sh:NodeShape ; sh:targetSubjectsOf rdf:type ; sh:property ex:P .`);
    expect(await judge.validate([thing('t')])).toHaveLength(1);
    expect(await judge.validate([thing('t', '"a"', '"b"')])).toHaveLength(2);
    expect(await judge.validate([thing('t', '"a"'), thing('u', '"a"')])).toHaveLength(2);
  });

  it('report the same fault again on every call', async () => {
    const judge = onProperty('sh:minCount 1');
    expect(await judge.validate([thing('t')])).toEqual(await judge.validate([thing('t')]));
  });
});

describe('Targets', () => {
  it('reach instances of subclasses and of shapes that are classes', async () => {
    const judge = validator(`
      ex:Thing rdfs:subClassOf ex:Middle . ex:Middle rdfs:subClassOf ex:Top , ex:Middle .
      ex:Top a rdfs:Class , sh:NodeShape ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`);
    expect(await judge.validate([thing('t')])).toHaveLength(1);
  });

  it('reach hash IRIs, and results name the thing they belong to', async () => {
    const judge = validator(
      'ex:S a sh:NodeShape ; sh:targetSubjectsOf ex:year ; sh:property [ sh:path ex:year ; sh:datatype xsd:gYear ] .',
    );
    const star = {
      iri: 'http://example.org/t',
      lines: ['<http://example.org/t#creation> <http://example.org/year> "1789" .'],
    };
    expect(await judge.validate([star])).toMatchObject([
      { thing: 'http://example.org/t', focusNode: 'http://example.org/t#creation' },
    ]);
  });

  it('judge a named node where it is described, or given as a thing of which nothing is said', async () => {
    const judge = validator(
      'ex:S a sh:NodeShape ; sh:targetNode ex:t ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .',
    );
    expect(await judge.validate([thing('t'), thing('u')])).toMatchObject([{ thing: 'http://example.org/t' }]);
    const silent = { iri: 'http://example.org/t', lines: [] };
    expect(await judge.validate([silent])).toMatchObject([{ thing: 'http://example.org/t' }]);
    expect(await judge.validate([{ ...silent, iri: 'http://example.org/u' }])).toEqual([]);
  });

  it('judge objects by their form', async () => {
    const judge = validator('ex:S a sh:NodeShape ; sh:targetObjectsOf ex:p ; sh:nodeKind sh:IRI .');
    expect(await judge.validate([thing('t', '"text"', '<http://x.y/z>')])).toMatchObject([
      { thing: 'http://example.org/t', focusNode: 'text' },
    ]);
  });

  it('leave out deactivated shapes', async () => {
    const judge = validator(`
      ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:deactivated true ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .
      ex:R a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:deactivated true ] .`);
    expect(await judge.validate([thing('t')])).toEqual([]);
  });
});
