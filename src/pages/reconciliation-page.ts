import { scriptAddress } from './assets.ts';
import { type PageFrame, page, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { RECONCILIATION } from './texts/reconciliation-texts.ts';
import { filled } from './texts/table.ts';
import { numberText, shortened, withoutDirectionControls } from './typography.ts';

/** A service of reconciliation in the list. */
export interface ListedService {
  /** Slug of the dataset; absent: everything. */
  readonly slug?: string;
  /** In the reader's language; absent: everything. */
  readonly title?: string;
  readonly things: number;
  /** Absolute address, to be pasted. */
  readonly address: string;
}

/** A candidate as the page shows it. */
export interface ShownCandidate {
  readonly id: string;
  /** Root-relative address of its page. */
  readonly path: string;
  readonly name: string;
  readonly description: string;
  readonly score: number;
  readonly match: boolean;
}

export interface ReconciliationContent {
  readonly services: readonly ListedService[];
  /** Queries that one batch may have. */
  readonly batch: number;
  /** Slug of the dataset that is chosen in the form. */
  readonly chosen?: string;
  /** What was tried, and what came of it. */
  readonly tried?: {
    readonly text: string;
    readonly candidates: readonly ShownCandidate[];
  };
}

const SPECIFICATION = 'https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/';

/** What reconciling is, the addresses to paste, a form that tries it, and what scores say. */
export function reconciliationPage(frame: PageFrame, content: ReconciliationContent): string {
  const { language } = frame;
  const text = (name: keyof typeof RECONCILIATION): string => RECONCILIATION[name][language];
  return page(frame, {
    title: text('title'),
    description: text('lead'),
    head: html`<link rel="stylesheet" href="${scriptAddress('site', 'reconciliation.css')}">\n`,
    main: html`<h1>${text('title')}</h1><p class="lead">${text('lead')}</p>
<section id="essayer"><h2>${text('try')}</h2>${form(frame, content)}${content.tried && candidates(frame, content.tried)}</section>
<section id="openrefine"><h2>${text('openRefine')}</h2><p>${text('steps')}</p>${services(frame, content)}</section>
<section id="scores"><h2>${text('scores')}</h2><p>${text('scoreMeans')}</p>${features(frame)}</section>
<section id="programmes"><h2>${text('programs')}</h2><p>${filled(RECONCILIATION.protocol, language, { batch: String(content.batch) })}</p>
<p class="small">${anchor(SPECIFICATION, text('specification'))} · ${anchor('/openapi.json', text('description'))}</p></section>`,
  });
}

function form(frame: PageFrame, { services: all, tried, chosen = '' }: ReconciliationContent): Html {
  const { language, languageChosen } = frame;
  const option = ({ slug = '', title }: ListedService): Html => {
    const name = title ?? RECONCILIATION.everything[language];
    return slug === chosen
      ? html`<option value="${slug}" selected>${name}</option>`
      : html`<option value="${slug}">${name}</option>`;
  };
  return html`<form class="query reconcile" action="/reconcile" method="get">${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}
<div class="ask"><label for="nom">${RECONCILIATION.text[language]}</label>
<input id="nom" name="q" value="${tried?.text ?? ''}" maxlength="300" autocomplete="off" spellcheck="false">
<label for="parmi">${RECONCILIATION.within[language]}</label><select id="parmi" name="dataset">${all.map(option)}</select>
<button>${RECONCILIATION.send[language]}</button></div></form>`;
}

function candidates(
  frame: PageFrame,
  { text, candidates: all }: NonNullable<ReconciliationContent['tried']>,
): Html {
  const { language } = frame;
  const heading = filled(RECONCILIATION.found, language, {
    text: withoutDirectionControls(shortened(text, 120)),
  });
  if (all.length === 0) return html`<h3><bdi>${heading}</bdi></h3><p>${RECONCILIATION.nothing[language]}</p>`;
  const head = (name: 'name' | 'what' | 'identifier' | 'sure') =>
    html`<th scope="col">${RECONCILIATION[name][language]}</th>`;
  return html`<h3><bdi>${heading}</bdi></h3><div class="wide" tabindex="0" role="region" aria-label="${heading}"><table class="stacked"><thead><tr>${head('name')}${head('what')}${head('identifier')}<th scope="col" class="number">${RECONCILIATION.score[language]}</th>${head('sure')}</tr></thead>
<tbody>${all.map((one) => row(frame, one))}</tbody></table></div>`;
}

const row = (frame: PageFrame, { id, path, name, description, score, match }: ShownCandidate): Html =>
  html`<tr><th scope="row">${pageLink(frame, path, html`<bdi>${shortened(withoutDirectionControls(name), 120)}</bdi>`)}</th><td class="soft"><bdi>${withoutDirectionControls(description)}</bdi></td><td data-label="${RECONCILIATION.identifier[frame.language]}"><code>${id}</code></td><td class="number" data-label="${RECONCILIATION.score[frame.language]}">${numberText(score, frame.language)}</td><td>${match ? html`<strong>${RECONCILIATION.isSure[frame.language]}</strong>` : html`<span class="soft">${RECONCILIATION.isUnsure[frame.language]}</span>`}</td></tr>`;

function services(frame: PageFrame, { services: all }: ReconciliationContent): Html {
  const { language } = frame;
  const address = RECONCILIATION.address[language];
  return html`<div class="wide" tabindex="0" role="region" aria-label="${RECONCILIATION.service[language]}"><table class="services stacked"><thead><tr><th scope="col">${RECONCILIATION.service[language]}</th><th scope="col" class="number">${RECONCILIATION.things[language]}</th><th scope="col">${address}</th></tr></thead>
<tbody>${all.map(
    (one) =>
      html`<tr><th scope="row">${
        one.slug === undefined
          ? RECONCILIATION.everything[language]
          : anchor(pageAddress(frame, `/dataset/${one.slug}`), one.title)
      }</th><td class="number" data-label="${RECONCILIATION.things[language]}">${numberText(one.things, language)}</td><td><code class="paste">${one.address}</code></td></tr>`,
  )}</tbody></table></div>`;
}

const FEATURES = [
  ['name', 'featureName'],
  ['same_name', 'featureSame'],
  ['identifier', 'featureIdentifier'],
  ['type', 'featureType'],
  ['property:…', 'featureProperty'],
] as const;

const features = ({ language }: PageFrame): Html =>
  html`<dl class="says">${FEATURES.map(
    ([id, name]) => html`<div><dt><code>${id}</code></dt><dd>${RECONCILIATION[name][language]}</dd></div>`,
  )}</dl>`;
