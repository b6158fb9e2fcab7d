import type { Dataset, ResourceDescription, Terms, ThingOrigin } from '../model/index.ts';
import { dcterms, geo, type RDF, rdf, rdfs, schema, skos } from '../rdf/index.ts';
import { scriptAddress } from './assets.ts';
import {
  addressCartel,
  alternates,
  type DocumentView,
  datasetCartel,
  elsewhereCartel,
  placeCartel,
  saysElsewhere,
} from './cartels.ts';
import { type ConceptPlace, conceptSection, linksBesideTree } from './concept-section.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { incomingSection } from './incoming.ts';
import { type Reading, readableLocalName, termLabel } from './links.ts';
import { literalFragment } from './literals.ts';
import { roomFor, untold } from './origin-rest.ts';
import { OriginWriter } from './origins.ts';
import { COORDINATE_PROPERTIES, placesOf, pointOf, type SaidPlace } from './said-places.ts';
import { timesOf } from './said-times.ts';
import { jsonLdBlock, thingJsonLd } from './schema-org.ts';
import { LABELS, literalsOf, ownStatements, preferred, readSheet, type Sheet, typesOf } from './sheet.ts';
import { type EntryReading, entry, looseParts } from './statements.ts';
import { type TermFacts, termSections } from './term-facts.ts';
import { THING } from './texts/thing-texts.ts';
import { identifierOf, wayToThing } from './thing-way.ts';
import { timeRuler } from './time-ruler.ts';
import { boundPunctuation, shortened, withoutDirectionControls } from './typography.ts';

/** What the page of a thing is made of. */
export interface ThingContent {
  readonly description: ResourceDescription;
  readonly dataset: Dataset | undefined;
  readonly terms: Terms;
  /** Label of any published thing in the frame's language. */
  readonly label: (iri: string) => string | undefined;
  /** Formats of the document beside RDF and this page. */
  readonly views?: readonly DocumentView[];
  /** Whether the thing is described by other profiles too. */
  readonly hasProfiles?: boolean;
  /** What readers reported of it, and the way to do so. */
  readonly contributions?: Html | undefined;
  /** Of a concept: where it stands in its tree. */
  readonly concept?: ConceptPlace;
  /** Of a class or property of the ontology: how the data use it. */
  readonly term?: TermFacts;
  /** Where its statements come from: undefined inside where no mapping made it. Absent: nothing is said of it. */
  readonly origins?: {
    readonly origin: ThingOrigin | undefined;
    /** Whether reports of errors are taken. */
    readonly takesReports: boolean;
  };
}

const DESCRIPTIONS = [schema.description, dcterms.description, skos.definition, rdfs.comment];
const LONGEST_LEAD = 700;
const LONGEST_NAME = 300;

/** The page of one thing: what it is, when and where, every statement, what links to it. */
export function thingPage(frame: PageFrame, content: ThingContent): string {
  const { description, dataset } = content;
  const sheet = readSheet(description);
  const reading: Reading = { frame, terms: content.terms, label: content.label };
  const head = headOf(sheet, reading);
  const document = documentPath(description.iri, frame);
  const jsonLd = thingJsonLd(sheet);
  return page(frame, {
    title: [head.name, ...head.kinds.slice(0, 1)].join(' · '),
    ...(head.lead && { description: head.lead.value }),
    section: content.concept ? '/vocabularies' : '/datasets',
    head: [
      document !== undefined && alternates(document, content.views),
      content.origins && html`<link rel="stylesheet" href="${scriptAddress('site', 'origins.css')}">`,
      jsonLd && jsonLdBlock(jsonLd),
    ],
    main: html`${wayToThing(frame, { ...content, iri: description.iri, isTerm: content.term !== undefined }, head.name)}
<div class="thing"><article>${article(sheet, head, reading, content)}</article>
<aside>${addressCartel(frame, description.iri, document === undefined ? undefined : { path: document, views: content.views, hasProfiles: content.hasProfiles })}
${placeCartel(frame, head.places, head.name)}
${elsewhereCartel(frame, ownStatements(sheet))}
${dataset && datasetCartel(frame, dataset)}</aside></div>`,
  });
}

/** What the top of the page shows, and what the list therefore leaves out. */
interface Head {
  readonly name: string;
  readonly title: RDF.Literal | undefined;
  readonly kinds: readonly string[];
  readonly lead: RDF.Literal | undefined;
  readonly places: readonly SaidPlace[];
}

