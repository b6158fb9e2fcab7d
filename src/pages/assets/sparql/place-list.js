// @ts-check
import { element, say } from '../common/element.js';
import { createTurning } from '../common/turning.js';
import { placeVariables } from './places.js';

/** Rows of a page of the list. */
const ROWS = 20;
/** Columns of a row that are told beside the first. */
const MOST_FACTS = 4;

/**
 * The rows that have a place, in words, page by page: all of them, those that the map has no room for too.
 * @param {{ variables: string[], rows: any[], label: (row: any, name: string) => string | undefined }} table
 * @param {(row: any) => any} placeOf
 * @param {{ cells: any, texts: Record<string, string> }} desk
 */
export function placeList(table, placeOf, { cells, texts }) {
  const placed = table.rows.filter((row) => placeOf(row) !== undefined);
  const coordinates = new Set(placeVariables(table));
  const told = table.variables.filter((name) => !coordinates.has(name));
  const list = element('ol', {});
  const last = Math.max(1, Math.ceil(placed.length / ROWS));
  const top = element(
    'p',
    { class: 'soft small' },
    say(texts.listed, { count: cells.number(placed.length) }),
  );
  const turning = createTurning({ texts, label: texts.pages, look: 'quiet', top, onTurn: draw });

  function item(row) {
    const bound = told.filter((name) => row[name] !== undefined);
    // A row that says nothing but where it is is told by that.
    const [first, ...others] = bound.length > 0 ? bound : coordinates;
    const words = (name) => cells.words(row[name], table.label(row, name));
    // Addresses are for following, in the table; the name of a thing is said once.
    const isAddress = (name) => row[name].type === 'uri' && table.label(row, name) === undefined;
    const facts = [...new Set(others.filter((name) => !isAddress(name)).map(words))]
      .filter((text) => text !== '' && text !== words(first))
      .slice(0, MOST_FACTS);
    return element(
      'li',
      {},
      first !== undefined && cells.content(row[first], table.label(row, first)),
      facts.length > 0 && element('span', { class: 'soft small' }, facts.join(' · ')),
    );
  }

  function draw(page) {
    const before = (page - 1) * ROWS;
    const shown = placed.slice(before, before + ROWS);
    list.replaceChildren(...shown.map(item));
    list.setAttribute('start', String(before + 1));
    const range = {
      first: cells.number(before + 1),
      last: cells.number(before + shown.length),
      count: cells.number(placed.length),
    };
    turning.show({ page, last, text: say(texts.range, range) });
  }

  draw(1);
  const section = element(
    'section',
    { class: 'place-list', 'aria-label': texts.placeList },
    top,
    list,
    turning.nav,
  );
  section.dataset.count = String(placed.length);
  return section;
}
