import type { Bilingual } from '../model/index.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { PROBLEM } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';

/** What the page about a problem is made of. */
export interface ProblemContent {
  /** HTTP status. */
  readonly status: number;
  readonly title: Bilingual;
  readonly explanation: Bilingual;
  /** What may be had at this address instead. */
  readonly alternates?: readonly { path: string; mediaType: string; name: string }[];
}

/** Says what happened and what to do about it. */
export function problemPage(frame: PageFrame, content: ProblemContent): string {
  const { language } = frame;
  const { status, title, explanation, alternates = [] } = content;
  return page(frame, {
    title: title[language],
    main: html`<p class="kind">${filled(PROBLEM.status, language, { status: String(status) })}</p>
<h1>${title[language]}</h1><p class="lead"><bdi>${explanation[language]}</bdi></p>
${alternates.length > 0 && html`<section><h2>${PROBLEM.alternates[language]}</h2><dl class="says">${alternates.map(({ path, mediaType, name }) => html`<div><dt>${anchor(path, name)}</dt><dd><code>${mediaType}</code></dd></div>`)}</dl></section>`}
<section><h2>${PROBLEM.whatToDo[language]}</h2><ul class="remedies">${remedies(frame, content).map((one) => html`<li>${one}</li>`)}</ul></section>`,
  });
}

function remedies(frame: PageFrame, { status, alternates = [] }: ProblemContent): readonly Fragment[] {
  const { language } = frame;
  const home = pageLink(frame, '/', PROBLEM.seeHome[language]);
  const datasets = pageLink(frame, '/datasets', PROBLEM.seeDatasets[language]);
  const ask = pageLink(frame, '/sparql', PROBLEM.ask[language]);
  const files = pageLink(frame, '/datasets', PROBLEM.files[language]);
  if (status === 406)
    return [(alternates.length > 0 ? PROBLEM.chooseFormat : PROBLEM.otherFormats)[language], home];
  if (status === 410) return [PROBLEM.withdrawn[language], datasets];
  if (status === 413) return [PROBLEM.fewer[language], files];
  if (status === 429 || status >= 500) return [PROBLEM.later[language], files, home];
  if (status === 404) return [PROBLEM.checkAddress[language], datasets, ask];
  return [home, datasets, ask];
}
