import type { PublicContribution } from '../../model/index.ts';
import { dcterms, hydra, iri, literal, type RDF, rdf, statement } from '../../rdf/index.ts';
import { contributionIri, contributionQuads, contributionsIri } from './contribution-quads.ts';

/** Contributions on a page of the list, and the last page that is given: what is older is reached by `about`. */
export const PAGE_SIZE = 50;
export const MOST_PAGES = 400;

/** A page of the list of what is published. */
export interface ContributionPage {
  readonly contributions: readonly PublicContribution[];
  /** From 1 on. */
  readonly number: number;
  readonly hasNext: boolean;
  /** IRI that they are about; empty: all. */
  readonly about: string;
}

/** `?about=…&page=…` of a page; nothing for the first of all. */
export function pageSearch({ about }: Pick<ContributionPage, 'about'>, number: number): string {
  const parameters = new URLSearchParams({
    ...(about !== '' && { about }),
    ...(number > 1 && { page: String(number) }),
  });
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** A page of the list, as Hydra has collections, with all that is said of those on it. */
export function listQuads(base: string, page: ContributionPage): readonly RDF.Quad[] {
  const list = contributionsIri(base);
  const view = (number: number) => iri(`${list}${pageSearch(page, number)}`);
  const { number, hasNext, contributions } = page;
  const here = view(number).value === list ? `${list}?page=1` : view(number).value;
  return [
    statement(list, rdf.type, iri(hydra.Collection)),
    statement(list, dcterms.title, literal('Contributions', 'fr')),
    statement(list, dcterms.title, literal('Contributions', 'en')),
    ...contributions.map(({ id }) => statement(list, hydra.member, iri(contributionIri(base, id)))),
    statement(list, hydra.view, iri(here)),
    statement(here, rdf.type, iri(hydra.PartialCollectionView)),
    ...(number > 1 ? [statement(here, hydra.previous, view(number - 1))] : []),
    ...(hasNext ? [statement(here, hydra.next, view(number + 1))] : []),
    ...contributions.flatMap((one) => contributionQuads(base, one)),
  ];
}
