import { describe, expect, it } from '@jest/globals';
import type { FindAnswer, FindQuestion, ResourceFinder, SnippetPart } from '../../../../src/model/index.ts';
import { crm, dcterms, edtf, rdf, schema, skos, wgs, xsd } from '../../../../src/rdf/index.ts';
import { type Content, id, line, withIndex } from '../dumps.ts';

const museum = (name: string) => id('musees', name);
const work = (name: string) => id('oeuvres', name);
const type = (subject: string, local: string) => line(subject, rdf.type, `<${schema.namespace}${local}>`);
const name = (subject: string, text: string, language = 'fr') =>
  line(subject, schema.name, `"${text}"@${language}`);
const link = (subject: string, property: string, object: string) => line(subject, property, `<${object}>`);
const concept = (subject: string, label: string, broader?: string) => [
  link(subject, rdf.type, skos.Concept),
  line(subject, skos.prefLabel, `"${label}"@fr`),
  ...(broader ? [link(subject, skos.broader, broader)] : []),
];
const year = (subject: string, property: string, value: string) =>
  line(subject, property, `"${value}"^^<${xsd.gYear}>`);

const CONTENT: Content = {
  regions: concept(id('regions', '11'), 'Île-de-France'),
  departements: [
    ...concept(id('departements', '75'), 'Paris'),
    link(id('departements', '75'), schema.containedInPlace, id('regions', '11')),
    ...concept(id('departements', '33'), 'Gironde'),
  ],
  domaines: [
    ...concept(id('domaines', 'arts'), 'arts'),
    ...concept(id('domaines', 'peinture'), 'peinture', id('domaines', 'arts')),
  ],
  musees: [
    type(museum('louvre'), 'Museum'),
    link(museum('louvre'), rdf.type, `${crm.namespace}E74_Group`),
    name(museum('louvre'), 'Musée du Louvre'),
    name(museum('louvre'), 'Louvre Museum', 'en'),
    link(museum('louvre'), schema.containedInPlace, id('departements', '75')),
    line(museum('louvre'), wgs.lat, '"48.86"'),
    line(museum('louvre'), wgs.long, '"2.33"'),
    year(museum('louvre'), `${schema.namespace}foundingDate`, '1793'),
    line(`${museum('louvre')}#adresse`, `${schema.namespace}streetAddress`, '"Rue de Rivoli"'),
    type(museum('aquitaine'), 'Museum'),
    name(museum('aquitaine'), 'Musée d’Aquitaine'),
    link(museum('aquitaine'), schema.containedInPlace, id('departements', '33')),
    line(museum('aquitaine'), wgs.lat, '"44.83"'),
    line(museum('aquitaine'), wgs.long, '"-0.57"'),
    line(museum('aquitaine'), schema.description, '"Le Louvre de la Gironde, disent les Bordelais."@fr'),
  ],
  oeuvres: [
    type(work('coeur'), 'VisualArtwork'),
    name(work('coeur'), 'Le Sacré-Cœur'),
    line(work('coeur'), dcterms.identifier, '"M0123-45"'),
    link(work('coeur'), crm.P50_has_current_keeper, museum('louvre')),
    link(work('coeur'), `${crm.namespace}P2_has_type`, id('domaines', 'peinture')),
    year(`${work('coeur')}#date`, crm.P82a_begin_of_the_begin, '1790'),
    year(`${work('coeur')}#date`, crm.P82b_end_of_the_end, '1810'),
    type(work('sans-titre'), 'VisualArtwork'),
    line(work('sans-titre'), dcterms.date, `"-0050"^^<${edtf.EDTF}>`),
  ],
};

const all = { offset: 0, limit: 100 };
const question = (text?: string, chosen: FindQuestion['chosen'] = {}): FindQuestion => ({
  ...(text !== undefined && { text }),
  chosen,
  language: 'fr',
});
const find = (text?: string, chosen: FindQuestion['chosen'] = {}): Promise<FindAnswer> =>
  withIndex(CONTENT, (finder) => finder.find(question(text, chosen), all));
const names = ({ things }: FindAnswer) => things.map(({ iri }) => iri.split('/id/')[1]);
const textOf = (parts: readonly SnippetPart[] = []) =>
  parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');
