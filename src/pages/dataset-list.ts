import type { StoredQuery } from '../model/index.ts';
import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink, queryAddress } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { queryInWords } from './portable-query.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { counted, numberText, shortened } from './typography.ts';

/** Large figures, each with its noun under it, in rows as even as their number allows. */
export function figures(
  entries: readonly { count: string; noun: string; path?: string }[],
  frame: PageFrame,
): Html {
  return html`<div class="figures ${columnsClass(entries.length)}">${entries.map(({ count, noun, path }) => {
    const inside = html`<strong>${count}</strong> <span>${noun}</span>`;
    return path === undefined
      ? html`<div>${inside}</div>`
      : html`<a href="${pageAddress(frame, path)}">${inside}</a>`;
  })}</div>`;
}

/** `by-3`, `by-4` or `by-5`: the widest that leaves the fewest empty places in the last row. */
function columnsClass(count: number): string {
  const empty = (columns: number) => (columns - (count % columns)) % columns;
  const [best] = [5, 4, 3].toSorted((a, b) => empty(a) - empty(b));
  return `by-${best}`;
}

/** Datasets that the first page names: the list has all. */
const MOST_FIGURES = 20;

/** How much each dataset holds, the largest first. */
export function datasetFigures(datasets: readonly DatasetOverview[], frame: PageFrame): Html {
  const entries = [...datasets]
    .sort((a, b) => b.released.things - a.released.things)
    .slice(0, MOST_FIGURES)
    .map(({ dataset, released }) => ({
      count: numberText(released.things, frame.language),
      noun: dataset.title[frame.language],
      path: `/dataset/${dataset.slug}`,
    }));
  return figures(entries, frame);
}

/** A dataset as an entry of a list: title, what it is, how much, whose. */
export function datasetEntry({ dataset, released }: DatasetOverview, frame: PageFrame): Html {
  const { language } = frame;
  const things = counted(released.things, DATASET.thing, DATASET.things, language);
  const statements = counted(released.statements, DATASET.statement, DATASET.statements, language);
  return html`<li><h2>${pageLink(frame, `/dataset/${dataset.slug}`, dataset.title[language])}</h2>
<p>${shortened(dataset.description[language], 280)}</p>
<p class="soft small">${things} · ${statements} · ${dataset.publisher.name[language]} · ${anchor(dataset.licence.iri, dataset.licence.label[language])}</p></li>`;
}

/** Questions that open in the editor. */
export function exampleList(examples: readonly StoredQuery[], frame: PageFrame): Html {
  const { language } = frame;
  return html`<ul class="questions">${examples.map(
    (query) =>
      html`<li>${anchor(queryAddress(frame, queryInWords(query, language)), query.title[language])}<span class="soft small">${query.question[language]}</span></li>`,
  )}</ul>`;
}
