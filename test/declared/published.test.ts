import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createTerms } from '../../src/declarations/index.ts';
import { LANGUAGES, type Terms, thingSpace, withoutFragment } from '../../src/model/index.ts';
import { parseLines, type RDF, rdf, rdfs, readQuadLines, schema, skos, wgs } from '../../src/rdf/index.ts';
import { BASE, releaseShipped, type Shipped } from './shipped.ts';
import { isInFrance } from './territories.ts';

const SLUGS = [
  'artistes',
  'departements',
  'domaines',
  'frequentation',
  'maisons',
  'monuments',
  'musees',
  'objets',
  'oeuvres',
  'periodes',
  'regions',
];

/** Datasets whose things all have a place of their own. */
const PLACED = ['departements', 'maisons', 'monuments', 'musees', 'oeuvres', 'regions'];

/** Least things a dataset was promised to have. */
const PROMISED = {
  musees: 100,
  monuments: 100,
  oeuvres: 150,
  artistes: 40,
  maisons: 40,
  objets: 10,
  frequentation: 600,
};

/**
 * Links between shipped datasets that lead nowhere, by subject's dataset, property and object's dataset: how many
 * targets at most, and why that is right.
 */
const DANGLING: Readonly<Record<string, { readonly most: number; readonly why: string }>> = {
  'musees http://schema.org/location monuments': {
    most: 7,
    why: 'the source names the Mérimée record of the museum’s building; only a part of the monuments is shipped',
  },
};

let shipped: Shipped;
let terms: Terms;
const bySlug = new Map<string, readonly RDF.Quad[]>();
let all: readonly RDF.Quad[];
let subjects: ReadonlySet<string>;

beforeAll(async () => {
  shipped = await releaseShipped();
  terms = await createTerms(shipped.project.ontologies);
  for (const { slug } of shipped.manifest.datasets) bySlug.set(slug, await shipped.quadsOf(slug));
  all = [...bySlug.values()].flat();
  subjects = new Set(all.map(({ subject }) => subject.value));
}, 60_000);

afterAll(() => shipped.remove());

const quadsOf = (slug: string): readonly RDF.Quad[] => bySlug.get(slug) ?? [];

/** Things of a dataset: subjects in its space, without fragment. */
const thingsOf = (slug: string): readonly string[] =>
  [...subjectsOf(slug)].filter((iri) => iri.startsWith(thingSpace(BASE, slug)) && !iri.includes('#'));

const subjectsWith = (slug: string, ...predicates: readonly string[]): ReadonlySet<string> =>
  new Set(
    quadsOf(slug)
      .filter(({ predicate }) => predicates.includes(predicate.value))
      .map(({ subject }) => subject.value),
  );

it('The shipped project publishes the datasets that are looked at here, and no other', () => {
  expect(shipped.manifest.datasets.map(({ slug }) => slug).sort()).toEqual(SLUGS);
});

