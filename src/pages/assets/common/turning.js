// @ts-check
import { element } from './element.js';

/**
 * The way through the pages of a list. Its buttons stay the same while it is turned, so that who turns by keyboard stays on
 * them; at an end, on the one that leads back. Who turned begins to read at the top.
 * @param {{ texts: Record<string, string>, label: string | undefined, look?: string, top: Element, onTurn: (page: number) => void }} desk
 */
export function createTurning({ texts, label, look, top, onTurn }) {
  let now = 1;
  let isTurned = false;
  const turn = (step) => {
    isTurned = true;
    onTurn(now + step);
  };
  const button = (text, step) =>
    element('button', { type: 'button', class: look, onclick: () => turn(step) }, text);
  const [back, on] = [button(texts.previous, -1), button(texts.next, 1)];
  const where = element('span', { class: 'soft', role: 'status' });
  const nav = element('nav', { class: 'turning', 'aria-label': label, hidden: true }, back, where, on);
  return {
    nav,
    /**
     * @param {{ page: number, last: number, text: string }} place pages are counted from 1 on
     */
    show({ page, last, text }) {
      now = page;
      nav.hidden = last === 1;
      where.textContent = text;
      const focused = document.activeElement;
      back.disabled = page === 1;
      on.disabled = page === last;
      if (focused === back && back.disabled) on.focus();
      else if (focused === on && on.disabled) back.focus();
      if (isTurned) top.scrollIntoView({ block: 'nearest' });
      isTurned = false;
    },
  };
}
