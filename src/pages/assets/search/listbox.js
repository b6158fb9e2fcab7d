// @ts-check

// The list below a search box: what is shown, which option is active, and what assistive technologies are told
// (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).

/** @typedef {{ iri: string, label: string, href: string, type?: { label: string }, dataset?: { title: string } }} Suggestion */

export class Listbox {
  /**
   * @param {HTMLInputElement} input
   * @param {{ label: string, found: string }} texts `found` says how many there are, as `{count}`
   */
  constructor(input, { label, found }) {
    this.input = input;
    this.found = found;
    this.active = -1;
    this.list = made('ul', {
      id: `${input.id}-choix`,
      role: 'listbox',
      class: 'suggestions',
      'aria-label': label,
    });
    this.list.hidden = true;
    this.status = made('p', { role: 'status', class: 'unseen' });
    set(input, {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': this.list.id,
    });
  }

  get isOpen() {
    return !this.list.hidden;
  }

  get count() {
    return this.list.children.length;
  }

  /** Address of the active option. */
  get chosen() {
    return addressOf(this.list.children[this.active]);
  }

  /** @param {readonly Suggestion[]} suggestions none: the list goes away */
  show(suggestions) {
    this.list.replaceChildren(...suggestions.map((one, index) => optionOf(one, `${this.list.id}-${index}`)));
    this.list.hidden = suggestions.length === 0;
    this.input.setAttribute('aria-expanded', String(this.isOpen));
    this.status.textContent = this.isOpen ? this.found.replace('{count}', String(this.count)) : '';
    this.activate(-1);
  }

  /** @param {number} at -1: none, the box itself */
  activate(at) {
    this.active = at;
    for (const [index, option] of [...this.list.children].entries())
      option.setAttribute('aria-selected', String(index === at));
    const option = this.list.children[at];
    if (option) this.input.setAttribute('aria-activedescendant', option.id);
    else this.input.removeAttribute('aria-activedescendant');
    option?.scrollIntoView({ block: 'nearest' });
  }
}

/** Address of the option that an element is, or is in. */
export const addressOf = (/** @type {unknown} */ element) => {
  const option = element instanceof Element ? element.closest('[role="option"]') : null;
  return option instanceof HTMLElement ? option.dataset.address : undefined;
};

/**
 * Texts of the data are put in as texts: markup in them is nothing but characters.
 * @param {Suggestion} suggestion
 * @param {string} id
 */
function optionOf({ label, href, type, dataset }, id) {
  const option = made('li', { id, role: 'option', 'aria-selected': 'false' });
  option.dataset.address = href;
  const name = made('span', { dir: 'auto' });
  // Controls that turn a text around would hide what it says.
  name.textContent = label.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
  const kind = made('small', {});
  kind.textContent = type?.label ?? dataset?.title ?? '';
  option.append(name, ' ', kind);
  return option;
}

/** @param {string} name @param {Record<string, string>} attributes */
const made = (name, attributes) => set(document.createElement(name), attributes);

/** @template {Element} E @param {E} element @param {Record<string, string>} attributes */
function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
