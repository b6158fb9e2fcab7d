import { describe, expect, it } from '@jest/globals';
import { schema, skos } from '../../../src/rdf/index.ts';
import { readVocabulary } from '../../../src/release/dataset/vocabulary.ts';
import { streamOf } from './folders.ts';

const line = (name: string, property: string, label: string) =>
  `<http://e.org/${name}> <${property}> ${label} <http://e.org/g> .`;

const vocabulary = (...lines: readonly string[]) => readVocabulary(streamOf(lines.map((one) => [one])));

/** The labels from the strongest to the weakest. */
const RANKED = [
  skos.prefLabel,
  schema.name,
  skos.altLabel,
  skos.hiddenLabel,
  schema.alternateName,
  skos.notation,
];

describe('A vocabulary', () => {
  it.each([
    'Époque Moderne',
    'epoque moderne',
    'ÉPOQUE  MODERNE',
    'époque-moderne',
    '(Époque moderne)',
    'E\u0301poque moderne',
  ])('finds a concept by %j', async (label) => {
    const { find } = await vocabulary(line('a', skos.prefLabel, '"Époque moderne"@fr'));
    expect(find(label)).toBe('http://e.org/a');
  });

  it.each(['époque', 'époque moderne tardive', ''])('finds nothing by %j', async (label) => {
    const { find } = await vocabulary(line('a', skos.prefLabel, '"Époque moderne"@fr'));
    expect(find(label)).toBeUndefined();
  });

  it.each(RANKED)('knows concepts by %s', async (property) => {
    const { find } = await vocabulary(line('a', property, '"Nom"'));
    expect(find('nom')).toBe('http://e.org/a');
  });

  it.each(RANKED.slice(1).map((weaker, index) => [RANKED[index] ?? '', weaker] as const))(
    'prefers %s to %s, whichever comes first',
    async (stronger, weaker) => {
      const lines = [line('strong', stronger, '"Nom"'), line('weak', weaker, '"nom"')];
      expect((await vocabulary(...lines)).find('NOM')).toBe('http://e.org/strong');
      expect((await vocabulary(...lines.toReversed())).find('NOM')).toBe('http://e.org/strong');
    },
  );

  it('keeps the first of two equals, and concepts in every language', async () => {
    const { find } = await vocabulary(
      line('a', skos.prefLabel, '"Dessin"@fr'),
      line('b', skos.prefLabel, '"dessin"@fr'),
      line('a', skos.prefLabel, '"Drawing"@en'),
    );
    expect([find('dessin'), find('drawing')]).toEqual(['http://e.org/a', 'http://e.org/a']);
  });

  it('looks at labels only, and reads escapes', async () => {
    const { find } = await vocabulary(
      line('a', schema.description, '"Une description"'),
      line('a', skos.altLabel, String.raw`"l\"Eau\u00e9"`),
    );
    expect(find('une description')).toBeUndefined();
    expect(find('l eaué')).toBe('http://e.org/a');
  });
});
