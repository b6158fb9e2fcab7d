import type { Request, Response } from 'express';
import { describeDocument, describeWithdrawal, ledgerIri } from '../catalogue/index.ts';
import { iriOfPath, pathOfIri, type Withdrawal } from '../model/index.ts';
import { tombstonePage } from '../pages/index.ts';
import { namedNode, quad, type RDF } from '../rdf/index.ts';
import { encodeIri, readAddress } from './address.ts';
import type { AppContext } from './context.ts';
import { documentPath } from './document.ts';
import { frameOf } from './frame.ts';
import { type NegotiatedResource, sendResource } from './negotiated-resource.ts';
import { varies } from './negotiation.ts';
import { MINUTE } from './reply.ts';

/** A request for something that was published and is not any more. */
export interface GoneAddress {
  readonly withdrawal: Withdrawal;
  /** Whether the document about the thing was asked for, not the thing itself. */
  readonly asDocument: boolean;
  /** The format that the address names. */
  readonly extension?: string;
}

/** What became of the IRI that a root-relative path stands for; undefined where it is not gone. */
export const withdrawalAt = ({ index, release }: AppContext, path: string): Withdrawal | undefined =>
  index.withdrawal(iriOfPath(path, release.manifest.base));

/** Answers for what is gone: 301 to what stands in its place, or 410 with a tombstone. */
export function sendGone(
  context: AppContext,
  request: Request,
  response: Response,
  gone: GoneAddress,
): Promise<void> | void {
  const { replacedBy } = gone.withdrawal;
  if (replacedBy === undefined)
    return sendResource(request, response, tombstone(context, request, gone), gone.extension);
  varies(response);
  response.setHeader('Location', placeOf(replacedBy, context, request, gone));
  response.setHeader('Cache-Control', MINUTE);
  response.status(301).end();
}

/** Where a client goes on: on this server whatever its host, elsewhere only where the ledger says so. */
function placeOf(
  iri: string,
  { release }: AppContext,
  request: Request,
  { asDocument, extension }: GoneAddress,
): string {
  const [whole = '', fragment] = iri.split('#', 2);
  const path = pathOfIri(whole, release.manifest.base);
  if (path === undefined) return encodeIri(iri);
  const target = readAddress(encodeIri(path));
  const asked = readAddress(request.originalUrl);
  if (target.kind === 'undecodable' || asked.kind === 'undecodable') return '/';
  const place = asDocument ? documentOf(target.uriPath) : target.uriPath;
  const end = asDocument && extension !== undefined ? `.${extension}` : '';
  return `${place}${end}${asked.search}${fragment === undefined ? '' : `#${encodeIri(fragment)}`}`;
}

function tombstone(context: AppContext, request: Request, { withdrawal }: GoneAddress): NegotiatedResource {
  const { datasets, release } = context;
  const { base, createdAt } = release.manifest;
  const path = documentOf(pathOfIri(withdrawal.iri, base) ?? '/');
  const slug = /^\/doc\/([^/]+)\//.exec(path)?.[1];
  const dataset = datasets.find((one) => one.slug === slug);
  const uriPath = encodeIri(path);
  const facts = {
    thing: withdrawal.iri,
    document: iriOfPath(path, base),
    dataset,
    base,
    release: release.manifest,
  };
  return {
    uriPath,
    base,
    status: 410,
    lastModified: createdAt,
    page: () => tombstonePage(frameOf(context, request), { withdrawal, dataset, document: uriPath }),
    quads: () => [...inLedger(describeWithdrawal(withdrawal), base), ...describeDocument(facts)],
    links: [{ iri: withdrawal.iri, relation: 'describes' }],
  };
}

/** The path of the document about what a path names: a dataset is described at its own. */
const documentOf = (path: string): string => (path.startsWith('/dataset/') ? path : documentPath(path));

const inLedger = (quads: readonly RDF.Quad[], base: string): readonly RDF.Quad[] =>
  quads.map(({ subject, predicate, object }) => quad(subject, predicate, object, namedNode(ledgerIri(base))));
