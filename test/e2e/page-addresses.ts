import { SLUGS } from '../shipped-release.ts';
import type { Site } from './shipped-site.ts';

/** A kind of page, and where one of it stands. */
export interface PageKind {
  readonly name: string;
  readonly path: (site: Site) => string | Promise<string>;
  /** By default 200. */
  readonly status?: number;
}

const SELECT = 'SELECT ?s ?p ?o WHERE { ?s ?p ?o } LIMIT 30';
const CONSTRUCT = 'CONSTRUCT WHERE { ?s a ?type } LIMIT 30';

const asked = (query: string) => `/sparql?query=${encodeURIComponent(query)}`;
const at = (path: string) => () => path;

/** Every kind of page of the shipped site: a new kind is a row. */
export const KINDS: readonly PageKind[] = [
  { name: 'home', path: at('/') },
  { name: 'datasets', path: at('/datasets') },
  { name: 'dataset', path: at('/dataset/musees') },
  { name: 'dataset-without-places', path: at('/dataset/artistes') },
  { name: 'dataset-vocabulary', path: at('/dataset/periodes') },
  ...SLUGS.map((slug) => ({ name: `thing-${slug}`, path: (site: Site) => site.firstThing(slug) })),
  { name: 'vocabularies', path: at('/vocabularies') },
  { name: 'vocabulary', path: at('/vocabulary/periodes') },
  { name: 'model', path: at('/model') },
  { name: 'class', path: at(`/model?term=${encodeURIComponent('http://schema.org/Museum')}`) },
  { name: 'property', path: at(`/model?term=${encodeURIComponent('http://schema.org/name')}`) },
  { name: 'own-term', path: at('/doc/def/lieu') },
  { name: 'about', path: at('/about') },
  { name: 'legal', path: at('/legal') },
  { name: 'accessibility', path: at('/accessibility') },
  { name: 'proof', path: at('/about/proof') },
  { name: 'quality', path: at('/dataset/musees/quality') },
  { name: 'releases', path: at('/releases') },
  { name: 'api', path: at('/api') },
  { name: 'search', path: at('/search?q=chateau') },
  { name: 'search-nothing', path: at('/search?q=xyzxyz') },
  { name: 'map', path: at('/map') },
  { name: 'map-found', path: at('/map?q=chateau') },
  { name: 'reconcile', path: at('/reconcile?q=mus%C3%A9e+du+Louvre') },
  { name: 'chart', path: at('/chart/musees/par-region') },
  {
    name: 'report',
    path: async (site) =>
      `/contribute/report?thing=${encodeURIComponent(`http://localhost:3000${await site.firstThing('musees')}`)}`,
  },
  { name: 'reuse', path: at('/contribute/reuse?dataset=musees') },
  { name: 'contact', path: at('/contact') },
  { name: 'contributions', path: at('/contributions') },
  { name: 'sparql', path: at('/sparql') },
  { name: 'sparql-table', path: at(asked(SELECT)) },
  { name: 'sparql-graph', path: at(asked(CONSTRUCT)) },
  { name: 'sparql-verdict', path: at(asked('ASK { ?s ?p ?o }')) },
  { name: 'sparql-no-row', path: at(asked('SELECT * WHERE { ?s <urn:none> ?o }')) },
  { name: 'sparql-mistake', path: at(asked('SELECT * WHERE {')), status: 400 },
  { name: 'nothing-here', path: at('/id/musees/nothing'), status: 404 },
];
