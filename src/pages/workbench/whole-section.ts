import { type Bilingual, type Language, placeText } from '../../model/index.ts';
import { type Fragment, type Html, html } from '../html.ts';
import { anchor } from '../links.ts';
import { filled } from '../texts/table.ts';
import { GRAVITIES, WORKBENCH } from '../texts/workbench-texts.ts';
import { numberText } from '../typography.ts';
import { said } from './said.ts';
import { workbenchAddress } from './workbench-address.ts';
import type { CountedFaultShown, ForecastShown, WholeShown, WorkbenchContent } from './workbench-content.ts';

/** Of the chosen records, by their place in the source: as spreadsheets number them. */
type NumberOfRow = ReadonlyMap<number, number>;

/** What is known of the whole file: figures, faults by kind, the release that it would make. */
export function wholeSection({ whole, records }: WorkbenchContent, language: Language): Html {
  const rows = new Map(records.map(({ row, number }) => [row, number]));
  const isOfBefore = whole.kind !== 'done' && whole.counts !== undefined;
  return html`<h2>${WORKBENCH.whole[language]}</h2><p id="progress" class="progress ${whole.kind}">${progress(whole, language)}${isOfBefore && html` ${WORKBENCH.before[language]}`}</p>
<div class="known${isOfBefore ? ' before' : ''}">${figures(whole, language)}
${whole.counts && faults(whole.faults, rows, language)}
${whole.forecast && forecast(whole.forecast, language)}</div>`;
}

function progress({ kind, progress: at, reason }: WholeShown, language: Language): string {
  if (kind === 'none') return WORKBENCH.wholeNone[language];
  if (kind === 'waiting') return WORKBENCH.wholeWaiting[language];
  if (kind === 'done') return WORKBENCH.done[language];
  if (kind === 'failed') return filled(WORKBENCH.failed, language, { reason: reason?.[language] ?? '' });
  if (!at) return WORKBENCH.beginning[language];
  return filled(WORKBENCH[at.stage], language, {
    records: numberText(at.records, language),
    statements: numberText(at.statements, language),
    things: numberText(at.things, language),
  });
}

function figures({ counts }: WholeShown, language: Language): Fragment {
  if (!counts) return undefined;
  const rows = [
    [WORKBENCH.countedRecords, counts.records],
    [WORKBENCH.countedThings, counts.things],
    [WORKBENCH.countedStatements, counts.statements],
    [WORKBENCH.countedLeftOut, counts.quarantined],
  ] as const;
  return html`<dl class="figures">${rows.map(
    ([name, value]) => html`<div><dt>${name[language]}</dt><dd>${numberText(value, language)}</dd></div>`,
  )}</dl>`;
}

function faults(all: readonly CountedFaultShown[], rows: NumberOfRow, language: Language): Html {
  if (all.length === 0) return html`<p>${WORKBENCH.faultless[language]}</p>`;
  const heads = [WORKBENCH.gravity, WORKBENCH.fault, WORKBENCH.column, WORKBENCH.count, WORKBENCH.example];
  const title = WORKBENCH.faultsFound[language];
  // Where there is no room for columns, each cell says what it is.
  const named = (name: Bilingual, value: Fragment): Html =>
    html`<td data-label="${said({ fr: `${name.fr} :`, en: `${name.en}:` }, language)}">${value}</td>`;
  return html`<section><h3>${title}</h3><div class="wide" tabindex="0" role="region" aria-label="${title}"><table class="counted"><thead><tr>${heads.map((one) => html`<th scope="col">${one[language]}</th>`)}</tr></thead>
<tbody>${all.map(
    ({ severity, message, column, count, row, place }) =>
      html`<tr class="${severity}"><th scope="row">${GRAVITIES[severity][language]}</th><td>${said(message, language)}${place?.line !== undefined && html` <small>${filled(WORKBENCH.rule, language, { place: placeText(place) })}</small>`}</td>${named(WORKBENCH.column, column)}${named(WORKBENCH.count, numberText(count, language))}${named(WORKBENCH.example, example(row, rows, language))}</tr>`,
  )}</tbody></table></div></section>`;
}

/** A record that is among the chosen ones can be looked at, and bears the number that it has there. */
function example(row: number | undefined, rows: NumberOfRow, language: Language): Fragment {
  if (row === undefined) return undefined;
  const number = rows.get(row);
  return number === undefined
    ? filled(WORKBENCH.exampleRecord, language, { record: numberText(row, language) })
    : anchor(
        workbenchAddress({ row, language }),
        filled(WORKBENCH.exampleRow, language, { row: numberText(number, language) }),
      );
}

function forecast(told: ForecastShown, language: Language): Html {
  return html`<section><h3>${WORKBENCH.next[language]}</h3>${forecastText(told, language)}</section>`;
}

function forecastText(told: ForecastShown, language: Language): Fragment {
  if (told.kind === 'first')
    return html`<p>${filled(WORKBENCH.first, language, {
      statements: numberText(told.statements, language),
      datasets: numberText(told.datasets, language),
    })}</p>`;
  if (told.kind === 'unchanged')
    return html`<p>${filled(WORKBENCH.unchanged, language, { previous: told.previous })}</p>`;
  if (told.kind === 'refused')
    return html`<p>${WORKBENCH.refused[language]}</p><ul>${told.complaints.map(
      ({ place, found, remedy }) =>
        html`<li><code>${placeText(place)}</code> ${said(found, language)} ${said(remedy, language)}</li>`,
    )}</ul>`;
  const { created, updated, removed, terms, previous } = told;
  const kinds = [
    [WORKBENCH.created, created],
    [WORKBENCH.updated, updated],
    [WORKBENCH.removed, removed],
  ] as const;
  return html`<p>${filled(WORKBENCH.changes, language, { previous })}</p><ul class="changes">${kinds.map(
    ([name, { count, some }]) =>
      html`<li><strong>${numberText(count, language)}</strong> ${name[language]}${some.length > 0 && html`<br><small>${some.map((iri, at) => html`${at > 0 && ', '}<code>${iri.slice(iri.lastIndexOf('/') + 1)}</code>`)}${count > some.length && '…'}</small>`}</li>`,
  )}${terms.map(({ iri, change }) => html`<li>${filled(WORKBENCH[change], language, { iri })}</li>`)}</ul>`;
}