const valuesOf = ({ facets }: FindAnswer, facet: string, vocabulary?: string) =>
  Object.fromEntries(
    (facets.find((one) => one.facet === facet && one.vocabulary === vocabulary)?.values ?? []).map(
      ({ value, count }) => [value.split('/').at(-1), count],
    ),
  );

describe('Words', () => {
  it('are found in labels of all languages, texts, identifiers and what belongs to a thing', async () => {
    expect(names(await find('museum'))).toEqual(['musees/louvre']);
    expect(names(await find('bordelais'))).toEqual(['musees/aquitaine']);
    expect(names(await find('m0123'))).toEqual(['oeuvres/coeur']);
    expect(names(await find('rivoli'))).toEqual(['musees/louvre']);
    expect(names(await find('sans titre'))).toEqual(['oeuvres/sans-titre']);
    expect(names(await find('1793'))).toEqual(['musees/louvre']);
  });

  it('need no accents, capitals or ligatures, and the last may be a beginning', async () => {
    expect(names(await find('SACRE coeur'))).toEqual(['oeuvres/coeur']);
    expect(names(await find('sacré-cœ'))).toEqual(['oeuvres/coeur']);
    expect(names(await find('sac cœur'))).toEqual([]);
  });

  it('may be said in different places of a thing, but all are', async () => {
    expect(names(await find('aquitaine bordelais'))).toEqual(['musees/aquitaine']);
    expect(names(await find('louvre sacre'))).toEqual([]);
  });

  it('count more in labels than in texts', async () => {
    const answer = await find('louvre');
    expect(names(answer)).toEqual(['musees/louvre', 'musees/aquitaine']);
    const [first, second] = answer.things;
    expect(first?.score).toBeGreaterThan(second?.score ?? 0);
    expect(second?.score).toBeGreaterThan(0);
  });

  it('of one or two letters begin words of labels only', async () => {
    expect(names(await find('bo'))).toEqual([]);
    expect(names(await find('bor'))).toEqual(['musees/aquitaine']);
    expect(names(await find('aq'))).toEqual(['musees/aquitaine']);
  });

  it('are corrected where nothing has them', async () => {
    expect((await find('luovre')).correction).toBe('louvre');
    expect((await find('Musée du Louvr')).correction).toBeUndefined();
    expect((await find('museé du luvre')).correction).toBe('museé du louvre');
    expect((await find('coeru')).correction).toBe('cœur');
    expect((await find('xyzzyx')).correction).toBeUndefined();
    expect((await find('M0124')).correction).toBeUndefined();
  });

  it('find nothing where there are only signs, and everything where there are none', async () => {
    expect((await find('« … »')).total).toBe(0);
    expect((await find('  ')).total).toBe(9);
    expect((await find()).total).toBe(9);
  });
});

describe('IRIs of what is found', () => {
  it.each(['louvre', 'a', 'mu', 'musee aquitaine', 'nothing of this', 'le xyz', '« … »'])(
    'are those that pages show, in their order: %s',
    async (text) => {
      const iris = await withIndex(CONTENT, (finder) => finder.iris(question(text), 100));
      expect(iris).toEqual((await find(text)).things.map(({ iri }) => iri));
    },
  );

  it('are as many as are asked for, within what was chosen', async () => {
    const chosen = { dataset: ['musees'] };
    const iris = await withIndex(CONTENT, (finder) => finder.iris(question(undefined, chosen), 1));
    expect(iris).toEqual([museum('louvre')]);
  });
});

