import { dateText } from './dates.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { RELEASE, RELEASES } from './texts/release-texts.ts';
import { numberText } from './typography.ts';

/** A dataset in a kept release. */
export interface DatasetVersion {
  readonly id: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly things: number;
  /** Things that it made, altered and took away; absent where there is no release before to compare with. */
  readonly counts?: { readonly created: number; readonly updated: number; readonly removed: number };
}

const KINDS = ['created', 'updated', 'removed'] as const;

/** What each kept release did to a dataset. */
export function versionsSection(versions: readonly DatasetVersion[], frame: PageFrame): Html {
  const { language } = frame;
  return html`<section><h2>${DATASET.versions[language]}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${DATASET.versions[language]}"><table>
<thead><tr><th scope="col">${RELEASES.release[language]}</th><th scope="col">${RELEASES.date[language]}</th>${[RELEASE.things, ...KINDS.map((kind) => RELEASE[kind])].map((one) => html`<th scope="col" class="number">${one[language]}</th>`)}</tr></thead>
<tbody>${versions.map((version) => versionRow(version, frame))}</tbody></table></div>
<p>${pageLink(frame, '/releases', DATASET.allVersions[language])} · ${anchor('/feed.atom', RELEASES.atom[language])} · ${anchor('/ldes', RELEASES.ldes[language])}</p></section>`;
}

function versionRow({ id, createdAt, things, counts }: DatasetVersion, frame: PageFrame): Html {
  const { language } = frame;
  const isSame = counts && KINDS.every((kind) => counts[kind] === 0);
  const note = counts === undefined ? DATASET.firstVersion : isSame ? DATASET.same : undefined;
  const changes = note
    ? html`<td class="number soft" colspan="3">${note[language]}</td>`
    : html`${KINDS.map((kind) => html`<td class="number">${numberText(counts?.[kind] ?? 0, language)}</td>`)}`;
  return html`<tr><th scope="row">${pageLink(frame, `/releases/${id}`, id)}</th><td><time datetime="${createdAt}">${dateText(createdAt.slice(0, 10), language) ?? createdAt}</time></td><td class="number">${numberText(things, language)}</td>${changes}</tr>`;
}
