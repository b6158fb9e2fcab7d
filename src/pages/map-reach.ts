import { type Html, html } from './html.ts';
import type { MapStand } from './map-content.ts';
import type { TerritoryCount } from './place-tally.ts';
import { MAP } from './texts/map-texts.ts';
import { filled } from './texts/table.ts';
import { counted, numberText } from './typography.ts';

/** Territories by how much lies in them: words; where scripts run, ways to them. */
export function reachList({ content, reading }: MapStand): Html | false {
  const { language } = reading.frame;
  const { territories } = content.tally;
  if (territories.length === 0) return false;
  const hasElsewhere = territories.some(({ territory }) => territory === undefined);
  return html`<section class="reach" aria-label="${MAP.reach[language]}"><ul>${territories.map((one) => entry(one))}</ul>
${hasElsewhere && html`<p class="small soft">${MAP.elsewhereNote[language]}</p>`}</section>`;

  function entry({ territory, count, box }: TerritoryCount): Html {
    const place = territory?.name[language] ?? MAP.elsewhere[language];
    const words = counted(count, MAP.found1, MAP.foundN, language);
    const label = filled(MAP.goTo, language, { place, count: words });
    const { west, south, east, north } = box;
    return html`<li data-box="${[west, south, east, north].join(',')}" data-label="${label}">${place} <span class="number">${numberText(count, language)}</span></li>`;
  }
}
