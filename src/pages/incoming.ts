import { type IncomingLinks, linksAddress } from '../model/index.ts';
import { pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, iriLink, queryAddress, type Reading, termTitle } from './links.ts';
import { filled } from './texts/table.ts';
import { THING } from './texts/thing-texts.ts';
import { agreed, boundPunctuation, numberText, quoted } from './typography.ts';

const MOST_SOURCES = 12;

/** What links to the thing, grouped by property and counted; the next of a group are one page away, all of them one query. */
export function incomingSection(
  iri: string,
  links: readonly IncomingLinks[],
  reading: Reading,
): Html | undefined {
  if (links.length === 0) return undefined;
  return html`<section><h2>${THING.incoming[reading.frame.language]}</h2><dl class="says">${links.map(
    (group) => incomingRow(iri, group, reading),
  )}</dl></section>`;
}

function incomingRow(iri: string, { property, count, sources }: IncomingLinks, reading: Reading): Html {
  const { language } = reading.frame;
  const shown = sources.slice(0, MOST_SOURCES);
  const number = numberText(count, language);
  const query = `SELECT ?thing\nWHERE { ?thing <${property}> <${iri}> }\nORDER BY ?thing`;
  const all = anchor(
    queryAddress(reading.frame, query),
    filled(THING.allOfThem, language, { count: number }),
  );
  return html`<div><dt><span class="count">${number}</span> ${linkText(property, count, reading)}</dt><dd><ul class="run">${shown.map(
    (source) => html`<li>${iriLink(source, reading)}</li>`,
  )}${count > shown.length && html`<li class="soft">${nextPage(property, shown, reading)}, ${all}</li>`}</ul></dd></div>`;
}

function nextPage(property: string, shown: readonly string[], { frame }: Reading): Html {
  const address = pageAddress(frame, linksAddress(frame.path, property, shown.at(-1)));
  return html`<a rel="next" href="${address}">${THING.nextLinks[frame.language]}</a>`;
}

/** The property stands in quotes, as the words of those that link: alone it would read as this thing's own. */
export function linkText(property: string, count: number, reading: Reading): string {
  const { language } = reading.frame;
  const text = agreed(count, THING.linksHere, THING.linkHere, language);
  return text.replace('{property}', () => quoted(boundPunctuation(termTitle(property, reading)), language));
}
