import { dcat, hydra, integer, iri, type RDF, rdf, statement } from '../rdf/index.ts';
import { reachable } from './catalogue-graph.ts';

/** Datasets on a page of the catalogue. */
const PAGE_SIZE = 50;

/** A page of the catalogue: which one, and where it stands among the others. */
export interface CataloguePage {
  readonly number: number;
  /** Number of the last page. */
  readonly last: number;
  /** IRIs of the datasets on it. */
  readonly datasets: readonly string[];
  readonly total: number;
}

/** The catalogue as a whole, of which pages are made. */
export interface WholeCatalogue {
  /** IRI of the catalogue. */
  readonly catalogue: string;
  readonly quads: readonly RDF.Quad[];
  /** IRI of a page in the format that is asked for. */
  readonly address: (page: number) => string;
}

/** The datasets of a page, in the order of the catalogue; undefined where there is no such page. */
export function cataloguePage(quads: readonly RDF.Quad[], number: number): CataloguePage | undefined {
  const all = quads
    .filter(({ predicate }) => predicate.value === dcat.dataset)
    .map(({ object }) => object.value);
  const last = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  if (number < 1 || number > last) return undefined;
  const datasets = all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE);
  return { number, last, datasets, total: all.length };
}

/**
 * What a page says: the catalogue with the datasets of the page and all that these lead to, so that it can be read alone;
 * and the pages before and after it, as Hydra has them (https://www.hydra-cg.com/spec/latest/core/#collections).
 */
export function describePage(whole: WholeCatalogue, page: CataloguePage): RDF.Quad[] {
  const { catalogue, quads } = whole;
  const isOn = new Set(page.datasets);
  const isElsewhere = ({ predicate, object }: RDF.Quad): boolean =>
    LISTING.has(predicate.value) && !isOn.has(object.value);
  const others = quads
    .filter(({ predicate, object }) => predicate.value === dcat.dataset && !isOn.has(object.value))
    .map(({ object }) => object.value);
  const here = quads.filter((quad) => !isElsewhere(quad));
  return [...reachable(here, catalogue, new Set(others)), ...controls(whole, page)];
}

/** Properties that list datasets. */
const LISTING: ReadonlySet<string> = new Set([dcat.dataset, dcat.servesDataset]);

function controls({ catalogue, address }: WholeCatalogue, page: CataloguePage): RDF.Quad[] {
  const { number, last, datasets, total } = page;
  const view = address(number);
  const pages: readonly (readonly [property: string, page: number])[] = [
    [hydra.first, 1],
    [hydra.previous, number - 1],
    [hydra.next, number + 1],
    [hydra.last, last],
  ];
  return [
    statement(catalogue, rdf.type, iri(hydra.Collection)),
    statement(catalogue, hydra.totalItems, integer(total)),
    ...datasets.map((dataset) => statement(catalogue, hydra.member, iri(dataset))),
    statement(catalogue, hydra.view, iri(view)),
    statement(view, rdf.type, iri(hydra.PartialCollectionView)),
    ...pages
      .filter(([, to]) => to >= 1 && to <= last)
      .map(([property, to]) => statement(view, property, iri(address(to)))),
  ];
}
