import type { Bilingual } from '../model/index.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { ADVICE } from './texts/sparql-texts.ts';
import { filled } from './texts/table.ts';

/** A remark on a query, as the page shows it. */
export interface ShownAdvice {
  readonly severity: 'error' | 'warning';
  readonly line: number;
  readonly column: number;
  readonly message: Bilingual;
}

/** Remarks between the question and its answer. */
export function queryAdvice(advice: readonly ShownAdvice[], { language }: PageFrame): Html {
  return html`<ul class="advice" aria-label="${ADVICE.title[language]}">${advice.map(
    ({ severity, line, column, message }) => {
      const place = filled(ADVICE.place, language, { line: String(line), column: String(column) });
      return html`<li class="${severity}"><strong>${place}</strong> <bdi>${message[language]}</bdi></li>`;
    },
  )}</ul>`;
}
