import {
  iriOfPath,
  isValueName,
  type PublicContribution,
  type ReportedStatement,
} from '../../model/index.ts';
import {
  adms,
  cimaise,
  dcterms,
  duv,
  foaf,
  iri,
  literal,
  oa,
  parseLines,
  type RDF,
  rdf,
  skos,
  spdx,
  statement,
  text,
  typed,
  xsd,
} from '../../rdf/index.ts';

/** IRI of a contribution, and of the list of them. */
export const contributionIri = (base: string, id: string): string => `${base}contributions/${id}`;
export const contributionsIri = (base: string): string => `${base}contributions`;

/**
 * A contribution in RDF. A report is a Web Annotation (https://www.w3.org/TR/annotation-vocab/): its target is the thing,
 * in the state of a release, and where one statement is meant, the part of it that a reified statement selects. A reuse is
 * a `duv:Usage` of its dataset (https://www.w3.org/TR/vocab-duv/). What the publisher answers is an annotation on it.
 */
export function contributionQuads(base: string, contribution: PublicContribution): readonly RDF.Quad[] {
  const self = contributionIri(base, contribution.id);
  return [
    ...(contribution.kind === 'reuse'
      ? usageQuads(self, contribution)
      : reportQuads(self, base, contribution)),
    ...commonQuads(self, base, contribution),
    ...answerQuads(self, contribution),
  ];
}

function commonQuads(self: string, base: string, contribution: PublicContribution): readonly RDF.Quad[] {
  const { id, status, sentAt, moderatedAt, name, resolvedBy, kind } = contribution;
  const state = `${contributionsIri(base)}#${status}`;
  const sender = `${self}#sender`;
  return [
    statement(self, dcterms.identifier, literal(id)),
    statement(self, dcterms.isPartOf, iri(contributionsIri(base))),
    statement(self, dcterms.date, typed(sentAt, xsd.dateTime)),
    ...(moderatedAt === undefined ? [] : [statement(self, dcterms.issued, typed(moderatedAt, xsd.dateTime))]),
    statement(self, adms.status, iri(state)),
    statement(state, rdf.type, iri(skos.Concept)),
    statement(state, skos.prefLabel, text(STATUS_LABELS[status].fr, 'fr')),
    statement(state, skos.prefLabel, text(STATUS_LABELS[status].en, 'en')),
    ...(resolvedBy === undefined
      ? []
      : [statement(self, cimaise.resolvedBy, iri(iriOfPath(`/releases/${resolvedBy}`, base)))]),
    ...(name === undefined
      ? []
      : [
          statement(self, kind === 'reuse' ? duv.performedBy : dcterms.creator, iri(sender)),
          statement(sender, rdf.type, iri(foaf.Agent)),
          statement(sender, foaf.name, literal(name)),
        ]),
  ];
}

const STATUS_LABELS = {
  pending: { fr: 'en attente', en: 'pending' },
  accepted: { fr: 'pris en compte', en: 'taken into account' },
  refused: { fr: 'refusé', en: 'refused' },
  resolved: { fr: 'valeur changée', en: 'value changed' },
};

/** Reuses of a dataset as its own document tells them: a title and an address each, the rest at the address of each. */
export const usagesOf = (base: string, reuses: readonly PublicContribution[]): readonly RDF.Quad[] =>
  reuses.flatMap((reuse) => usageQuads(contributionIri(base, reuse.id), reuse));

function usageQuads(
  self: string,
  { about, proposal, text: said, address }: PublicContribution,
): readonly RDF.Quad[] {
  return [
    statement(self, rdf.type, iri(duv.Usage)),
    statement(self, dcterms.title, literal(proposal ?? '')),
    statement(self, dcterms.description, literal(said)),
    ...(address === undefined ? [] : [statement(self, foaf.page, iri(address))]),
    ...(about === undefined
      ? []
      : [statement(self, duv.refersTo, iri(about)), statement(about, duv.hasUsage, iri(self))]),
  ];
}

