import type { Terms } from '../../model/index.ts';
import { type PreviewContent, previewPage } from '../../pages/index.ts';
import { dcterms, LABEL_PROPERTIES, rdf, wgs, xsd } from '../../rdf/index.ts';
import { encodeIri } from '../address.ts';
import { addressForm, valuesOf } from '../form.ts';
import { frameOf } from '../frame.ts';
import { EMBEDDED_POLICY } from '../headers.ts';
import { variesByLanguage } from '../negotiation.ts';
import { reply } from '../reply.ts';
import { iriOfEntity } from './entity-ids.ts';
import type { Naming } from './naming.ts';
import { inOrder } from './property-sample.ts';
import { brokenForm, missingParameter, noEntity } from './reconciliation-problems.ts';
import { type Exchange, reconcilingOf } from './send-service.ts';
import { type ThingFacts, thingFacts } from './thing-facts.ts';

/** `preview?id=`: a small page of one entity, for frames of others. */
export function sendPreview(exchange: Exchange): void {
  const { context, request, response } = exchange;
  const { naming } = reconcilingOf(exchange);
  const { base, createdAt } = context.release.manifest;
  const iri = entityOf(exchange);
  const description = context.index.describe(iri);
  if (!description) throw noEntity(iri);
  const facts = thingFacts(description, naming);
  const [type] = facts.types;
  const content: PreviewContent = {
    name: facts.label,
    ...(type !== undefined && { kind: naming.term(type) }),
    path: `/${iri.slice(base.length)}`,
    iri,
    dataset: naming.dataset(facts.dataset),
    facts: shownFacts(facts, naming, context.terms),
  };
  variesByLanguage(response);
  response.setHeader('Content-Security-Policy', EMBEDDED_POLICY);
  reply(response, {
    body: previewPage(frameOf(context, request), content),
    mediaType: 'text/html',
    lastModified: createdAt,
  });
}

/** `view?id=`: leads to the page of an entity. */
export function sendView(exchange: Exchange): void {
  const { context, response } = exchange;
  const iri = entityOf(exchange);
  const { base } = context.release.manifest;
  response.setHeader('Location', encodeIri(`/${iri.slice(base.length)}`));
  response.status(303).end();
}

/** @throws HttpProblem 400 without `id`, 404 for what is not published here */
function entityOf({ context, request }: Exchange): string {
  const form = addressForm(request.originalUrl);
  if (!form) throw brokenForm();
  const [id] = valuesOf(form, 'id');
  const { base, datasets } = context.release.manifest;
  if (id === undefined || id === '') throw missingParameter('id', `${datasets[0]?.slug ?? ''}/…`);
  const iri = iriOfEntity(id, base);
  if (iri === undefined || !iri.startsWith(base) || !context.index.has(iri)) throw noEntity(id);
  return iri;
}

/** The class stands above; links to parts of the thing itself, and coordinates, say nothing in a line. */
const UNSEEN: ReadonlySet<string> = new Set([rdf.type, dcterms.modified, wgs.lat, wgs.long]);
/** Texts that stand better elsewhere, or say nothing in a line. */
const LONGEST_FACT = 120;

/** What is said of the thing itself in short texts and links to other things, one line for each property. */
function shownFacts(
  { iri, said, label, identifiers }: ThingFacts,
  naming: Naming,
  terms: Terms,
): PreviewContent['facts'] {
  const lines = new Map<string, string[]>();
  for (const { subject, property, value } of said) {
    if (subject !== iri || UNSEEN.has(property) || LABEL_PROPERTIES.includes(property)) continue;
    const isPart = value.kind === 'thing' && value.iri.startsWith(`${iri}#`);
    const text = isPart ? undefined : value.kind === 'thing' ? naming.thing(value.iri) : value.text;
    const isTold = text === label || (text !== undefined && identifiers.has(text));
    const isShort = text !== undefined && !isTold && text.length <= LONGEST_FACT;
    const isTechnical = value.kind === 'text' && value.datatype === xsd.dateTime;
    if (!isShort || isTechnical) continue;
    const line = lines.get(property) ?? [];
    if (line.length < 3) line.push(text);
    lines.set(property, line);
  }
  return [...lines]
    .sort(([one], [other]) => inOrder(terms, one, other))
    .map(([property, texts]) => ({ name: naming.term(property), value: texts.join(', ') }));
}
