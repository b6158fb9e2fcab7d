import { describe, expect, it } from '@jest/globals';
import { mapContent } from '../../../src/cli/map-content.ts';
import { Fault } from '../../../src/model/index.ts';

const IRI = '<urn:s> <urn:p> <urn:o> .\n';
const LITERAL = '<urn:s> <urn:p> "a \\" <urn:x> ." .\n';
const GRAPHED =
  '<urn:s> <urn:p> "é"@fr <urn:g> .\n_:b <urn:p> "1"^^<urn:d> _:g .\n<urn:s p> <urn:p> <urn:o o> <urn:g> .\n';

describe('N-Quads', () => {
  it('pass as they are', async () => {
    const content = mapContent('nq');
    expect(content.add(Buffer.from(IRI + GRAPHED))).toEqual(Buffer.from(IRI + GRAPHED));
    expect(await content.end()).toBe('');
  });
});

describe('N-Triples', () => {
  it('lose graphs and nothing else, and count them', () => {
    const content = mapContent('nt');
    expect(content.add(Buffer.from(IRI + LITERAL + GRAPHED))).toBe(
      `${IRI}${LITERAL}<urn:s> <urn:p> "é"@fr .\n_:b <urn:p> "1"^^<urn:d> .\n<urn:s p> <urn:p> <urn:o o> .\n`,
    );
    expect(content.ungraphed).toBe(3);
  });
});

describe('A format that groups statements', () => {
  it('writes them at the end, each once', async () => {
    const content = mapContent('ttl');
    expect(content.add(Buffer.from(IRI + IRI))).toBe('');
    expect((await content.end()).match(/urn:o/g)).toHaveLength(1);
  });

  it('refuses what it cannot hold, and names the one that can', () => {
    const content = mapContent('jsonld', 100);
    content.add(Buffer.from(IRI));
    expect(() => content.add(Buffer.from(IRI + LITERAL + GRAPHED))).toThrow(Fault);
    expect(() => content.add(Buffer.from(''))).toThrow(/--format nq/);
  });

  it('names the statement it cannot say', async () => {
    const content = mapContent('trig');
    content.add(Buffer.from('<urn:s p> <urn:p> <urn:o> .\n'));
    await expect(content.end()).rejects.toThrow(/format trig.*--format nq/);
  });
});