describe.each(SLUGS)('The dump of %s', (slug) => {
  it('holds what the manifest says, in its own graph', () => {
    const released = shipped.manifest.datasets.find((one) => one.slug === slug);
    expect(quadsOf(slug)).toHaveLength(released?.statements ?? -1);
    expect(thingsOf(slug)).toHaveLength(released?.things ?? -1);
    expect(new Set(quadsOf(slug).map(({ graph }) => graph.value))).toEqual(
      new Set([`${BASE}dataset/${slug}`]),
    );
  });

  it('speaks of its own things and of itself only, and without blank nodes', () => {
    const isOwn = (iri: string) => iri.startsWith(thingSpace(BASE, slug)) || iri === `${BASE}dataset/${slug}`;
    expect([...subjectsOf(slug)].filter((iri) => !isOwn(iri))).toEqual([]);
    const blank = quadsOf(slug).filter(({ object }) => object.termType === 'BlankNode');
    expect(blank.map(shown)).toEqual([]);
  });

  it('describes the scheme of its concepts as a scheme', () => {
    const schemes = quadsOf(slug).filter(({ predicate }) => predicate.value === skos.inScheme);
    const described = quadsOf(slug).filter(({ object }) => object.value === skos.ConceptScheme);
    expect(new Set(described.map(({ subject }) => subject.value))).toEqual(
      new Set(schemes.map(({ object }) => object.value)),
    );
  });

  it('gives every thing a label', () => {
    const labelled = subjectsWith(slug, schema.name, skos.prefLabel, rdfs.label);
    expect(thingsOf(slug).filter((iri) => !labelled.has(iri))).toEqual([]);
  });

  it('gives everything a type, parts included', () => {
    const typed = subjectsWith(slug, rdf.type);
    expect([...subjectsOf(slug)].filter((iri) => !typed.has(iri))).toEqual([]);
  });

  it('hangs every part on its thing', () => {
    const pointed = new Set(quadsOf(slug).map(({ object }) => object.value));
    const parts = [...subjectsOf(slug)].filter((iri) => iri.includes('#'));
    expect(parts.filter((part) => !pointed.has(part) || !subjects.has(withoutFragment(part)))).toEqual([]);
  });

  it('uses classes and properties that have a label in French and in English', () => {
    const used = new Set(
      quadsOf(slug).flatMap(({ predicate, object }) =>
        predicate.value === rdf.type ? [predicate.value, object.value] : [predicate.value],
      ),
    );
    for (const language of LANGUAGES)
      expect([...used].filter((iri) => !terms.find(iri)?.label[language])).toEqual([]);
  });

  it('uses classes and properties of the application profile, each with its reason', () => {
    const own = new Set(
      shipped.project.ontologies.flatMap(({ quads }) => quads.map(({ subject }) => subject.value)),
    );
    const used = new Set(
      quadsOf(slug).flatMap(({ predicate, object }) =>
        predicate.value === rdf.type ? [predicate.value, object.value] : [predicate.value],
      ),
    );
    expect([...used].filter((iri) => !own.has(iri))).toEqual([]);
  });

  it('has no value that is empty or ends in spaces', () => {
    const literals = quadsOf(slug).filter(({ object }) => object.termType === 'Literal');
    expect(literals.filter(({ object }) => object.value.trim() === '').map(shown)).toEqual([]);
  });

  it('writes dates, years and numbers as their datatypes demand', () => {
    const wrong = quadsOf(slug).filter(
      ({ object }) => object.termType === 'Literal' && !isWellFormed(object),
    );
    expect(wrong.map(shown)).toEqual([]);
  });
});

const subjectsOf = (slug: string): ReadonlySet<string> =>
  new Set(quadsOf(slug).map(({ subject }) => subject.value));

const shown = ({ subject, predicate, object }: RDF.Quad): string =>
  `${subject.value} ${predicate.value} ${JSON.stringify(object.value)}`;

const FORMS: Readonly<Record<string, RegExp>> = {
  // XSD 1.1, which RDF 1.1 refers to: 0000 is the year before 0001.
  gYear: /^-?\d{4,}$/,
  date: /^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
};

function isWellFormed({ value, datatype }: RDF.Literal): boolean {
  const form = FORMS[datatype.value.split('#').at(-1) ?? ''];
  return form === undefined || form.test(value);
}

describe('Links between shipped datasets', () => {
  it('lead to things that are published, but for those with a reason', () => {
    const found = danglingLinks();
    const listed = [...found].map(
      ([link, targets]) => `${link}: ${targets.size} (${[...targets].slice(0, 10).join(' ')})`,
    );
    const unexplained = [...found].filter(([link, { size }]) => size > (DANGLING[link]?.most ?? 0));
    expect({ unexplained: unexplained.map(([link]) => link), all: listed }).toEqual({
      unexplained: [],
      all: listed,
    });
  });

  it('have no reason left for a link that leads somewhere by now', () => {
    expect(Object.keys(DANGLING).filter((link) => !danglingLinks().has(link))).toEqual([]);
  });

  it('tie every dataset to another', () => {
    const tied = new Set(
      all.flatMap(({ subject, object }) => {
        const [from, to] = [slugOf(subject.value), slugOf(object.value)];
        return from !== undefined && to !== undefined && from !== to ? [from, to] : [];
      }),
    );
    expect([...tied].sort()).toEqual(SLUGS);
  });
});

