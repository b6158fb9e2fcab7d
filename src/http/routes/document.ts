import type { Dataset, ResourceDescription } from '../../model/index.ts';
import { datasetIri, iriOfPath } from '../../model/index.ts';
import { type PageFrame, thingPage } from '../../pages/index.ts';
import { encodeIri } from '../address.ts';
import { iriPathOf } from '../canonical-address.ts';
import { aboutContributions } from '../contributions/about-contributions.ts';
import { type DocumentFacts, describePath, documentQuads, thingPath, typesOf } from '../document.ts';
import { documentViews } from '../document-views.ts';
import { frameOf } from '../frame.ts';
import { type GoneAddress, sendGone, withdrawalAt } from '../gone.ts';
import { askedLinks } from '../links/asked-links.ts';
import { nextLinks } from '../links/links-quads.ts';
import { sendLinks } from '../links/send-links.ts';
import type { Handler } from '../methods.ts';
import { type NegotiatedResource, withoutExtension } from '../negotiated-resource.ts';
import { notFound } from '../problem.ts';
import { type ProfiledDocument, sendThing } from '../profiles/send-thing.ts';
import { nativeProfile, profilesFor } from '../profiles/thing-profiles.ts';
import { memoryOfDocuments, type ServedContext } from '../serving.ts';
import { standingOf } from '../thing-standing.ts';

/** `/doc/…`: the document about a thing, negotiated, or in one format by its extension; by profile too. */
export const document =
  (context: ServedContext): Handler =>
  async (request, response) => {
    const path = iriPathOf(request);
    const links = askedLinks(request, context.release.manifest.base);
    if (links) return sendLinks(context, request, response, links);
    const found = describe(context, path);
    if (found) {
      const document = documentOf(context, { path, found, frame: frameOf(context, request) });
      return sendThing(request, response, { document, extension: undefined });
    }
    // An identifier may end like an extension, so the whole path is tried first.
    const parts = withoutExtension(path);
    const gone = goneAt(context, path, parts);
    if (gone) return sendGone(context, request, response, gone);
    const shortened = parts && describe(context, parts.path);
    if (!shortened) throw notFound();
    const frame = frameOf(context, request, encodeIri(parts.path));
    const document = documentOf(context, { path: parts.path, found: shortened, frame });
    return sendThing(request, response, { document, extension: parts.extension });
  };

function goneAt(
  context: ServedContext,
  path: string,
  parts: ReturnType<typeof withoutExtension>,
): GoneAddress | undefined {
  const whole = withdrawalAt(context, thingPath(path));
  if (whole) return { withdrawal: whole, asDocument: true };
  const withdrawal = parts && withdrawalAt(context, thingPath(parts.path));
  return withdrawal && { withdrawal, asDocument: true, extension: parts.extension };
}

const describe = ({ index, release }: ServedContext, path: string): ResourceDescription | undefined =>
  describePath(index, thingPath(path), release.manifest.base);

interface Described {
  readonly path: string;
  readonly found: ResourceDescription;
  readonly frame: PageFrame;
}

function documentOf(context: ServedContext, described: Described): ProfiledDocument {
  const { path, found, frame } = described;
  const { datasets, index, release } = context;
  const { base } = release.manifest;
  const dataset = datasets.find(({ slug }) => slug === found.dataset);
  const { changed } = found;
  const facts = { document: iriOfPath(path, base), dataset, base, release: release.manifest, changed };
  const types = typesOf(found);
  const profiles = profilesFor(context, types);
  return {
    native: resourceOf({ ...context, hasProfiles: profiles.length > 0 }, described, {
      dataset,
      facts,
      types,
    }),
    nativeIri: nativeProfile(context),
    profiles,
    description: found,
    facts,
    index,
    frame,
  };
}

interface Read {
  readonly dataset: Dataset | undefined;
  readonly facts: DocumentFacts;
  readonly types: readonly string[];
}

function resourceOf(
  context: ServedContext & { readonly hasProfiles: boolean },
  { path, found, frame }: Described,
  { dataset, facts, types }: Read,
): NegotiatedResource {
  const { index, serving, terms, hasProfiles, origins } = context;
  const { base } = facts;
  const readers = aboutContributions(context, found.iri);
  const label = (iri: string): string | undefined => index.label(iri, frame.language);
  const quads = () => documentQuads(found, facts);
  const views = documentViews({ description: found, quads, base });
  return {
    uriPath: encodeIri(path),
    base,
    lastModified: readers.lastModified,
    memory: memoryOfDocuments(serving),
    page: () =>
      thingPage(frame, {
        ...{ description: found, dataset, terms, label, views, hasProfiles },
        ...standingOf(context, found, frame),
        ...(origins && {
          origins: { origin: origins.of(found.iri), takesReports: context.contributions !== undefined },
        }),
        contributions: readers.section(frame),
      }),
    quads,
    order: terms.order,
    views,
    links: [
      { iri: found.iri, relation: 'describes' },
      { iri: found.iri, relation: 'cite-as' },
      ...types.map((iri) => ({ iri, relation: 'type' })),
      ...nextLinks(frame.path, found.incoming),
      ...(dataset ? linksOf(dataset.licence.iri, datasetIri(base, dataset.slug)) : []),
    ],
  };
}

const linksOf = (licence: string, collection: string) => [
  { iri: licence, relation: 'license' },
  { iri: collection, relation: 'collection' },
];
