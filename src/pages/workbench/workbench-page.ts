import type { SiteIdentity } from '../../model/index.ts';
import { type Language, placeText } from '../../model/index.ts';
import { scriptAddress } from '../assets.ts';
import { type Fragment, type Html, html, raw } from '../html.ts';
import { coloursAddress } from '../site.ts';
import { FRAME } from '../texts/frame-texts.ts';
import { filled } from '../texts/table.ts';
import { GRAVITIES, WORKBENCH } from '../texts/workbench-texts.ts';
import { counted, numberText } from '../typography.ts';
import { recordPanes } from './record-panes.ts';
import { said } from './said.ts';
import { wholeSection } from './whole-section.ts';
import { workbenchAddress } from './workbench-address.ts';
import type { ListedRecord, WorkbenchContent } from './workbench-content.ts';

export interface WorkbenchFrame {
  readonly language: Language;
  readonly identity?: SiteIdentity | undefined;
}

/**
 * The page of a preview: what is to be corrected in the files, the chosen records, one of them as source row, statements and
 * page, and what is known of the whole file. Where scripts run it follows the files; without, it is the state as of now.
 */
export function workbenchPage({ language, identity }: WorkbenchFrame, content: WorkbenchContent): string {
  const { slug, title, shown, records } = content;
  const name = title?.[language] ?? slug;
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const colours = identity && coloursAddress(identity);
  return html`${raw('<!doctype html>')}
<html lang="${language}">
<head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${filled(WORKBENCH.title, language, { dataset: name })}</title>
<link rel="stylesheet" href="/assets/look.css"><link rel="stylesheet" href="${scriptAddress('workbench', 'workbench.css')}">
${colours !== undefined && html`<link rel="stylesheet" href="${colours}">\n`}<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
${content.kind === 'starting' && html`<noscript><meta http-equiv="refresh" content="2"></noscript>\n`}<script type="module" src="${scriptAddress('workbench', 'main.js')}"></script></head>
<body class="workbench" data-lost="${WORKBENCH.lost[language]}">
<a class="skip" href="#contenu">${FRAME.skip[language]}</a>
<header class="rail"><div class="rail-in"><p class="mark">${FRAME.site[language]} <small>${WORKBENCH.preview[language]}</small></p>
<a class="language" id="language" href="${workbenchAddress({ row: shown?.row, language: other })}" lang="${other}" hreflang="${other}">${FRAME.otherLanguage[language]}</a></div></header>
<main id="contenu"><h1 id="title">${name}</h1>
<p id="status" role="status" class="status ${content.kind}">${status(content, language)}</p>
<div id="complaints">${complaints(content, language)}</div>
<div class="bench" id="bench">${records.length > 0 && recordList(content, language)}
${shown && recordPanes(shown, language)}</div>
<section id="whole" class="whole">${wholeSection(content, language)}</section></main>
</body></html>
`.toString();
}

function status({ kind, time = '' }: WorkbenchContent, language: Language): string {
  return filled(WORKBENCH[kind], language, { time });
}

function complaints({ complaints: all }: WorkbenchContent, language: Language): Fragment {
  if (all.length === 0) return undefined;
  const title =
    all.length === 1
      ? WORKBENCH.complaint[language]
      : filled(WORKBENCH.complaints, language, { count: numberText(all.length, language) });
  return html`<section class="complaints"><h2>${title}</h2><ul>${all
    .slice(0, MOST_COMPLAINTS)
    .map(
      ({ place, found, remedy }) =>
        html`<li><code>${placeText(place)}</code><p>${said(found, language)} <span class="remedy">${said(remedy, language)}</span></p></li>`,
    )}</ul></section>`;
}

const MOST_COMPLAINTS = 20;

function recordList({ records, shown, total = 0 }: WorkbenchContent, language: Language): Html {
  const title = filled(WORKBENCH.chosen, language, {
    count: numberText(records.length, language),
    total: numberText(total, language),
  });
  return html`<nav class="records" id="records" aria-label="${WORKBENCH.records[language]}"><h2>${title}</h2>
<ol>${records.map((one) => listed(one, one.row === shown?.row, language))}</ol></nav>`;
}

function listed(record: ListedRecord, isShown: boolean, language: Language): Html {
  const { row, number, name, reasons, faults, gravest } = record;
  return html`<li><a id="record-${row}" href="${workbenchAddress({ row, language })}"${isShown && raw(' aria-current="true"')}><span class="which"><span class="number">${number}</span> <bdi>${name}</bdi></span>
${faults > 0 && gravest && html`<span class="badge ${gravest}" title="${GRAVITIES[gravest][language]}">${counted(faults, WORKBENCH.oneFault, WORKBENCH.manyFaults, language)}</span>`}<span class="reason">${reasons.map((one) => html`${said(one, language)} `)}</span></a></li>`;
}