/** Kind of link → things that are not published. */
function danglingLinks(): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { subject, predicate, object } of all) {
    if (!object.value.startsWith(`${BASE}id/`) || object.termType !== 'NamedNode') continue;
    if (subjects.has(object.value)) continue;
    const link = `${slugOf(subject.value)} ${predicate.value} ${slugOf(object.value)}`;
    found.set(link, (found.get(link) ?? new Set()).add(object.value));
  }
  return found;
}

const slugOf = (iri: string): string | undefined =>
  iri.startsWith(`${BASE}id/`) ? iri.slice(BASE.length + 3).split('/')[0] : undefined;

describe('A place', () => {
  it.each(PLACED)('of %s has coordinates, in one of France’s territories', (slug) => {
    const points = pointsOf(slug);
    expect(thingsOf(slug).filter((iri) => !points.has(iri))).toEqual([]);
    const abroad = [...points].filter(([, point]) => !isInFrance(point));
    expect(abroad.map(([iri, { latitude, longitude }]) => `${iri} ${latitude} ${longitude}`)).toEqual([]);
  });

  it('is said alike as numbers and as a geometry', () => {
    for (const slug of PLACED) {
      const points = pointsOf(slug);
      const geometries = quadsOf(slug).filter(({ predicate }) => predicate.value.endsWith('#asWKT'));
      expect(geometries.length).toBeGreaterThan(0);
      for (const { subject, object } of geometries) {
        const { latitude, longitude } = points.get(withoutFragment(subject.value)) ?? {
          latitude: NaN,
          longitude: NaN,
        };
        const [, x, y] = /^POINT ?\((\S+) (\S+)\)$/.exec(object.value) ?? [];
        expect([subject.value, Number(x), Number(y)]).toEqual([subject.value, longitude, latitude]);
      }
    }
  });
});

function pointsOf(slug: string): ReadonlyMap<string, { latitude: number; longitude: number }> {
  const numbers = (property: string) =>
    new Map(
      quadsOf(slug)
        .filter(({ predicate }) => predicate.value === property)
        .map(({ subject, object }) => [subject.value, Number(object.value)]),
    );
  const longitudes = numbers(wgs.long);
  return new Map(
    [...numbers(wgs.lat)].map(([iri, latitude]) => [
      iri,
      { latitude, longitude: longitudes.get(iri) ?? NaN },
    ]),
  );
}

describe('What was promised', () => {
  it.each(Object.entries(PROMISED))('%s: %i things at least', (slug, least) => {
    expect(thingsOf(slug).length).toBeGreaterThanOrEqual(least);
  });

  it('works by forty artists at least', () => {
    const artists = quadsOf('oeuvres')
      .map(({ object }) => object.value)
      .filter((iri) => slugOf(iri) === 'artistes');
    expect(new Set(artists).size).toBeGreaterThanOrEqual(40);
  });

  it('periods and domains that are trees', () => {
    for (const slug of ['periodes', 'domaines']) {
      const broader = quadsOf(slug).filter(({ predicate }) => predicate.value === skos.broader);
      expect(broader.length).toBeGreaterThan(20);
      expect(broader.filter(({ subject, object }) => subject.value === object.value)).toEqual([]);
    }
  });

  it('a catalogue and the application profile beside the datasets', async () => {
    for (const file of ['catalogue.nq.gz', 'ontology.nq.gz']) {
      const lines = (await Array.fromAsync(readQuadLines(join(shipped.folder, file)))).flat();
      expect(parseLines(lines).length).toBeGreaterThan(50);
    }
  });

  it('nothing of it quarantined', () => {
    const left = shipped.manifest.datasets.filter(({ quarantined }) => quarantined > 0);
    expect(left.map(({ slug, quarantined }) => `${slug}: ${quarantined}`)).toEqual([]);
  });
});
