import type { PageFrame } from './frame.ts';
import { pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { type SearchState, searchAddress } from './search-address.ts';
import { MOST_PAGED, PAGE_THINGS } from './search-content.ts';
import { SEARCH } from './texts/search-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

/** Pages that lead to what was found. */
export const pageCount = (total: number): number =>
  Math.max(1, Math.ceil(Math.min(total, MOST_PAGED) / PAGE_THINGS));

/** Address of a page of the same results. */
export const addressOfPage = (frame: PageFrame, state: SearchState, page: number): string =>
  pageAddress(frame, searchAddress({ ...state, page }, frame.base));

/** `rel="prev"` and `rel="next"` of the document. */
export function pagingHead(frame: PageFrame, state: SearchState, total: number): readonly Html[] {
  const { page = 1 } = state;
  const link = (relation: string, to: number) =>
    html`<link rel="${relation}" href="${addressOfPage(frame, state, to)}">\n`;
  return [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < pageCount(total) ? [link('next', page + 1)] : []),
  ];
}

/** The way to the other pages; where they do not lead to everything, says so. */
export function paging(frame: PageFrame, state: SearchState, total: number): Html {
  const { language } = frame;
  const { page = 1 } = state;
  const last = pageCount(total);
  const link = (to: number, text: string, relation: string) =>
    html`<a href="${addressOfPage(frame, state, to)}" rel="${relation}">${text}</a>`;
  return html`${
    last > 1 &&
    html`<nav class="paging" aria-label="${SEARCH.pages[language]}">${page > 1 && link(page - 1, SEARCH.previous[language], 'prev')}
<ul>${pageNumbers(page, last).map((one) => html`<li>${numberOf(one)}</li>`)}</ul>
${page < last && link(page + 1, SEARCH.next[language], 'next')}</nav>`
  }${total > MOST_PAGED && html`<p class="small soft">${filled(SEARCH.beyond, language, { most: numberText(MOST_PAGED, language) })}</p>`}`;

  function numberOf(one: number | undefined): Html {
    if (one === undefined) return html`<span aria-hidden="true">…</span>`;
    const text = numberText(one, language);
    return one === page
      ? html`<strong aria-current="page">${text}</strong>`
      : html`<a href="${addressOfPage(frame, state, one)}">${text}</a>`;
  }
}

/** The first, the last, and those around the present one; undefined where some are left out. */
export function pageNumbers(page: number, last: number): readonly (number | undefined)[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, last];
  const kept = [...new Set(wanted.filter((one) => one >= 1 && one <= last))].sort((a, b) => a - b);
  return kept.flatMap((one, index) =>
    index > 0 && one - (kept[index - 1] ?? 0) > 1 ? [undefined, one] : [one],
  );
}
