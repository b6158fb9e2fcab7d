import { type PageFrame, releaseDay } from './frame.ts';
import { type Html, html } from './html.ts';
import type { DatasetOverview } from './overview.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { filled } from './texts/table.ts';

/** How to cite a dataset as it is in this release: in words, and for reference managers. */
export function citationSection({ dataset, released }: DatasetOverview, frame: PageFrame): Html {
  const { language, base, release } = frame;
  const cited: Cited = {
    key: `${dataset.slug}-${release.id}`,
    title: dataset.title[language],
    publisher: dataset.publisher.name[language],
    licence: dataset.licence.label[language],
    iri: `${base}dataset/${dataset.slug}`,
    version: release.id,
    day: (released.changed?.createdAt ?? release.createdAt).slice(0, 10),
    language,
  };
  const words = filled(DATASET.citation, language, {
    ...{ publisher: cited.publisher, title: cited.title, licence: cited.licence },
    ...{ id: release.id, date: releaseDay(frame) },
  });
  return html`<section><h2>${DATASET.cite[language]}</h2><p class="citation">${words} <span class="iri">${cited.iri}</span></p>
${Object.entries({ BibTeX: bibTex(cited), RIS: ris(cited) }).map(
  ([format, text]) =>
    html`<details class="fold"><summary>${filled(DATASET.forTools, language, { format })}</summary><pre class="graph" tabindex="0">${text}</pre></details> `,
)}</section>`;
}

interface Cited {
  readonly key: string;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly iri: string;
  readonly version: string;
  /** `2026-11-22` */
  readonly day: string;
  readonly language: string;
}

function bibTex({ key, title, publisher, licence, iri, version, day, language }: Cited): string {
  const fields = { author: `{${plain(publisher)}}`, title: plain(title), publisher: plain(publisher) };
  const rest = { date: day, year: day.slice(0, 4), version, url: iri, language, note: plain(licence) };
  const lines = Object.entries({ ...fields, ...rest }).map(([name, value]) => `  ${name} = {${value}}`);
  return `@dataset{${key},\n${lines.join(',\n')}\n}`;
}

/** Without what BibTeX reads as its own. */
const plain = (text: string): string => text.replaceAll(/[{}\\]/g, '').replaceAll(/(?=[%&#_$])/g, '\\');

/** One line a field (https://en.wikipedia.org/wiki/RIS_(file_format)). */
function ris({ title, publisher, licence, iri, version, day, language }: Cited): string {
  const fields = [
    ['TY', 'DATA'],
    ['AU', publisher],
    ['TI', title],
    ['PB', publisher],
    ['PY', day.slice(0, 4)],
    ['DA', day.replaceAll('-', '/')],
    ['ET', version],
    ['LA', language],
    ['UR', iri],
    ['N1', licence],
    ['ER', ''],
  ] as const;
  return fields.map(([name, value]) => `${name}  - ${value.replaceAll(/\s+/g, ' ')}`).join('\n');
}
