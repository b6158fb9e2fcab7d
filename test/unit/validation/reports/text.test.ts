import { describe, expect, it } from '@jest/globals';
import { graphReportText } from '../../../../src/validation/index.ts';
import { DATA, reportOn, SHAPES } from './judged.ts';

const textOf = (shapes: string, data: string, limit?: number, language: 'fr' | 'en' = 'en') =>
  graphReportText(reportOn(shapes, data, limit), language).join('\n');

describe('A report in words', () => {
  const text = textOf(SHAPES, DATA);

  it('begins with the verdict and the counts', () => {
    expect(text.split('\n')[0]).toBe(
      'data.ttl: does not conform. Results: 11 (violation: 9, warning: 1, info: 1); focus nodes judged: 9; statements: 21.',
    );
  });

  it('tells groups with their share, the gravest and most frequent first', () => {
    const heads = text.split('\n').filter((line) => /^(violation|warning|info) /.test(line));
    expect(heads.map((line) => line.replace(/.* › /, '').replace(/http:\/\/example.org\//, ''))).toEqual([
      '<title>, sh:minCount',
      '<date>, sh:or',
      '<code>, sh:minCount',
      '(<place>/^<http://example.org/holds>), sh:maxCount',
      '<note>, sh:minCount',
    ]);
    expect(text).toContain('results: 7; nodes concerned: 7 of 8 (87.5%)');
  });

  it('shows five samples and says that there are more', () => {
    expect(text).toContain('<http://example.org/w5>\n    … truncated: 5 of 7 shown');
    expect(text).not.toContain('<http://example.org/w6>');
  });

  it('tells the reasons inside sh:or below the result', () => {
    expect(text).toMatch(
      /<http:\/\/example.org\/w8>: "1850 .*"\n {6}– "1850 .*": .*xsd:date\.\n {6}– .*xsd:gYear\./,
    );
  });

  it('tells what a blank node is and what leads to it, and never its label', () => {
    expect(text).toContain(
      'blank node (<http://example.org/PostalAddress>; <http://example.org/w8> → <http://example.org/address>)',
    );
    expect(text).not.toMatch(/_:|n3-\d/);
  });

  it('names the shapes that found nothing to judge', () => {
    expect(text).toContain('Note: these shapes found nothing to judge: <http://example.org/Idle>.');
  });

  it('says that a limit cut it, and counts everything nevertheless', () => {
    const cut = textOf(SHAPES, DATA, 2);
    expect(cut).toContain('Truncated: --limit lets 2 of 11 results be shown');
    expect(cut).toContain('… truncated: 2 of 7 shown');
    expect(cut).toContain('results: 7; nodes concerned: 7 of 8');
  });

  it('is French where French is asked for, with its spaces', () => {
    const french = textOf(SHAPES, DATA, undefined, 'fr');
    expect(french).toContain('data.ttl\u00a0: non conforme. Résultats\u00a0: 11 (violation\u00a0: 9,');
    expect(french).toContain('Sans titre\u202f!');
    expect(french).toContain('… tronqué\u00a0: 5 sur 7');
  });
});

describe('A report on nothing', () => {
  it('says that the data are empty', () => {
    const text = textOf(SHAPES, '');
    expect(text).toContain('data.ttl: conforms.');
    expect(text).toContain('Note: the data are empty; nothing was judged.');
  });

  it('says that no node is a target', () => {
    expect(textOf(SHAPES, 'ex:a ex:b ex:c .')).toContain(
      'Note: no node of the data is the target of a shape',
    );
  });

  it('judges a node that a shape names, even in empty data', () => {
    const text = textOf(
      'ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .',
      '',
    );
    expect(text).toContain('does not conform. Results: 1');
  });
});

describe('A share', () => {
  it('is not told of nodes that other shapes reach inside those judged', () => {
    const text = textOf(
      'ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:property [ sh:path ex:p ; sh:property [ sh:path ex:q ; sh:minCount 1 ] ] .',
      'ex:a a ex:T ; ex:p ex:b .',
    );
    expect(text).toContain('results: 1; nodes concerned: 1\n');
  });
});

describe('Reasons', () => {
  const inner = Array.from({ length: 30 }, (_, n) => `sh:property [ sh:path ex:p${n} ; sh:minCount 1 ]`);

  it('are told up to twenty, and said to be more', () => {
    const text = textOf(
      `ex:S a sh:NodeShape ; sh:targetClass ex:T ; sh:node ex:N . ex:N a sh:NodeShape ; ${inner.join(' ; ')} .`,
      'ex:a a ex:T .',
    );
    expect(text.split('\n').filter((line) => line.startsWith('      –'))).toHaveLength(20);
    expect(text).toContain('… truncated: further causes');
  });
});
