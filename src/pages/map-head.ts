import type { MapBounds } from '../model/index.ts';
import { packageAddress, scriptAddress } from './assets.ts';
import { dataBlock } from './data-block.ts';
import { pageAddress } from './frame.ts';
import { type Fragment, html } from './html.ts';
import { mapAddress } from './map-address.ts';
import type { MapStand } from './map-content.ts';
import { chosenCount, firstPage, SEARCH_DATA, searchParameters } from './search-address.ts';
import { MAP } from './texts/map-texts.ts';

/** Combinations of choices are without number: robots keep to pages with few. */
const MOST_FOR_ROBOTS = 1;

/** Styles, the map's own script and library, what they need to know, and the same for programs. */
export function mapHead({ state, reading, content }: MapStand): Fragment {
  const { frame } = reading;
  const { base } = frame;
  const parameters = searchParameters(firstPage(state), base);
  const canonical = base.slice(0, -1) + mapAddress(frame, state);
  return html`<link rel="stylesheet" href="${scriptAddress('site', 'search.css')}">
<link rel="stylesheet" href="${packageAddress('leaflet.css')}">
<link rel="stylesheet" href="${scriptAddress('site', 'map.css')}">
<link rel="canonical" href="${canonical}">
${chosenCount(state.chosen) > MOST_FOR_ROBOTS && html`<meta name="robots" content="noindex, follow">\n`}<link rel="alternate" type="application/geo+json" title="GeoJSON" href="${pageAddress(frame, `${SEARCH_DATA}.geojson${parameters}`)}">
${
  content.tally.total > 0 &&
  html`<script defer src="${packageAddress('leaflet.js')}"></script>
<script type="module" src="${scriptAddress('map', 'main.js')}"></script>
${dataBlock('type="application/json" id="map-settings"', settings({ state, reading, content }))}`
}`;
}

const SAID_BY_SCRIPTS = [
  'movingLabel',
  'everything',
  'inView',
  'inViewCount',
  'nothingInView',
  'failed',
  'busy',
  'cluster',
  'spot',
  'others',
  'close',
  'zoomIn',
  'zoomOut',
  'pages',
  'previous',
  'next',
  'pageOf',
] as const satisfies readonly (keyof typeof MAP)[];

function settings({ state, reading, content }: MapStand): object {
  const { frame } = reading;
  const { language, identity, base } = frame;
  const { tiles } = identity ?? {};
  return {
    language,
    languageChosen: frame.languageChosen === true,
    parameters: searchParameters(firstPage(state), base),
    first: firstBox(content),
    ...(tiles && { tiles }),
    texts: Object.fromEntries(SAID_BY_SCRIPTS.map((name) => [name, MAP[name][language]])),
  };
}

/** What is shown first: metropolitan France where something lies there, else where most does. */
function firstBox({ tally }: MapStand['content']): readonly number[] {
  const [first, ...others] = tally.territories;
  const isMainland = (first?.territory?.width ?? 0) === 1000;
  const best = isMainland
    ? first
    : others.reduce((most, one) => (most && most.count >= one.count ? most : one), first);
  const { west, south, east, north }: MapBounds = best?.box ?? { west: -5, south: 41, east: 10, north: 51 };
  return [west, south, east, north];
}
