// @ts-check

import { element } from '../common/element.js';
import { dataAddress, writtenBounds } from './address.js';
import { createGround, keepViewInAddress } from './ground.js';
import { createList } from './list.js';
import { createMarks, isOneSpot } from './marks.js';
import { createNumbers } from './numbers.js';
import { createPopup } from './popup.js';
import { createReach } from './reach.js';

/** Milliseconds that a map rests before what is in view is asked for. */
const REST = 120;

const settings = JSON.parse(document.getElementById('map-settings')?.textContent ?? '{}');
const ground = document.querySelector('.ground');
const beside = /** @type {HTMLElement | null} */ (document.querySelector('.beside'));
const L = /** @type {any} */ (globalThis).L;

if (ground && beside && L) start(ground, beside);

/** @param {Element} place @param {HTMLElement} section */
async function start(place, section) {
  const { texts, language, first } = settings;
  const outlines = await ask('/map/outlines.json', {}, { parameters: '' });
  const holder = element('div', { class: 'moving', role: 'region', 'aria-label': texts.movingLabel });
  place.prepend(holder);
  place.classList.add('has-moving');
  const numbers = createNumbers(language);
  const { map, show, bounds } = createGround(L, holder, { settings, outlines });
  const address = keepViewInAddress(map);
  const popup = createPopup(L, map, { settings, numbers, ask });
  const list = createList(section, { settings, numbers, onPage: (page) => fill(page) });
  const marks = createMarks(L, map, { texts, numbers, onOpen });
  createReach(document.querySelector('.reach'), { texts, onGo: show });

  let asking = new AbortController();
  let resting = 0;

  function onOpen(cell, mark) {
    const isLast = cell.count === 1 || isOneSpot(cell) || map.getZoom() >= map.getMaxZoom();
    if (isLast) popup.open(cell, mark).catch(trouble);
    else goInto(cell.box);
  }

  /** Always at least one level further: a box may be as large as the view. */
  function goInto([west, south, east, north]) {
    const box = L.latLngBounds([south, west], [north, east]);
    const wanted = map.getBoundsZoom(box, false, L.point(56, 56));
    const zoom = Math.min(map.getMaxZoom(), Math.max(map.getZoom() + 1, wanted));
    map.setView(box.getCenter(), zoom);
  }

  async function fill(page = 1) {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    // Squares of the level below are a little larger on the screen, never smaller.
    const zoom = Math.floor(map.getZoom());
    const within = writtenBounds(bounds());
    try {
      const [things, gathered] = await Promise.all([
        ask('/map/things.json', { bounds: within, page }, { signal }),
        page === 1 && ask('/map/cells.json', { bounds: within, zoom }, { signal }),
      ]);
      if (gathered) marks.draw(gathered.cells, zoom);
      list.show(things);
      holder.dataset.ready = String(zoom);
    } catch (error) {
      if (!signal.aborted) trouble(error);
    }
  }

  const trouble = (error) => list.tell(error?.status === 429 ? texts.busy : texts.failed);

  map.on('moveend', () => {
    delete holder.dataset.ready;
    clearTimeout(resting);
    resting = setTimeout(() => fill(), REST);
    if (map.hasBeenShown) address.tell();
  });
  if (!address.follow()) show(first);
  map.hasBeenShown = true;
}

/**
 * @param {string} path
 * @param {Record<string, string | number>} more
 * @param {{ signal?: AbortSignal, parameters?: string }} [options]
 */
async function ask(path, more, { signal, parameters = settings.parameters } = {}) {
  const answer = await fetch(dataAddress(path, { ...settings, parameters }, more), {
    headers: { accept: 'application/json' },
    signal: signal ?? null,
  });
  if (!answer.ok) throw Object.assign(new Error(path), { status: answer.status });
  return answer.json();
}
