// @ts-check
import { element, say } from '../common/element.js';

/** CSS pixels of a square that the server gathers things in. */
export const CELL = 64;

/** Diameter of a mark by how many things it stands for, in CSS pixels: it never leaves its square. */
export const sizeOf = (count) =>
  count === 1 ? 16 : count < 10 ? 30 : count < 100 ? 36 : count < 1000 ? 42 : 50;

/**
 * Where a mark of a square stands: at the middle of its things, but wholly within the square, so that no two cover each other.
 * @param {{ x: number, y: number }} point
 * @param {number} size
 */
export function keptWithin({ x, y }, size) {
  const kept = (value) => {
    const start = Math.floor(value / CELL) * CELL;
    return Math.min(start + CELL - size / 2, Math.max(start + size / 2, value));
  };
  return { x: kept(x), y: kept(y) };
}

/** Whether all things of a cell are at one spot, which no zoom takes apart. */
export const isOneSpot = ({ box }) => box !== undefined && box[0] === box[2] && box[1] === box[3];

/**
 * The marks on a map: those that stay the same from view to view stay where they are, with the focus they may have.
 * @param {any} L
 * @param {any} map
 * @param {{ texts: any, numbers: any, onOpen: (cell: any, mark: any) => void }} desk
 */
export function createMarks(L, map, { texts, numbers, onOpen }) {
  const layer = L.layerGroup().addTo(map);
  /** @type {Map<string, any>} */
  let shown = new Map();

  function nameOf(cell) {
    if (cell.count === 1) return cell.label;
    const isLast = isOneSpot(cell) || map.getZoom() >= map.getMaxZoom();
    return say(isLast ? texts.spot : texts.cluster, { count: numbers.whole(cell.count) });
  }

  function markOf(cell, zoom) {
    const size = sizeOf(cell.count);
    const { x, y } = map.project([cell.latitude, cell.longitude], zoom);
    const place = cell.count === 1 ? { x, y } : keptWithin({ x, y }, size);
    const icon = L.divIcon({
      className: cell.count === 1 ? 'mark-one' : 'mark-many',
      html: element('span', {}, cell.count === 1 ? '' : numbers.short(cell.count)),
      iconSize: [size, size],
    });
    const mark = L.marker(map.unproject([place.x, place.y], zoom), { icon, riseOnHover: true });
    mark.on('add', () => {
      const button = mark.getElement();
      button.setAttribute('aria-label', nameOf(cell));
      button.title = nameOf(cell);
      button.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        onOpen(cell, mark);
      });
    });
    mark.on('click', () => onOpen(cell, mark));
    return mark;
  }

  return {
    /** @param {readonly any[]} cells @param {number} zoom at which they were gathered */
    draw(cells, zoom) {
      const next = new Map();
      for (const cell of cells) {
        const key = [zoom, cell.latitude, cell.longitude, cell.count, cell.iri ?? ''].join(' ');
        next.set(key, shown.get(key) ?? markOf(cell, zoom));
      }
      const hadFocus = layer.getLayers().find((mark) => mark.getElement() === document.activeElement);
      for (const [key, mark] of shown) if (!next.has(key)) layer.removeLayer(mark);
      for (const [key, mark] of next) if (!shown.has(key)) layer.addLayer(mark);
      shown = next;
      // Who came to a mark by the keyboard and opened it goes on from the map.
      if (hadFocus && !layer.hasLayer(hadFocus)) map.getContainer().focus({ preventScroll: true });
    },
  };
}
