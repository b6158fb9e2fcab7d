// @ts-check

import { element, say } from '../common/element.js';
import { isLongQuery } from './address.js';
import { placesOf } from './places.js';
import { withLabels } from './run.js';
import { seriesOf } from './series.js';
import { tableView } from './table-view.js';
import { tabs } from './tabs.js';

/** Raw text beyond this is cut, and says so: the files have all of it. */
const LONGEST_RAW = 300_000;

/**
 * The answer below the editor: what there is of it, in the views that fit, with the files to take away.
 * @param {HTMLElement} place
 * @param {any} desk
 * @param {(view: string | undefined) => void} onView
 */
export function createResults(place, desk, onView) {
  const { texts, cells, formats } = desk;

  /** @param {{ title?: string, detail?: string, line?: number, column?: number }} found */
  function problem({ title, detail, line, column }) {
    place.replaceChildren(
      element(
        'section',
        { class: 'answer problem', role: 'alert' },
        element('h2', {}, texts.problem),
        title && element('p', { class: 'kind' }, title),
        element('p', { class: 'message' }, element('bdi', {}, detail ?? '')),
        line !== undefined &&
          element(
            'button',
            { type: 'button', class: 'quiet', onclick: () => desk.editor().goTo({ line, column }) },
            texts.goToLine,
          ),
      ),
    );
  }

  function answer(found, query, wantedView) {
    const section = element(
      'section',
      { class: 'answer' },
      element('h2', { id: 'answer-title' }, texts.answer),
      facts(found),
    );
    section.append(
      element('p', { class: 'soft take-away' }, `${texts.takeAway} `, ...downloads(found.kind, query)),
    );
    if (found.kind === 'verdict')
      section.append(element('p', { class: 'verdict' }, found.value ? texts.yes : texts.no));
    else if (found.kind === 'graph') section.append(raw(found.text));
    else if (found.rows.length === 0)
      section.append(element('p', {}, desk.advice().count() > 0 ? texts.noRowAdvised : texts.noRow));
    place.replaceChildren(section);
    if (found.kind === 'table' && found.rows.length > 0)
      section.append(tabs(viewsOf(found, query), { label: texts.views, wanted: wantedView, onView }));
  }

  function facts({ kind, rows, milliseconds, storeMilliseconds }) {
    const seconds = (value) =>
      new Intl.NumberFormat(desk.language, { maximumSignificantDigits: 2 }).format(value / 1000);
    const parts = [
      kind === 'table' &&
        say(rows.length === 1 ? texts.oneRow : texts.rowCount, { count: cells.number(rows.length) }),
      say(texts.took, { seconds: seconds(milliseconds) }),
      storeMilliseconds >= 0 && say(texts.tookStore, { seconds: seconds(storeMilliseconds) }),
      texts.whole,
    ];
    return element('p', { class: 'soft facts', role: 'status' }, parts.filter(Boolean).join(' · '));
  }

  function downloads(kind, query) {
    const offered = kind === 'graph' ? formats.graphs : formats.tables;
    return offered.flatMap(([format, name], index) => [index > 0 && ', ', download(query, format, name)]);
  }

  /** A link; a long query is sent as a form, which no address has to carry. */
  function download(query, format, name) {
    if (!isLongQuery(query))
      return element(
        'a',
        {
          href: `/sparql?${new URLSearchParams({ query, format })}`,
          download: `${texts.fileName}.${format}`,
        },
        name,
      );
    const form = element(
      'form',
      { action: '/sparql', method: 'post', class: 'inline' },
      element('input', { type: 'hidden', name: 'query', value: query }),
      element('input', { type: 'hidden', name: 'format', value: format }),
      element('button', { class: 'plain' }, name),
    );
    return form;
  }

  const raw = (text) =>
    element(
      'div',
      {},
      text.length > LONGEST_RAW && element('p', { class: 'soft small' }, texts.rawCut),
      element('pre', { class: 'graph', tabindex: '0', 'aria-label': texts.raw }, text.slice(0, LONGEST_RAW)),
    );

  /** Views that fit the answer: each is made when it is first shown, and map and chart are loaded only then. */
  function viewsOf(found, query) {
    const table = withLabels(found, query);
    const placeOf = placesOf(table);
    const series = seriesOf(table);
    return [
      { name: 'table', title: texts.table, make: () => ({ view: tableView(table, desk) }) },
      placeOf === undefined
        ? undefined
        : {
            name: 'map',
            title: texts.map,
            make: async () => {
              const { mapView } = await import('./map-view.js');
              return mapView(table, placeOf, { ...desk, taken: download(query, 'geojson', 'GeoJSON') });
            },
          },
      series && {
        name: 'chart',
        title: texts.chart,
        make: async () => (await import('./chart-view.js')).chartView(table, series, desk),
      },
      { name: 'raw', title: texts.raw, make: () => ({ view: raw(found.text) }) },
    ].filter((one) => one !== undefined);
  }

  return {
    answer,
    problem,
    clear: () => place.replaceChildren(),
    tell: (text) => place.replaceChildren(element('p', { class: 'soft waiting', role: 'status' }, text)),
  };
}
