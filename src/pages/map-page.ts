import { FACETS } from '../model/index.ts';
import { askedTitle, facetValueName } from './facet-names.ts';
import { type PageFrame, page, pageAddress } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor } from './links.ts';
import { MAP_PAGE, mapAddress } from './map-address.ts';
import type { MapContent, MapStand } from './map-content.ts';
import { mapHead } from './map-head.ts';
import { mapList } from './map-list.ts';
import { reachList } from './map-reach.ts';
import { mapOfMany } from './place-map.ts';
import { chosenCount, facetPairs, firstPage, searchAddress, withoutFacet } from './search-address.ts';
import { MOST_IN_FILE } from './search-content.ts';
import { searchFile } from './search-file.ts';
import { FRAME } from './texts/frame-texts.ts';
import { MAP } from './texts/map-texts.ts';
import { filled } from './texts/table.ts';
import { counted, numberText } from './typography.ts';

/** What was found on a map, drawn; where scripts run, one that moves; a list beside it says the same. */
export function mapPage(frame: PageFrame, content: MapContent): string {
  const { state, terms, label, datasets } = content;
  const stand: MapStand = { content, state, reading: { frame, terms, label, datasets } };
  const what = askedTitle(state, stand.reading);
  const { language } = frame;
  return page(frame, {
    title: what === '' ? MAP.title[language] : filled(MAP.titleOf, language, { what }),
    ...(what === '' && { description: MAP.description[language] }),
    section: MAP_PAGE,
    searched: state,
    head: mapHead(stand),
    main: html`<div class="map-top"><h1>${what === '' ? MAP.title[language] : html`<bdi>${what}</bdi>`}</h1>${mapSearch(stand)}</div>
${summary(stand)}${chosenValues(stand)}${content.tally.total > 0 && mapAndList(stand)}`,
  });
}

function mapSearch({ state, reading }: MapStand): Html {
  const { language, languageChosen, base } = reading.frame;
  const kept = facetPairs(state.chosen, base);
  return html`<form class="search" role="search" aria-label="${MAP.searchLabel[language]}" action="${MAP_PAGE}" method="get"><label class="unseen" for="chercher-carte">${MAP.searchLabel[language]}</label><input type="search" id="chercher-carte" name="q" value="${state.text ?? ''}" placeholder="${MAP.searchLabel[language]}" autocomplete="off" spellcheck="false" maxlength="300" enterkeyhint="search">${languageChosen && html`<input type="hidden" name="lang" value="${language}">`}${kept.map(([facet, value]) => html`<input type="hidden" name="${facet}" value="${value}">`)}<button>${MAP.search[language]}</button></form>`;
}

/** How much has a place, and the ways to take it away. */
function summary({ content, state, reading }: MapStand): Html {
  const { frame } = reading;
  const { language, base } = frame;
  const { found, tally } = content;
  const toSearch = anchor(pageAddress(frame, searchAddress(firstPage(state), base)), MAP.asList[language]);
  if (tally.total === 0) {
    const said = found === 0 ? MAP.nothing : MAP.none;
    return html`<p class="lead">${said[language]}</p><p>${toSearch}</p>`;
  }
  const count = counted(tally.total, MAP.one, MAP.many, language);
  const total = counted(found, MAP.found1, MAP.foundN, language);
  const said = filled(found === tally.total ? MAP.all : MAP.located, language, { count, total });
  const isFile = tally.total <= MOST_IN_FILE;
  const ways: readonly Fragment[] = [
    toSearch,
    ...(isFile ? [searchFile(frame, state, 'geojson')] : []),
    ...(found <= MOST_IN_FILE ? [searchFile(frame, state, 'csv')] : []),
  ];
  const most = filled(MAP.tooMany, language, { most: numberText(MOST_IN_FILE, language) });
  return html`<p class="summary soft">${said} <span role="group" aria-label="${MAP.takeAway[language]}">${interspersed(ways, ' · ')}</span>${!isFile && ` ${most}`}</p>`;
}

/** What was chosen: each taken away by following it. */
function chosenValues({ state, reading }: MapStand): Html | false {
  const { frame } = reading;
  const { language } = frame;
  if (chosenCount(state.chosen) === 0) return false;
  const all = FACETS.flatMap((facet) => (state.chosen[facet] ?? []).map((value) => ({ facet, value })));
  return html`<ul class="chosen" aria-label="${MAP.chosen[language]}">${all.map(({ facet, value }) => {
    const name = facetValueName(facet, value, reading);
    return html`<li><a href="${pageAddress(frame, mapAddress(frame, withoutFacet(state, facet, value)))}"><span class="unseen">${MAP.remove[language]} </span><bdi>${name}</bdi> <span aria-hidden="true">×</span></a></li>`;
  })}</ul>`;
}

function mapAndList(stand: MapStand): Html {
  const { content, reading } = stand;
  const { language, identity } = reading.frame;
  const { tiles } = identity ?? {};
  const ground = tiles && filled(MAP.tiles, language, { who: tiles.attribution });
  return html`${reachList(stand)}
<div class="charted"><section class="ground" aria-label="${MAP.title[language]}"><figure class="places">${mapOfMany(content.tally.dots, MAP.mapLabel[language], language)}
<figcaption class="small soft">${FRAME.outlines[language]}${ground && ` ${ground}`}</figcaption></figure></section>
${mapList(stand)}</div>`;
}
