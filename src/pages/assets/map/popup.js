// @ts-check

import { element, say } from '../common/element.js';
import { thingLines } from './list.js';

/** Things that a popup names; the list beside has the others. */
const NAMED = 6;

/**
 * Tells what lies at one spot: names, kinds, links.
 * @param {any} L
 * @param {any} map
 * @param {{ settings: any, numbers: any, ask: (path: string, more: any) => Promise<any> }} desk
 */
export function createPopup(L, map, { settings, numbers, ask }) {
  const { texts } = settings;
  let opened = 0;

  /** @param {any} cell @param {any} mark what was opened: it has the focus back when the popup closes */
  async function open(cell, mark) {
    const turn = ++opened;
    const [west, south, east, north] = cell.box ?? [
      cell.longitude,
      cell.latitude,
      cell.longitude,
      cell.latitude,
    ];
    const { things, total } = await ask('/map/things.json', {
      bounds: [west, south, east, north].join(','),
    });
    if (turn !== opened) return;
    const rest = total - Math.min(NAMED, things.length);
    const content = element(
      'div',
      { class: 'told' },
      element(
        'ul',
        {},
        things.slice(0, NAMED).map((thing) => element('li', {}, thingLines(thing, settings))),
      ),
      rest > 0 && element('p', { class: 'small soft' }, say(texts.others, { count: numbers.whole(rest) })),
    );
    const popup = L.popup({ maxWidth: 280, minWidth: 180, maxHeight: 260 })
      .setLatLng(mark.getLatLng())
      .setContent(content);
    popup.on('remove', () => mark.getElement()?.focus({ preventScroll: true }));
    popup.openOn(map);
    popup.getElement().addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      map.closePopup(popup);
    });
    const close = popup.getElement().querySelector('.leaflet-popup-close-button');
    close?.setAttribute('aria-label', texts.close);
    content.querySelector('a')?.focus({ preventScroll: true });
  }

  return { open };
}
