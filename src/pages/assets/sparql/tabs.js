// @ts-check
import { element } from '../common/element.js';

/**
 * Several views of one thing, one shown at a time (WAI-ARIA tabs). Each is made when it is first shown.
 * @typedef {{ view: Node, drawn?: () => void }} MadeView `drawn` is called once the view stands in the page
 * @param {readonly { name: string, title: string, make: () => MadeView | Promise<MadeView> }[]} views
 * @param {{ label: string, wanted: string | undefined, onView: (name: string | undefined) => void }} options
 */
export function tabs(views, { label, wanted, onView }) {
  const panel = element('div', { role: 'tabpanel', id: 'view' });
  const made = new Map();
  let current;
  const buttons = new Map(
    views.map(({ name, title }) => [
      name,
      element(
        'button',
        {
          type: 'button',
          role: 'tab',
          id: `view-${name}`,
          'aria-controls': 'view',
          onclick: () => choose(name),
        },
        title,
      ),
    ]),
  );

  function arrows(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...buttons.values()];
    const at = all.indexOf(document.activeElement);
    all[(at + step + all.length) % all.length]?.focus();
  }

  function choose(name) {
    onView(name === views[0]?.name ? undefined : name);
    return show(name);
  }

  async function show(name) {
    current = name;
    for (const [one, button] of buttons) {
      button.setAttribute('aria-selected', String(one === name));
      button.setAttribute('tabindex', one === name ? '0' : '-1');
    }
    panel.setAttribute('aria-labelledby', `view-${name}`);
    const isNew = !made.has(name);
    if (isNew) made.set(name, Promise.resolve(views.find((one) => one.name === name)?.make()));
    const { view, drawn } = await made.get(name);
    if (current !== name) return;
    panel.replaceChildren(view);
    // What has to know its size is drawn where it stands.
    if (isNew) requestAnimationFrame(() => drawn?.());
  }

  show(views.some(({ name }) => name === wanted) ? wanted : views[0]?.name);
  return element(
    'div',
    { class: 'views' },
    element('div', { role: 'tablist', 'aria-label': label, onkeydown: arrows }, ...buttons.values()),
    panel,
  );
}
