import type { Terms } from '../model/index.ts';
import { PREFIXES } from '../rdf/index.ts';
import { figures } from './dataset-list.ts';
import { type PageFrame, page } from './frame.ts';
import { type Html, html } from './html.ts';
import { pageLink } from './links.ts';
import { termLink } from './term-facts.ts';
import { MODEL } from './texts/model-texts.ts';
import { filled } from './texts/table.ts';
import { agreed, numberText } from './typography.ts';

/** A class or property that the data use. */
export interface UsedTerm {
  readonly iri: string;
  readonly count: number;
  /** Datasets that use it. */
  readonly datasets: number;
}

/** What the page of the model is made of, the most used first. */
export interface ModelContent {
  readonly classes: readonly UsedTerm[];
  readonly properties: readonly UsedTerm[];
  readonly terms: Terms;
  /** Whether the ontology is published here, at `/def`. */
  readonly hasOntology: boolean;
}

/** Terms of one kind on the page: it stays under 100 KB whatever the data. */
const MOST_TERMS = 120;

/** All classes and properties of the data, vocabulary by vocabulary. */
export function modelPage(frame: PageFrame, content: ModelContent): string {
  const { language } = frame;
  const { classes, properties, hasOntology } = content;
  const count = (all: readonly UsedTerm[], one: typeof MODEL.class, many: typeof MODEL.classes) => ({
    count: numberText(all.length, language),
    noun: agreed(all.length, one, many, language).toLocaleLowerCase(language),
  });
  return page(frame, {
    title: MODEL.title[language],
    description: MODEL.lead[language],
    section: '/datasets',
    main: html`<h1>${MODEL.title[language]}</h1><p class="lead">${MODEL.lead[language]}</p>
${figures([count(classes, MODEL.class, MODEL.classes), count(properties, MODEL.property, MODEL.properties)], frame)}
${hasOntology && html`<p>${pageLink(frame, '/def', MODEL.ontology[language])}</p>`}
<section id="classes"><h2>${MODEL.classes[language]}</h2>${termGroups(classes, 'class', content, frame)}</section>
<section id="properties"><h2>${MODEL.properties[language]}</h2>${termGroups(properties, 'property', content, frame)}</section>`,
  });
}

function termGroups(
  all: readonly UsedTerm[],
  kind: 'class' | 'property',
  { terms }: ModelContent,
  frame: PageFrame,
): readonly (Html | false)[] {
  const { language } = frame;
  const shown = all.slice(0, MOST_TERMS);
  const groups = [...Map.groupBy(shown, ({ iri }) => vocabularyOf(iri, frame))];
  const rest = { shown: numberText(shown.length, language), count: numberText(all.length, language) };
  return [
    ...groups.map(([name, of]) => termTable(name, of, { kind, terms }, frame)),
    shown.length < all.length && html`<p class="soft">${filled(MODEL.rest, language, rest)}</p>`,
  ];
}

function termTable(
  name: string,
  of: readonly UsedTerm[],
  { kind, terms }: { readonly kind: 'class' | 'property'; readonly terms: Terms },
  frame: PageFrame,
): Html {
  const { language } = frame;
  return html`<h3>${name}</h3><div class="wide" tabindex="0" role="region" aria-label="${MODEL[kind][language]}, ${name}"><table class="terms">
<thead><tr><th scope="col">${MODEL[kind][language]}</th><th scope="col" class="number">${MODEL.instances[language]}</th><th scope="col" class="number">${MODEL.datasets[language]}</th></tr></thead>
<tbody>${of.map(
    ({ iri, count, datasets }) =>
      html`<tr><th scope="row">${termLink(iri, { frame, terms })}</th><td class="number">${numberText(count, language)}</td><td class="number">${numberText(datasets, language)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The vocabulary that a term comes from, as people name it. */
function vocabularyOf(iri: string, { base, language }: PageFrame): string {
  if (iri.startsWith(base)) return MODEL.own[language];
  const [prefix] = Object.entries(PREFIXES).find(([, namespace]) => iri.startsWith(namespace)) ?? [];
  return prefix === undefined ? MODEL.others[language] : (NAMES[prefix] ?? prefix);
}

const NAMES: Readonly<Record<string, string>> = {
  rdf: 'RDF',
  rdfs: 'RDF Schema',
  owl: 'OWL',
  skos: 'SKOS',
  dcterms: 'Dublin Core Terms',
  dcat: 'DCAT',
  foaf: 'FOAF',
  prov: 'PROV-O',
  schema: 'schema.org',
  crm: 'CIDOC CRM',
  geo: 'GeoSPARQL',
  wgs: 'WGS84 Geo Positioning',
  edtf: 'EDTF',
  void: 'VoID',
};
