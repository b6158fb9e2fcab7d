import type { Dataset, Withdrawal } from '../model/index.ts';
import { addressCartel, alternates, datasetCartel } from './cartels.ts';
import { dateText } from './dates.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { FRAME, PROBLEM } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { TOMBSTONE } from './texts/tombstone-texts.ts';
import { shortened, withoutDirectionControls } from './typography.ts';

/** What the page about a withdrawn thing is made of. */
export interface TombstoneContent {
  readonly withdrawal: Withdrawal;
  /** The dataset that published it, where it is still there. */
  readonly dataset: Dataset | undefined;
  /** Root-relative address of the document, without extension. */
  readonly document: string;
}

/** The page of a thing that was published and is not any more: since when, why, and where to go on. */
export function tombstonePage(frame: PageFrame, { withdrawal, dataset, document }: TombstoneContent): string {
  const { language } = frame;
  const { iri, date, reason } = withdrawal;
  const name = shortened(withoutDirectionControls(iri.slice(iri.lastIndexOf('/') + 1)), 300);
  const said = reason[language] || reason.fr || reason.en;
  const saidIn = reason[language] ? language : 'fr';
  const steps = [{ path: '/datasets', text: FRAME.datasets[language] }];
  if (dataset) steps.push({ path: `/dataset/${dataset.slug}`, text: dataset.title[language] });
  return page(frame, {
    title: filled(TOMBSTONE.title, language, { name }),
    section: '/datasets',
    head: alternates(document),
    main: html`${crumbs(frame, steps, name)}
<div class="thing"><article><header><p class="kind">${TOMBSTONE.kind[language]}</p>
<h1 dir="auto">${name}</h1>
<p class="lead">${PROBLEM.withdrawn[language]}</p></header>
<dl class="says"><div><dt>${TOMBSTONE.since[language]}</dt><dd><time datetime="${date}">${dateText(date, language) ?? date}</time></dd></div>
${said && html`<div><dt>${TOMBSTONE.reason[language]}</dt><dd lang="${saidIn}" dir="auto">${withoutDirectionControls(said)}</dd></div>`}</dl>
<section><h2>${PROBLEM.whatToDo[language]}</h2><ul class="remedies"><li>${pageLink(frame, '/datasets', PROBLEM.seeDatasets[language])}</li></ul></section></article>
<aside>${addressCartel(frame, iri, { path: document })}
<section class="cartel"><h2>${TOMBSTONE.ledger[language]}</h2><p>${anchor('/dumps/ledger.tsv.gz', TOMBSTONE.ledgerFile[language])}</p></section>
${dataset && datasetCartel(frame, dataset)}</aside></div>`,
  });
}
