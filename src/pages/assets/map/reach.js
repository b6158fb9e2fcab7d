// @ts-check
import { element } from '../common/element.js';

/**
 * Makes the territories of a list ways to them.
 * @param {HTMLElement | null} section
 * @param {{ texts: any, onGo: (box: number[]) => void }} desk
 */
export function createReach(section, { texts, onGo }) {
  const entries = [...(section?.querySelectorAll('li') ?? [])];
  const boxes = entries.map(({ dataset }) => (dataset.box ?? '').split(',').map(Number));
  for (const [index, entry] of entries.entries()) {
    const button = element('button', {
      type: 'button',
      title: entry.dataset.label,
      onclick: () => onGo(boxes[index] ?? []),
    });
    const [name, number] = entry.childNodes;
    button.append(element('span', { class: 'way' }, (name?.textContent ?? '').trim()), ' ', number ?? '');
    entry.replaceChildren(button);
  }
  if (entries.length < 2) return;
  const all = element('button', { type: 'button', onclick: () => onGo(around(boxes)) });
  all.append(element('span', { class: 'way' }, texts.everything));
  section?.querySelector('ul')?.append(element('li', { class: 'all' }, all));
}

/** The least that holds all boxes: west, south, east, north. */
export const around = (boxes) => [
  Math.min(...boxes.map(([west]) => west)),
  Math.min(...boxes.map(([, south]) => south)),
  Math.max(...boxes.map(([, , east]) => east)),
  Math.max(...boxes.map(([, , , north]) => north)),
];
