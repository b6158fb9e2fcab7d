import type { Release } from '../../model/index.ts';
import {
  activity,
  dcterms,
  iri,
  ldes,
  literal,
  type RDF,
  rdf,
  statement,
  tree,
  typed,
  xsd,
} from '../../rdf/index.ts';
import type { ChangePage } from './change-pages.ts';
import type { ChangeKind } from './release-changes.ts';

/** The IRI of the stream, also the address of its root. */
export const streamIri = (base: string): string => `${base}ldes`;

/** The address of a page of a release's events. */
export const pagePath = (id: string, page: number): string => `/ldes/${id}/${page}`;

const TYPES: Readonly<Record<ChangeKind, string>> = {
  created: activity.Create,
  updated: activity.Update,
  removed: activity.Delete,
};

/**
 * The root of the event stream: what it is, and where the events of each release begin (https://w3id.org/ldes/specification,
 * https://w3id.org/tree/specification). Where releases were pruned, it says from when on it is whole.
 * @param releases those with events, the oldest first
 * @param from the moment of the oldest release that is kept, where it was made from one that is not
 */
export function describeStream(
  base: string,
  releases: readonly Release[],
  from: string | undefined,
): RDF.Quad[] {
  const stream = `${streamIri(base)}#stream`;
  const root = streamIri(base);
  return [
    ...streamItself(stream, root),
    ...(from === undefined
      ? []
      : [
          statement(root, ldes.retentionPolicy, iri(`${root}#kept`)),
          statement(`${root}#kept`, rdf.type, iri(ldes.RetentionPolicy)),
          statement(`${root}#kept`, ldes.startingFrom, typed(from, xsd.dateTime)),
        ]),
    ...releases.flatMap(({ manifest: { id, createdAt } }) =>
      relation(root, {
        name: `${root}#from-${id}`,
        node: `${base}ldes/${id}/1`,
        from: createdAt,
      }),
    ),
  ];
}

function streamItself(stream: string, root: string): RDF.Quad[] {
  return [
    statement(stream, rdf.type, iri(ldes.EventStream)),
    statement(stream, dcterms.title, literal('Ce qui change, de version en version', 'fr')),
    statement(stream, dcterms.title, literal('What changes, from release to release', 'en')),
    statement(stream, ldes.timestampPath, iri(activity.published)),
    statement(stream, ldes.versionOfPath, iri(activity.object)),
    statement(stream, ldes.versionCreateObject, iri(activity.Create)),
    statement(stream, ldes.versionUpdateObject, iri(activity.Update)),
    statement(stream, ldes.versionDeleteObject, iri(activity.Delete)),
    statement(stream, tree.view, iri(root)),
    statement(root, rdf.type, iri(tree.Node)),
    statement(root, rdf.type, iri(ldes.EventSource)),
  ];
}

/** A page of events, and where it stands. */
export interface DescribedPage {
  readonly base: string;
  readonly release: Release;
  /** From 1 on. */
  readonly page: number;
  readonly changes: ChangePage;
}

/** A page of events: its members, and the page after it. It never changes. */
export function describePage({ base, release, page, changes }: DescribedPage): RDF.Quad[] {
  const { id, createdAt } = release.manifest;
  const stream = `${streamIri(base)}#stream`;
  const node = `${base}ldes/${id}/${page}`;
  const published = typed(createdAt, xsd.dateTime);
  return [
    statement(stream, rdf.type, iri(ldes.EventStream)),
    statement(stream, tree.view, iri(streamIri(base))),
    statement(node, rdf.type, iri(tree.Node)),
    statement(node, ldes.immutable, typed(true, xsd.boolean)),
    ...changes.changes.flatMap(({ kind, iri: thing }, at) => {
      const member = `${node}#${at + 1}`;
      return [
        statement(stream, tree.member, iri(member)),
        statement(member, rdf.type, iri(TYPES[kind])),
        statement(member, activity.object, iri(thing)),
        statement(member, dcterms.isVersionOf, iri(thing)),
        statement(member, activity.published, published),
      ];
    }),
    ...(changes.hasNext
      ? relation(node, { name: `${node}#next`, node: `${base}ldes/${id}/${page + 1}`, from: createdAt })
      : []),
  ];
}

interface Relation {
  readonly name: string;
  /** The page that it leads to. */
  readonly node: string;
  /** The moment from which on there are events. */
  readonly from: string;
}

const relation = (page: string, { name, node, from }: Relation): RDF.Quad[] => [
  statement(page, tree.relation, iri(name)),
  statement(name, rdf.type, iri(tree.GreaterThanOrEqualToRelation)),
  statement(name, tree.node, iri(node)),
  statement(name, tree.path, iri(activity.published)),
  statement(name, tree.value, typed(from, xsd.dateTime)),
];
