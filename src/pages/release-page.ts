import type { Dataset, ReleaseFile, ReleaseManifest } from '../model/index.ts';
import { alternates } from './cartels.ts';
import { dateText } from './dates.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { type Html, html, interspersed } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { RELEASE, RELEASES } from './texts/release-texts.ts';
import { filled } from './texts/table.ts';
import { bytesText, counted, numberText } from './typography.ts';

/** What the page of a release is made of. */
export interface ReleaseContent {
  readonly manifest: ReleaseManifest;
  /** How many things of each dataset it made, altered and took away. */
  readonly changes: readonly {
    readonly slug: string;
    readonly counts: { readonly created: number; readonly updated: number; readonly removed: number };
  }[];
  /** Declared datasets: their titles. */
  readonly datasets: readonly Dataset[];
  /** Ids of its neighbours, where they are kept. */
  readonly previous?: string;
  readonly next?: string;
}

/** A release: its date, its neighbours, what changed, what it holds, its files. */
export function releasePage(frame: PageFrame, content: ReleaseContent): string {
  const { language } = frame;
  const { manifest } = content;
  const path = `/releases/${manifest.id}`;
  const title = filled(RELEASE.title, language, { id: manifest.id });
  const date = dateText(manifest.createdAt, language) ?? manifest.createdAt;
  return page(frame, {
    title,
    section: '/datasets',
    head: alternates(path),
    main: html`${crumbs(frame, [{ path: '/releases', text: RELEASES.title[language] }], manifest.id)}
<article><header><p class="kind">${RELEASE.kind[language]}</p><h1>${title}</h1>
<p class="lead">${filled(RELEASE.published, language, { date })} ${counted(manifest.statements, DATASET.statement, DATASET.statements, language)}.</p></header>
${neighbours(content, frame)}
${changeTable(content, frame)}
${contentTable(content, frame)}
${fileTable(manifest, frame)}</article>`,
  });
}

function neighbours({ previous, next }: ReleaseContent, frame: PageFrame) {
  const link = (id: string | undefined, text: typeof RELEASE.next) =>
    id !== undefined && pageLink(frame, `/releases/${id}`, filled(text, frame.language, { id }));
  return html`<p>${interspersed([link(previous, RELEASE.previous), link(next, RELEASE.next)], ' · ')}</p>`;
}

function changeTable({ changes, datasets }: ReleaseContent, frame: PageFrame): Html {
  const { language } = frame;
  const kinds = ['created', 'updated', 'removed'] as const;
  if (changes.length === 0)
    return html`<section><h2>${RELEASE.changes[language]}</h2><p class="soft">${RELEASE.nothing[language]}</p></section>`;
  return section(RELEASE.changes[language], {
    columns: [DATASET.kind[language], ...kinds.map((kind) => RELEASE[kind][language])],
    rows: changes.map(({ slug, counts }) => [
      titleOf(slug, datasets, frame),
      ...kinds.map((kind) => numberText(counts[kind], language)),
    ]),
  });
}

function contentTable({ manifest, datasets }: ReleaseContent, frame: PageFrame): Html {
  const { language } = frame;
  return section(RELEASE.content[language], {
    columns: [DATASET.kind[language], RELEASE.things[language], RELEASES.statements[language]],
    rows: manifest.datasets.map(({ slug, things, statements }) => [
      titleOf(slug, datasets, frame),
      numberText(things, language),
      numberText(statements, language),
    ]),
  });
}

interface Table {
  readonly columns: readonly string[];
  /** The first cell names the row; the others are numbers. */
  readonly rows: readonly (readonly (Html | string)[])[];
}

function section(title: string, { columns, rows }: Table): Html {
  return html`<section><h2>${title}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${title}"><table>
<thead><tr>${columns.map((one, at) => (at === 0 ? html`<th scope="col">${one}</th>` : html`<th scope="col" class="number">${one}</th>`))}</tr></thead>
<tbody>${rows.map(([name, ...cells]) => html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td class="number">${cell}</td>`)}</tr>`)}</tbody></table></div></section>`;
}

/** Its title leads to the dataset as it is now; one that is not published any more keeps its name. */
function titleOf(slug: string, datasets: readonly Dataset[], frame: PageFrame): Html | string {
  const found = datasets.find((one) => one.slug === slug);
  return found ? pageLink(frame, `/dataset/${slug}`, found.title[frame.language]) : slug;
}

function fileTable({ id, files }: ReleaseManifest, frame: PageFrame): Html {
  const { language } = frame;
  const folder = `/releases/${id}`;
  const row = ({ path, bytes, sha256 }: ReleaseFile) =>
    html`<tr><th scope="row">${anchor(`${folder}/${encodeURI(path)}`, path)}</th><td class="number">${bytesText(bytes, language)}</td><td><code class="iri">${sha256}</code></td></tr>`;
  return html`<section><h2>${RELEASE.files[language]}</h2>
<p>${anchor(`${folder}/SHA256SUMS`, RELEASE.check[language])} · ${anchor(`${folder}/manifest.json`, RELEASE.manifest[language])}</p>
<div class="wide" tabindex="0" role="region" aria-label="${RELEASE.files[language]}"><table>
<thead><tr><th scope="col">${RELEASE.file[language]}</th><th scope="col" class="number">${RELEASE.size[language]}</th><th scope="col">${RELEASE.checksum[language]}</th></tr></thead>
<tbody>${files.map(row)}</tbody></table></div></section>`;
}