function reportQuads(self: string, base: string, contribution: PublicContribution): readonly RDF.Quad[] {
  const { about = '', proposal, text: said, address, release, statement: reported } = contribution;
  const [target, state] = [`${self}#target`, `${self}#state`];
  const isOfDataset = about.startsWith(`${base}dataset/`);
  return [
    statement(self, rdf.type, iri(oa.Annotation)),
    ...(isOfDataset
      ? [statement(self, rdf.type, iri(duv.UserFeedback)), statement(about, duv.hasFeedback, iri(self))]
      : []),
    statement(self, oa.motivatedBy, iri(proposal === undefined ? oa.commenting : oa.editing)),
    statement(self, oa.hasTarget, iri(target)),
    statement(target, rdf.type, iri(oa.SpecificResource)),
    statement(target, oa.hasSource, iri(about)),
    statement(target, oa.hasState, iri(state)),
    statement(state, rdf.type, iri(oa.TimeState)),
    statement(state, oa.cachedSource, iri(iriOfPath(`/releases/${release}`, base))),
    ...(reported ? selectorQuads(target, `${self}#statement`, reported) : []),
    ...bodyQuads(self, { body: `${self}#text`, said, purpose: oa.commenting }),
    ...(proposal === undefined
      ? []
      : bodyQuads(self, { body: `${self}#proposal`, said: proposal, purpose: oa.editing })),
    ...(address === undefined ? [] : [statement(self, dcterms.source, iri(address))]),
  ];
}

/** The statement as it was published: subject, predicate and, where one value is meant, object, each as it stood. */
function selectorQuads(target: string, selector: string, reported: ReportedStatement): readonly RDF.Quad[] {
  const { subject, property, value } = reported;
  const isNamed = value !== undefined && isValueName(value);
  const said = value === undefined || isNamed ? [] : parseLines([`<${subject}> <${property}> ${value} .`]);
  return [
    statement(target, oa.hasSelector, iri(selector)),
    statement(selector, rdf.type, iri(oa.Selector)),
    statement(selector, rdf.type, iri(rdf.Statement)),
    statement(selector, rdf.subject, iri(subject)),
    statement(selector, rdf.predicate, iri(property)),
    ...said.map(({ object }) => statement(selector, rdf.object, object)),
    ...(isNamed ? checksumQuads(selector, value) : []),
  ];
}

/** A value that is too long to be repeated is told by the checksum of its N-Triples text. */
function checksumQuads(selector: string, name: string): readonly RDF.Quad[] {
  const checksum = `${selector}-checksum`;
  return [
    statement(selector, spdx.checksum, iri(checksum)),
    statement(checksum, rdf.type, iri(spdx.Checksum)),
    statement(checksum, spdx.algorithm, iri(spdx.checksumAlgorithm_sha256)),
    statement(checksum, spdx.checksumValue, typed(name.slice('sha256:'.length), xsd.hexBinary)),
  ];
}

interface Body {
  readonly body: string;
  readonly said: string;
  readonly purpose: string;
}

function bodyQuads(annotation: string, { body, said, purpose }: Body): readonly RDF.Quad[] {
  return [
    statement(annotation, oa.hasBody, iri(body)),
    statement(body, rdf.type, iri(oa.TextualBody)),
    statement(body, rdf.value, literal(said)),
    statement(body, oa.hasPurpose, iri(purpose)),
  ];
}

function answerQuads(self: string, { answer }: PublicContribution): readonly RDF.Quad[] {
  if (answer === undefined) return [];
  const reply = `${self}#answer`;
  return [
    statement(reply, rdf.type, iri(oa.Annotation)),
    statement(reply, oa.motivatedBy, iri(oa.replying)),
    statement(reply, oa.hasTarget, iri(self)),
    ...bodyQuads(reply, { body: `${self}#answer-text`, said: answer, purpose: oa.replying }),
  ];
}
