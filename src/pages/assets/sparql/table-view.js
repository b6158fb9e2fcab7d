// @ts-check

import { element, folded, say } from '../common/element.js';
import { createTurning } from '../common/turning.js';
import { isNumber } from './cells.js';

const ROWS = 100;

/**
 * Rows of an answer, a part at a time, sorted by any column, narrowed by words.
 * @param {{ variables: string[], rows: any[], label: (row: any, name: string) => string | undefined }} table
 * @param {{ cells: any, texts: Record<string, string> }} desk
 */
export function tableView({ variables, rows, label }, { cells, texts }) {
  const numeric = new Set(variables.filter((name) => isNumeric(rows, name)));
  const state = { page: 0, sortedBy: undefined, isDescending: false, words: '' };
  const body = element('tbody');
  const heads = variables.map((name) => head(name));
  const found = element('p', { class: 'soft small', role: 'status' });
  const turning = createTurning({
    texts,
    label: texts.pages,
    look: 'quiet',
    top: found,
    onTurn: (page) => {
      state.page = page - 1;
      draw();
    },
  });

  function head(name) {
    const act = () => {
      state.isDescending = state.sortedBy === name && !state.isDescending;
      state.sortedBy = name;
      state.page = 0;
      draw();
    };
    const button = element('button', { type: 'button', class: 'plain', onclick: act }, name);
    return element('th', { scope: 'col', class: numeric.has(name) && 'number' }, button);
  }

  const words = (row) => variables.map((name) => cells.words(row[name], label(row, name))).join('\u0000');

  function chosen() {
    const wanted = folded(state.words).split(/\s+/).filter(Boolean);
    const kept =
      wanted.length === 0
        ? rows
        : rows.filter((row) => wanted.every((word) => folded(words(row)).includes(word)));
    const { sortedBy, isDescending } = state;
    if (sortedBy === undefined) return kept;
    const sign = isDescending ? -1 : 1;
    return kept.toSorted((a, b) => sign * compared(sortKey(a, sortedBy), sortKey(b, sortedBy)));
  }

  const sortKey = (row, name) =>
    row[name] === undefined
      ? undefined
      : numeric.has(name)
        ? Number(row[name].value)
        : cells.words(row[name], label(row, name));

  function draw() {
    const all = chosen();
    const pages = Math.max(1, Math.ceil(all.length / ROWS));
    state.page = Math.min(state.page, pages - 1);
    const shown = all.slice(state.page * ROWS, (state.page + 1) * ROWS);
    body.replaceChildren(...shown.map(line));
    for (const [index, name] of variables.entries())
      heads[index]?.setAttribute(
        'aria-sort',
        name !== state.sortedBy ? 'none' : state.isDescending ? 'descending' : 'ascending',
      );
    found.textContent = state.words === '' ? '' : say(texts.found, { count: cells.number(all.length) });
    const first = state.page * ROWS + 1;
    const range = { first, last: first + shown.length - 1, count: all.length };
    const told = Object.entries(range).map(([name, count]) => [name, cells.number(count)]);
    turning.show({ page: state.page + 1, last: pages, text: say(texts.range, Object.fromEntries(told)) });
  }

  const line = (row) =>
    element(
      'tr',
      {},
      ...variables.map((name) =>
        element('td', { class: numeric.has(name) && 'number' }, cells.content(row[name], label(row, name))),
      ),
    );

  const narrow = element('input', {
    type: 'search',
    'aria-label': texts.narrow,
    placeholder: texts.narrow,
    oninput: (event) => {
      state.words = event.target.value;
      state.page = 0;
      draw();
    },
  });
  draw();
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), body);
  return element(
    'div',
    {},
    rows.length > 10 && element('p', { class: 'narrow' }, narrow),
    found,
    element('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': texts.answer }, table),
    turning.nav,
  );
}

/** @param {any[]} rows @param {string} name */
export function isNumeric(rows, name) {
  const bound = rows.filter((row) => row[name] !== undefined);
  return bound.length > 0 && bound.every((row) => isNumber(row[name]));
}

/** What is not there comes last in both directions of reading. */
function compared(a, b) {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return typeof a === 'number' ? a - b : COLLATOR.compare(a, b);
}

const COLLATOR = new Intl.Collator(undefined, { numeric: true });
