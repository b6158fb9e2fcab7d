// @ts-check
import { element, say } from '../common/element.js';
import { createTurning } from '../common/turning.js';

const AREAS = 3;

/** The address of a thing's page, in the language that the reader chose. */
const linkTo = (href, { language, languageChosen }) => (languageChosen ? `${href}?lang=${language}` : href);

/**
 * What a thing is, its name, where it is and from which dataset: as pages of results say it.
 * @param {any} thing
 * @param {any} settings
 */
export function thingLines(thing, settings) {
  const { label, labelLanguage, parts, type, href, areas, when, dataset, snippet } = thing;
  const places = areas
    .slice(0, AREAS)
    .map((area) => area.label)
    .filter(Boolean);
  const facts = [
    places.length > 0 && element('bdi', {}, places.join(', ')),
    when && element('span', { class: 'years' }, when),
    dataset.title,
  ].filter(Boolean);
  return [
    type && element('p', { class: 'kind' }, type.label),
    element(
      'h3',
      {},
      element(
        'a',
        { href: linkTo(href, settings) },
        element('bdi', { lang: labelLanguage }, parts ? marked(parts) : label),
      ),
    ),
    element(
      'p',
      { class: 'soft' },
      facts.flatMap((fact, index) => (index === 0 ? [fact] : [' · ', fact])),
    ),
    snippet && element('p', { class: 'snippet' }, element('bdi', {}, marked(snippet))),
  ];
}

/** A text with the words that were looked for marked. */
const marked = (parts) => parts.map(({ text, hit }) => (hit ? element('mark', {}, text) : text));

/**
 * The list beside the map: what is in view, page by page.
 * @param {HTMLElement} section
 * @param {{ settings: any, numbers: any, onPage: (page: number) => void }} desk
 */
export function createList(section, { settings, numbers, onPage }) {
  const { texts } = settings;
  const heading = /** @type {HTMLElement} */ (section.querySelector('h2'));
  const status = /** @type {HTMLElement} */ (section.querySelector('.in-view'));
  const hits = /** @type {HTMLElement} */ (section.querySelector('ol.hits'));
  const turning = createTurning({ texts, label: texts.pages, top: heading, onTurn: onPage });
  for (const old of section.querySelectorAll('nav, ol + p')) old.remove();
  hits.after(turning.nav);
  heading.textContent = texts.inView;

  return {
    /** @param {any} found an answer of `/map/things.json` */
    show(found) {
      const { things, total, located, page, pages: last } = found;
      const count = numbers.whole(total);
      status.textContent =
        total === 0 ? texts.nothingInView : say(texts.inViewCount, { count, total: numbers.whole(located) });
      hits.replaceChildren(...things.map((thing) => element('li', {}, thingLines(thing, settings))));
      const text = say(texts.pageOf, { page: numbers.whole(page), pages: numbers.whole(last) });
      turning.show({ page, last, text });
    },
    /** @param {string} text */
    tell: (text) => {
      status.textContent = text;
    },
  };
}
