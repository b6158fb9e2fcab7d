import { type Language, placeText } from '../../model/index.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { anchor } from '../links.ts';
import { filled } from '../texts/table.ts';
import { GRAVITIES, WORKBENCH } from '../texts/workbench-texts.ts';
import { counted } from '../typography.ts';
import { said } from './said.ts';
import { workbenchAddress } from './workbench-address.ts';
import type { ShownCell, ShownFault, ShownRecord } from './workbench-content.ts';

/** One record three times, side by side: as its source has it, as statements, as a page. */
export const recordPanes = (
  record: ShownRecord,
  language: Language,
): Html => html`<div class="panes" id="panes">
<section class="pane" id="pane-row" aria-labelledby="head-row"><h2 id="head-row">${WORKBENCH.row[language]}</h2>${rowPane(record, language)}</section>
<section class="pane" id="pane-statements" aria-labelledby="head-statements"><h2 id="head-statements">${WORKBENCH.statements[language]}</h2>${statementsPane(record, language)}</section>
<section class="pane" id="pane-page" aria-labelledby="head-page"><h2 id="head-page">${WORKBENCH.page[language]}</h2>${pagePane(record, language)}</section></div>`;

function rowPane(record: ShownRecord, language: Language): Html {
  const { file, number, cells, loose, faults } = record;
  const where = filled(WORKBENCH.sheetRow, language, { file, number: String(number) });
  return html`<p class="where">${where}${faults === 0 ? html` · ${WORKBENCH.noFault[language]}` : waysToFaults(cells, language)}</p>
${loose.length > 0 && faultList(loose, language)}
<div class="scroll" tabindex="0" role="region" aria-label="${where}"><table class="cells"><thead><tr><th scope="col">${WORKBENCH.column[language]}</th><th scope="col">${WORKBENCH.value[language]}</th></tr></thead>
<tbody>${cells.map((cell, at) => cellRow(cell, at, language))}</tbody></table></div>`;
}

/** A table may be longer than what is seen of it: its faulty cells are named above, and lead there. */
function waysToFaults(cells: readonly ShownCell[], language: Language): Fragment {
  const faulty = [...cells.entries()].filter(([, { faults }]) => faults.length > 0);
  if (faulty.length === 0) return undefined;
  const ways = faulty.map(
    ([at, { column }], rank) => html`${rank > 0 && ', '}<a href="#cell-${at}">${column}</a>`,
  );
  return html` · ${WORKBENCH.toLookAt[language]} ${ways}`;
}

function cellRow(
  { column, value, faults, isRead, isPrivate }: ShownCell,
  at: number,
  language: Language,
): Html {
  const [gravest] = faults;
  const isEmpty = value.trim() === '';
  const marks = [
    ...(isRead ? [] : [WORKBENCH.unread[language]]),
    ...(isPrivate ? [WORKBENCH.private[language]] : []),
  ];
  return html`<tr id="cell-${at}" class="${isRead ? 'read' : 'unread'}${gravest ? html` faulty ${gravest.severity}` : ''}"><th scope="row">${column}${marks.map((one) => html` <small>${one}</small>`)}</th>
<td>${isEmpty ? html`<span class="nothing">${WORKBENCH.empty[language]}</span>` : html`<bdi class="value">${value}</bdi>`}${faults.length > 0 && faultList(faults, language)}</td></tr>`;
}

const faultList = (faults: readonly ShownFault[], language: Language): Html =>
  html`<ul class="faults">${faults.map(
    ({ severity, message, remedy, place }) =>
      html`<li class="${severity}"><strong>${GRAVITIES[severity][language]}</strong> ${said(message, language)} <span class="remedy">${said(remedy, language)}</span>${place?.line !== undefined && html` <small>${filled(WORKBENCH.rule, language, { place: placeText(place) })}</small>`}</li>`,
  )}</ul>`;

function statementsPane({ turtle, statements }: ShownRecord, language: Language): Html {
  if (statements === 0) return html`<p>${WORKBENCH.noStatement[language]}</p>`;
  const [, prefixes = '', said = turtle] = /^((?:@(?:base|prefix) [^\n]*\n)*)(.*)$/s.exec(turtle) ?? [];
  return html`<p class="where">${counted(statements, WORKBENCH.statement, WORKBENCH.manyStatements, language)}</p>
<pre class="scroll" tabindex="0" role="region" aria-label="${WORKBENCH.inTurtle[language]}"><code>${said.trim()}</code></pre>
<details><summary>${WORKBENCH.prefixes[language]}</summary><pre><code>${prefixes.trim()}</code></pre></details>`;
}

function pagePane(record: ShownRecord, language: Language): Fragment {
  const { page, things, row, gravest } = record;
  if (page === undefined) return html`<p>${WORKBENCH.noPage[language]}</p>`;
  const shown = things.find(({ isShown }) => isShown);
  const ways =
    things.length > 1 &&
    html`<ul class="things" aria-label="${WORKBENCH.otherThings[language]}">${things
      .slice(0, MOST_THINGS)
      .map(
        ({ iri, name, isShown }) =>
          html`<li>${isShown ? html`<strong aria-current="true">${name}</strong>` : anchor(workbenchAddress({ row, thing: iri, language }), name)}</li>`,
      )}</ul>`;
  const isLeftOut = gravest === 'violation' && things.length === 1;
  return html`<p class="where"><code>${shown?.iri}</code></p>${ways}${isLeftOut && html`<p class="left-out">${WORKBENCH.leftOut[language]}</p>`}
<iframe id="thing" title="${WORKBENCH.page[language]}" sandbox="allow-same-origin" src="${page}"></iframe>`;
}

const MOST_THINGS = 12;