describe('What is found', () => {
  it('shows its label, where the words are said, years, areas and place', async () => {
    const [louvre, aquitaine] = (await find('louvre')).things;
    expect(louvre).toMatchObject({
      iri: museum('louvre'),
      labelLanguage: 'fr',
      dataset: 'musees',
      type: `${crm.namespace}E74_Group`,
      areas: [id('departements', '75'), id('regions', '11')],
      years: [1793, 1793],
      place: { latitude: 48.86, longitude: 2.33 },
    });
    expect(textOf(louvre?.label)).toBe('Musée du [Louvre]');
    expect(louvre?.snippet).toBeUndefined();
    expect(textOf(aquitaine?.snippet)).toBe('Le [Louvre] de la Gironde, disent les Bordelais.');
  });

  it('lies where its keeper lies', async () => {
    const [coeur] = (await find('sacre')).things;
    expect(coeur?.areas).toEqual([id('departements', '75'), id('regions', '11')]);
    expect(coeur?.years).toEqual([1790, 1810]);
  });

  it('is labelled in the language of the reader', async () => {
    const answer = await withIndex(CONTENT, (finder) =>
      finder.find({ text: 'louvre', chosen: {}, language: 'en' }, { offset: 0, limit: 1 }),
    );
    expect(textOf(answer.things[0]?.label)).toBe('[Louvre] Museum');
    expect(answer.things[0]?.labelLanguage).toBe('en');
  });

  it('comes page by page, each thing once', async () => {
    await withIndex(CONTENT, (finder) => {
      const whole = finder.find(question(), all).things.map(({ iri }) => iri);
      const parts = [0, 2, 4, 6, 8, 10].flatMap(
        (offset) => finder.find(question(), { offset, limit: 2 }).things,
      );
      expect(parts.map(({ iri }) => iri)).toEqual(whole);
    });
  });

  it('is a thing of a dataset: no hash IRI, no term, no thing of others', async () => {
    const foreign = [
      name('https://example.org/louvre', 'Louvre'),
      name('http://localhost:3000/def/louvre', 'Louvre'),
      name(`${museum('louvre')}#nom`, 'Louvre'),
    ];
    const content = { ...CONTENT, musees: [...(CONTENT['musees'] ?? []), ...foreign] };
    await withIndex(content, (finder) => {
      expect(finder.find(question(), all).total).toBe(9);
      expect(finder.find(question('louvre'), all).total).toBe(2);
    });
  });
});

describe('Facets', () => {
  it('count what things have, areas and concepts above included', async () => {
    const answer = await find();
    expect(valuesOf(answer, 'dataset')).toEqual({
      departements: 2,
      domaines: 2,
      musees: 2,
      oeuvres: 2,
      regions: 1,
    });
    expect(valuesOf(answer, 'place')).toEqual({ '11': 3, '75': 2, '33': 1 });
    expect(valuesOf(answer, 'concept', 'domaines')).toEqual({ arts: 1, peinture: 1 });
    expect(valuesOf(answer, 'period')).toEqual({ '18': 2, '19': 1, '-1': 1 });
    expect(valuesOf(answer, 'type')).toMatchObject({ Museum: 2, VisualArtwork: 2, E74_Group: 1 });
  });

  it('are of what was found only', async () => {
    expect(valuesOf(await find('louvre'), 'place')).toEqual({ '11': 1, '75': 1, '33': 1 });
  });

  it('narrow together', async () => {
    const chosen = { place: [id('regions', '11')], period: ['18'] };
    expect(names(await find(undefined, chosen)).sort()).toEqual(['musees/louvre', 'oeuvres/coeur']);
    expect(names(await find('louvre', chosen))).toEqual(['musees/louvre']);
    expect(names(await find(undefined, { ...chosen, concept: [id('domaines', 'arts')] }))).toEqual([
      'oeuvres/coeur',
    ]);
  });

  it('find nothing for values that there are not', async () => {
    for (const chosen of [{ place: ['http://nowhere.example/'] }, { period: ['x', '18'] }, { dataset: [''] }])
      expect((await find(undefined, chosen)).total).toBe(0);
  });

  it('tell as many values as are asked for, and how many there are', async () => {
    await withIndex(CONTENT, (finder) => {
      const some = finder.find(question(), { ...all, facetValues: 1 }).facets;
      expect(some.find(({ facet }) => facet === 'place')).toMatchObject({ values: [{ count: 3 }], total: 3 });
      expect(finder.find(question(), { ...all, facetValues: 0 }).facets).toEqual([]);
    });
  });

  it('end where areas or concepts lie in each other in a circle', async () => {
    const [one, other] = [id('domaines', 'a'), id('domaines', 'b')];
    const content = {
      domaines: [...concept(one, 'a', other), ...concept(other, 'b', one)],
      musees: [name(museum('m'), 'M'), link(museum('m'), dcterms.subject, one)],
    };
    await withIndex(content, (finder) =>
      expect(valuesOf(finder.find(question('m'), all), 'concept', 'domaines')).toEqual({ a: 1, b: 1 }),
    );
  });
});

