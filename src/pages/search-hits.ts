import { type FoundResource, type Language, pathOfIri, type SnippetPart } from '../model/index.ts';
import { centuryOfSpan, centuryText } from './century.ts';
import { yearText } from './dates.ts';
import { datasetTitle } from './facet-names.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { pageLink, termTitle } from './links.ts';
import type { SearchReading } from './search-content.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** Areas that are named of a thing, from the smallest on. */
const AREAS = 3;
const LONGEST_LABEL = 200;
const LONGEST_SNIPPET = 300;

/** The things of one page: what each is, its name, where, when, from which dataset, and where the words are said. */
export const hitList = (
  things: readonly FoundResource[],
  reading: SearchReading,
  level: 'h2' | 'h3' = 'h2',
): Html => html`<ol class="hits">${things.map((thing) => hit(thing, reading, level))}</ol>`;

function hit(thing: FoundResource, reading: SearchReading, level: 'h2' | 'h3'): Html {
  const { iri, type, label, labelLanguage, snippet } = thing;
  const { frame } = reading;
  const path = pathOfIri(iri, frame.base);
  const name = html`<bdi${labelLanguage !== '' && html` lang="${labelLanguage}"`}>${marked(label, LONGEST_LABEL)}</bdi>`;
  const title = path === undefined ? name : pageLink(frame, path, name);
  const facts = interspersed(factsOf(thing, reading), ' · ');
  return html`<li>${type !== undefined && html`<p class="kind">${termTitle(type, reading)}</p>`}${level === 'h2' ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`}
<p class="soft">${facts}</p>${snippet && html`<p class="snippet"><bdi>${marked(snippet, LONGEST_SNIPPET)}</bdi></p>`}</li>`;
}

function factsOf({ areas, years, dataset }: FoundResource, reading: SearchReading): readonly Fragment[] {
  const names = areas.slice(0, AREAS).flatMap((area) => reading.label(area) ?? []);
  const places = names.map((name) => html`<bdi>${shortened(name, 60)}</bdi>`);
  return [
    places.length > 0 && interspersed(places, ', '),
    years && html`<span class="years">${yearsText(years, reading.frame.language)}</span>`,
    datasetTitle(dataset, reading),
  ];
}

/** `16ᵉ siècle`, `1884`, `1519–1547`. */
export function yearsText(years: readonly [number, number], language: Language): string {
  const [begin, end] = years;
  const century = centuryOfSpan(years);
  if (century !== undefined) return centuryText(century, language);
  return begin === end
    ? yearText(begin, language)
    : `${yearText(begin, language)}–${yearText(end, language)}`;
}

/** A text with the words that were looked for marked, cut where it is too long. */
export function marked(parts: readonly SnippetPart[], limit: number): Fragment {
  let left = limit;
  return parts.flatMap(({ text, isHit }): readonly Fragment[] => {
    if (left <= 0) return [];
    const shown = shortened(withoutDirectionControls(text), left);
    left -= text.length;
    return [isHit ? html`<mark>${shown}</mark>` : shown];
  });
}
