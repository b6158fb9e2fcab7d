import { describe, expect, it } from '@jest/globals';
import { constructOver } from '../../../src/store/index.ts';

const LINES = ['<urn:a> <urn:p> "x"@fr .', '<urn:a> <urn:p> <urn:b> .', '<urn:b> <urn:q> "2"^^<urn:t> .'];
const over = (text: string) => constructOver(LINES, { text, base: 'http://base.example/' });

describe('A CONSTRUCT over a few statements', () => {
  it('gives sorted distinct lines, and resolves names against the base', () => {
    expect(over('CONSTRUCT { <z> <y> ?o . ?s <y> ?o } { ?s <urn:p>|<urn:q> ?o }')).toEqual([
      '<http://base.example/z> <http://base.example/y> "2"^^<urn:t> .',
      '<http://base.example/z> <http://base.example/y> "x"@fr .',
      '<http://base.example/z> <http://base.example/y> <urn:b> .',
      '<urn:a> <http://base.example/y> "x"@fr .',
      '<urn:a> <http://base.example/y> <urn:b> .',
      '<urn:b> <http://base.example/y> "2"^^<urn:t> .',
    ]);
  });

  it('gives none where nothing is found, and throws for what is no query', () => {
    expect(over('CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(false) }')).toEqual([]);
    expect(() => over('CONSTRUCT { ?s')).toThrow();
  });

  it('keeps nothing: a thousand times take no more memory than ten', () => {
    const ask = (times: number) => {
      for (let at = 0; at < times; at += 1) over('CONSTRUCT WHERE { ?s ?p ?o }');
      return process.memoryUsage().rss;
    };
    const before = ask(200);
    expect(ask(1000) - before).toBeLessThan(50 * 2 ** 20);
  });
});
