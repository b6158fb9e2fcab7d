import { describe, expect, it } from '@jest/globals';
import { HttpProblem } from '../../../../src/http/problem.ts';
import { scorer } from '../../../../src/http/reconciliation/score.ts';
import { thingFacts } from '../../../../src/http/reconciliation/thing-facts.ts';
import { dcterms } from '../../../../src/rdf/index.ts';

const BASE = 'https://data.example.org/';
const naming = {
  language: 'fr' as const,
  thing: () => undefined,
  term: (iri: string) => iri,
  dataset: (slug: string) => slug,
};

/** A text of 30 words that no other number gives. */
const longText = (number: number): string =>
  Array.from({ length: 30 }, (_, at) => ((number * 30 + at + 1) * 0x9e3779b1).toString(36).slice(0, 9)).join(
    ' ',
  );

function thing(titles: readonly string[]) {
  const iri = `${BASE}id/oeuvres/1`;
  const lines = titles.map((title) => `<${iri}> <${dcterms.title}> "${title}" .`);
  return thingFacts({ iri, dataset: 'oeuvres', lines, incoming: [], labels: [] } as never, naming);
}

const asking = (values: readonly string[]) =>
  scorer(
    {
      text: 'Vue de Paris',
      types: [],
      areTypesWished: false,
      limit: 10,
      properties: [{ pid: dcterms.title, values, quantifier: 'any', isRequired: false }],
    },
    { base: BASE, naming },
  );

describe('A score', () => {
  it('of long descriptions is given', () => {
    const { score } = asking([longText(1)])(thing([longText(1), longText(2)]));
    expect(score).toBeGreaterThan(0);
  });

  it('is refused, not guessed, where a query compares more than one may', () => {
    const score = asking(Array.from({ length: 20 }, (_, at) => longText(at)));
    const things = Array.from({ length: 24 }, (_, one) =>
      thing(Array.from({ length: 50 }, (_, at) => longText(100 + one * 50 + at))),
    );
    expect(() => things.map(score)).toThrow(HttpProblem);
    expect(() => things.map(score)).toThrow('compares too many long texts');
  });
});