function headOf(sheet: Sheet, reading: Reading): Head {
  const own = ownStatements(sheet);
  const { language } = reading.frame;
  const title = preferred(literalsOf(own, LABELS), language);
  const description = preferred(literalsOf(own, DESCRIPTIONS), language);
  const types = [...typesOf(own)].sort((a, b) => reading.terms.order(a) - reading.terms.order(b));
  return {
    name: boundPunctuation(nameOf(title, sheet, reading)),
    title,
    kinds: [...new Set(types.map((type) => termLabel(type, reading)))],
    lead: description && description.value.length <= LONGEST_LEAD ? description : undefined,
    places: placesOf(sheet),
  };
}

/** Older inventories write titles in capitals: they are shown as written, but smaller. */
const isShouted = (name: string): boolean => /\p{Lu}{3}/u.test(name) && name === name.toUpperCase();

function article(sheet: Sheet, head: Head, reading: Reading, content: ThingContent): Fragment {
  const { language } = reading.frame;
  const document = documentPath(sheet.iri, reading.frame);
  const turtle = document === undefined ? {} : { turtle: `${document}.ttl` };
  const shown: EntryReading = {
    ...reading,
    ...turtle,
    sheet,
    isElsewhere: elsewhere(sheet, head, reading.frame),
    origins: originWriter(content, reading),
    register: content.dataset?.register,
  };
  // The list comes first: what it does not tell, the top of the page does.
  const list = html`${entry(sheet.iri, shown)}
${looseParts(shown).map((part) => loosePart(part, shown))}`;
  return html`<header><p class="kind">${head.kinds[0] ?? THING.thing[language]}</p>
<h1${head.title?.language ? html` lang="${head.title.language}"` : ''}${isShouted(head.name) ? html` class="capitals"` : ''} dir="auto">${head.name}</h1>
${head.lead && html`<p class="lead">${literalFragment(head.lead, shown)}</p>`}
${shown.origins?.summary(untold(sheet, shown.origins), content.description.dataset === ONTOLOGY)}</header>
${timeRuler(timesOf(sheet, reading), language)}
${list}
${shown.origins?.note()}
${content.concept && conceptSection(content.concept, reading.frame)}
${content.term && termSections(content.term, reading)}
${incomingSection(sheet.iri, content.concept ? linksBesideTree(content.description.incoming) : content.description.incoming, reading)}
${content.contributions}`;
}

function originWriter({ description, origins }: ThingContent, reading: Reading): OriginWriter | undefined {
  const { iri: thing, changed, lines } = description;
  return origins && new OriginWriter({ thing, changed, room: roomFor(lines), ...origins }, reading);
}

/** Terms of ontologies are described by this dataset of the index. */
const ONTOLOGY = 'ontology';

/** The list leaves out what the page shows already: name, lead, coordinates, addresses elsewhere. */
function elsewhere(sheet: Sheet, head: Head, frame: PageFrame): EntryReading['isElsewhere'] {
  return (subject, property, value) => {
    if (COORDINATE_PROPERTIES.has(property)) return head.places.length > 0;
    if (property === geo.asWKT) return pointOf(subject, value) !== undefined;
    if (subject !== sheet.iri) return false;
    if (property === rdf.type) return head.kinds.length === 1;
    return value === head.lead || isTitle(value, property, head) || saysElsewhere(frame, property, value);
  };
}

const nameOf = (title: RDF.Literal | undefined, { iri }: Sheet, { label }: Reading): string =>
  shortened(withoutDirectionControls(title?.value ?? label(iri) ?? identifierOf(iri)), LONGEST_NAME).trim() ||
  identifierOf(iri);

/** The same name under another property, or without language, is the same name. */
const isTitle = (value: RDF.Term, property: string, { title, name }: Head): boolean =>
  title !== undefined && value.value === title.value && LABELS.includes(property) && name === title.value;

function loosePart(part: string, reading: EntryReading): Html {
  const title = readableLocalName(part);
  return html`<section><h2>${title}</h2>${entry(part, reading)}</section>`;
}

/** Root-relative address of a thing's document, without extension; only things have one in every format. */
function documentPath(iri: string, { base }: PageFrame): string | undefined {
  return iri.startsWith(`${base}id/`) ? `/doc/${iri.slice(base.length + 3)}` : undefined;
}