describe('Suggestions', () => {
  const suggest = (text: string, limit = 5, chosen: FindQuestion['chosen'] = {}) =>
    withIndex(CONTENT, (finder) =>
      finder.suggest(text, { language: 'fr', limit, chosen }).map(({ label }) => label),
    );

  it('have a word that begins so; those that begin so themselves come first', async () => {
    expect(await suggest('l')).toEqual(['Le Sacré-Cœur', 'Musée du Louvre']);
    expect(await suggest('mus')).toEqual(['Musée du Louvre', 'Musée d’Aquitaine']);
    expect(await suggest('musee d’aq')).toEqual(['Musée d’Aquitaine']);
    expect(await suggest('bordelais')).toEqual([]);
  });

  it('are as many as are wanted, of what was chosen', async () => {
    expect(await suggest('m', 1)).toHaveLength(1);
    expect(await suggest('l', 5, { dataset: ['musees'] })).toEqual(['Musée du Louvre']);
    expect(await suggest('')).toEqual([]);
  });
});

describe('Places of what is found', () => {
  const located = (ask: (finder: ResourceFinder) => unknown) => withIndex(CONTENT, ask);

  it('come in the order of IRIs, with their whole number', async () => {
    await located((finder) => {
      expect(finder.located(question(), { limit: 1 })).toEqual({
        places: [{ iri: museum('aquitaine'), latitude: 44.83, longitude: -0.57 }],
        total: 2,
      });
      expect(finder.located(question('musee louvre'), { limit: 9 }).total).toBe(2);
      expect(finder.located(question('rivoli'), { limit: 9 }).total).toBe(1);
    });
  });

  it('lie within bounds, beyond the antimeridian too', async () => {
    await located((finder) => {
      const within = (west: number, east: number) =>
        finder.located(question(), { limit: 9, bounds: { south: 44.83, north: 50, west, east } }).total;
      expect([within(-0.57, 2.33), within(0, 3), within(3, 4), within(170, 0), within(2.4, -0.6)]).toEqual([
        2, 1, 0, 1, 0,
      ]);
    });
  });
});

describe('Hostile texts', () => {
  const HOSTILE = [
    '" OR 1=1 --',
    'label : *',
    'NEAR(a b)',
    '*',
    '\u0000\uD800',
    '\uE000',
    "'; DROP TABLE found_words; --",
    '<script>alert(1)</script>',
    '\u202Eevuol',
    '🏛️ 👨‍👩‍👧',
    'مَتْحَف',
    'é'.repeat(5000),
    'a '.repeat(900),
    `${'mot '.repeat(30)}fin`,
    'ab'.repeat(400),
  ];

  it.each(HOSTILE)('are words or nothing: %j', async (text) => {
    await withIndex(CONTENT, (finder) => {
      expect(finder.find(question(text), all).total).toBe(0);
      expect(finder.suggest(text, { language: 'fr', limit: 5 })).toEqual([]);
      expect(finder.located(question(text), { limit: 5 }).total).toBe(0);
    });
  });

  it('cannot say that a word is one of a label', async () => {
    expect(names(await find('\uE000bordelais'))).toEqual(['musees/aquitaine']);
  });

  it('in data are found and shown as they are', async () => {
    const texts = ['<script>alert(1)</script> balise', 'مَتْحَف اللوفر', '🏛️ emoji', '\\u202Erenversé'];
    const long = `${'mot '.repeat(250_000)}bout`;
    const content = {
      musees: [
        ...texts.map((text, at) => name(museum(String(at)), text)),
        line(museum('0'), schema.description, `"${long}"@fr`),
        line(museum('%E0%A4%A'), schema.description, '"sans nom"@fr'),
      ],
    };
    await withIndex(content, (finder) => {
      const first = (text: string) => finder.find(question(text), all).things[0];
      expect(textOf(first('alert')?.label)).toBe('<script>[alert](1)</script> balise');
      expect(first('متحف')?.iri).toBe(museum('1'));
      expect(first('emoji')?.iri).toBe(museum('2'));
      expect(first('renverse')?.iri).toBe(museum('3'));
      expect(textOf(first('mot balise')?.snippet).length).toBeLessThan(300);
      expect(textOf(first('nom')?.label)).toBe('%E0%A4%A');
    });
  });
});
