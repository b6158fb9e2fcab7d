import type { Language, SiteIdentity, TreeConcept } from '../../../src/model/index.ts';
import { same } from '../../../src/model/index.ts';
import {
  ABOUT_PAGES,
  aboutPage,
  modelPage,
  type TermFacts,
  termPage,
  thingPage,
  vocabulariesPage,
  vocabularyPage,
} from '../../../src/pages/index.ts';
import { BASE, dataset, frame, THING, terms, thingContent } from './values.ts';

const HOSTILE = '</script><img src=x onerror=alert(1)>';

/** A publisher whose texts are hostile. */
const identity: SiteIdentity = {
  name: same(`Musée ${HOSTILE}`),
  motto: same('mot'),
  publisher: { name: same(HOSTILE), address: 'https://publisher.example/' },
  logo: { file: '/logo.svg', mediaType: 'image/svg+xml', sha256: 'ab'.repeat(32) },
  colours: { light: { garance: '#9b2335' } },
  texts: { about: same(`## ${HOSTILE}\n\nVoir https://a.example/x, ou a@b.example.`) },
};

const concept = (name: string, narrower = 0, things = 3): TreeConcept => ({
  iri: `${BASE}id/cabanes/${name}`,
  label: `${name} ${HOSTILE}`,
  narrower,
  things,
});

const facts: TermFacts = {
  iri: `${BASE}def/Hut`,
  kind: 'class',
  use: { iri: `${BASE}def/Hut`, count: 3, properties: [], examples: [THING] },
  together: [{ iri: 'http://schema.org/name', count: 2 }],
  datasets: [{ dataset, count: 3, subjects: 3 }],
};

/** Pages of vocabularies, of the model and about the site. */
export const sitePages = (language: Language): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    ABOUT_PAGES.map((name) => [
      name,
      aboutPage({ ...frame(language, `/${name}`), identity }, { name, datasets: [dataset] }),
    ]),
  ),
  aboutNobody: aboutPage(frame(language, '/legal'), { name: 'legal', datasets: [] }),
  vocabularies: vocabulariesPage(frame(language, '/vocabularies'), {
    vocabularies: [{ dataset, concepts: 12, tops: [concept('bois', 2)], total: 4 }],
  }),
  noVocabulary: vocabulariesPage(frame(language, '/vocabularies'), { vocabularies: [] }),
  vocabulary: vocabularyPage(frame(language, '/vocabulary/cabanes'), {
    dataset,
    concepts: 12,
    tops: 3,
    branches: [
      { concept: concept('bois', 1), narrower: [{ concept: concept('pin'), narrower: [] }], isOpen: true },
      { concept: concept('pierre', 9, 0), narrower: [] },
    ],
    total: 3,
    next: '/vocabulary/cabanes?page=2',
  }),
  branch: vocabularyPage(frame(language, '/vocabulary/cabanes?concept=x'), {
    dataset,
    concepts: 12,
    tops: 0,
    branches: [{ concept: concept('pin'), narrower: [] }],
    total: 1,
    concept: concept('bois', 1),
    above: [concept('matière', 2)],
  }),
  concept: thingPage(frame(language, '/doc/cabanes/c1'), {
    ...thingContent(['<> schema:name "Bois"@fr']),
    concept: {
      concept: { ...concept('bois', 2), iri: THING },
      vocabulary: 'cabanes',
      above: [concept('matière', 2)],
      narrower: [concept('pin')],
    },
  }),
  ownTerm: thingPage(frame(language, '/doc/def/Hut'), {
    ...thingContent(['<> schema:name "Cabane"@fr']),
    term: facts,
  }),
  model: modelPage(frame(language, '/model'), {
    classes: [{ iri: `${BASE}def/Hut`, count: 3, datasets: 1 }],
    properties: [
      { iri: 'http://schema.org/name', count: 2, datasets: 1 },
      { iri: 'urn:x:"><script>', count: 1, datasets: 1 },
    ],
    terms,
    hasOntology: true,
  }),
  term: termPage(frame(language, '/model?term=x'), {
    facts,
    terms,
    label: () => `Cabane ${HOSTILE}`,
    isDefinedHere: true,
  }),
  property: termPage(frame(language, '/model?term=x'), {
    facts: {
      ...facts,
      iri: 'http://schema.org/name',
      kind: 'property',
      use: { iri: 'http://schema.org/name', count: 7, examples: [] },
    },
    terms,
    label: () => undefined,
    isDefinedHere: false,
  }),
});
