import type { Dataset } from '../model/index.ts';
import { foaf, owl, type RDF, RDF_FORMATS, rdfs, schema, skos } from '../rdf/index.ts';
import { type PageFrame, releaseDay } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, outsideLink, pageLink, queryAddress } from './links.ts';
import { MAP_PAGE } from './map-address.ts';
import { mapOfThing, overseasName } from './place-map.ts';
import type { SaidPlace } from './said-places.ts';
import type { Statements } from './sheet.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { coordinatesText } from './typography.ts';

/** Properties that say where else the same thing is described. */
export const ELSEWHERE: readonly string[] = [
  schema.sameAs,
  owl.sameAs,
  skos.exactMatch,
  skos.closeMatch,
  `${foaf.namespace}isPrimaryTopicOf`,
  foaf.homepage,
  foaf.page,
  schema.url,
  rdfs.seeAlso,
];

/** Formats that readers ask for by name; the others stand in the document's head. */
const OFFERED = new Set(['ttl', 'jsonld', 'rdf', 'nt']);

/** A format of a document beside RDF and the page. */
export interface DocumentView {
  readonly name: string;
  readonly mediaType: string;
  readonly extension: string;
}

/** Where a document is, and in what it can be had beside RDF. */
export interface DocumentAddress {
  /** Root-relative, without extension. */
  readonly path: string;
  readonly views?: readonly DocumentView[] | undefined;
  /** Whether it is described by other profiles too. */
  readonly hasProfiles?: boolean | undefined;
}

/** The permanent address, the formats, and the way into the editor. */
export function addressCartel(frame: PageFrame, iri: string, document: DocumentAddress | undefined): Html {
  const query = descriptionQuery(iri);
  return html`<section class="cartel"><h2>${THING.address[frame.language]}</h2><p class="iri">${iri}</p>
<ul class="formats">${
    document !== undefined &&
    [...RDF_FORMATS.filter(({ extension }) => OFFERED.has(extension)), ...(document.views ?? [])].map(
      ({ name, extension }) => html`<li>${anchor(`${document.path}.${extension}`, name)}</li>`,
    )
  }${
    document?.hasProfiles &&
    html`<li>${anchor(`${document.path}.html?_profile=alt`, THING.otherProfiles[frame.language])}</li>`
  }<li>${anchor(queryAddress(frame, query), THING.openInSparql[frame.language])}</li></ul></section>`;
}

/** Asks for what is said of a thing and of its parts. */
const descriptionQuery = (iri: string): string =>
  [
    `CONSTRUCT { <${iri}> ?property ?value . ?value ?also ?said }`,
    'WHERE {',
    `  <${iri}> ?property ?value`,
    `  OPTIONAL { ?value ?also ?said FILTER(STRSTARTS(STR(?value), "${iri}#")) }`,
    '}',
  ].join('\n');

/** Where it is: a map for the first place that has one, and the coordinates of all. */
export function placeCartel(frame: PageFrame, places: readonly SaidPlace[], label: string): Html | undefined {
  const { language } = frame;
  if (places.length === 0) return undefined;
  const title = filled(THING.onMap, language, { place: label });
  const map = places.map((place) => mapOfThing(place, title)).find((drawn) => drawn !== undefined);
  return html`<section class="cartel place"><h2>${THING.place[language]}</h2>${map}${places
    .slice(0, 12)
    .map(
      ({ latitude, longitude }) =>
        html`<p class="small soft">${interspersed([overseasName({ latitude, longitude }, language), coordinatesText(latitude, longitude, language)], ' · ')}</p>`,
    )}${frame.hasSearch && places[0] && html`<p class="small">${aroundLink(places[0], frame)}</p>`}</section>`;
}

/** The map of everything, where it is: the fragment is a view that scripts read. */
const aroundLink = ({ latitude, longitude }: SaidPlace, frame: PageFrame): Html =>
  pageLink(
    frame,
    `${MAP_PAGE}#12/${latitude.toFixed(5)}/${longitude.toFixed(5)}`,
    THING.around[frame.language],
  );

/** Whether a statement is one of those that the “elsewhere” cartel shows: such a link, and it leaves the site. */
export const saysElsewhere = ({ base }: PageFrame, property: string, value: RDF.Term): boolean =>
  value.termType === 'NamedNode' && ELSEWHERE.includes(property) && !value.value.startsWith(base);

/** Links to the same thing on other sites, each address once. */
export function elsewhereCartel(frame: PageFrame, statements: Statements): Html | undefined {
  const iris = new Set(
    ELSEWHERE.flatMap((property) =>
      (statements.get(property) ?? [])
        .filter((value) => saysElsewhere(frame, property, value))
        .map(({ value }) => value),
    ),
  );
  if (iris.size === 0) return undefined;
  return html`<section class="cartel"><h2>${THING.elsewhere[frame.language]}</h2><ul>${[...iris].map(
    (iri) => html`<li>${outsideLink(iri, { frame })}</li>`,
  )}</ul></section>`;
}

/** The dataset that says so, its licence and the release. */
export function datasetCartel(frame: PageFrame, dataset: Dataset): Html {
  const { language } = frame;
  const release = filled(THING.release, language, { date: releaseDay(frame) });
  return html`<section class="cartel"><h2>${THING.dataset[language]}</h2><p>${pageLink(frame, `/dataset/${dataset.slug}`, dataset.title[language])}</p>
<p class="small soft">${anchor(dataset.licence.iri, dataset.licence.label[language])} · ${release}</p></section>`;
}

/** `link rel=alternate` for every format of a document. */
export const alternates = (document: string, views: readonly DocumentView[] = []): Fragment =>
  [...RDF_FORMATS, ...views].map(
    ({ name, mediaType, extension }) =>
      html`<link rel="alternate" type="${mediaType}" title="${name}" href="${document}.${extension}">\n`,
  );
