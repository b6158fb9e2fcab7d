import type { Bilingual } from '../model/index.ts';
import { type PageFrame, page } from './frame.ts';
import { type Html, html } from './html.ts';
import { anchor, pageLink } from './links.ts';
import { PROFILES } from './texts/profile-texts.ts';

/** A profile of a thing with the addresses of its formats. */
export interface ListedProfile {
  readonly token: string;
  readonly iri: string;
  /** Absent: as published. */
  readonly title?: Bilingual;
  readonly description?: Bilingual;
  readonly formats: readonly { readonly path: string; readonly name: string }[];
}

/** The profiles that a thing is described in, and the formats of each. */
export function profilesPage(
  frame: PageFrame,
  { label, document, profiles }: { label: string; document: string; profiles: readonly ListedProfile[] },
): string {
  const { language } = frame;
  return page(frame, {
    title: `${label} · ${PROFILES.title[language]}`,
    description: PROFILES.lead[language],
    section: '/datasets',
    main: html`<p class="kind">${PROFILES.title[language]}</p><h1 dir="auto">${label}</h1>
<p class="lead">${PROFILES.lead[language]}</p>
${profiles.map((one) => section(one, frame))}
<p class="small soft">${pageLink(frame, document, PROFILES.back[language])}</p>`,
  });
}

function section(
  { token, iri, title = PROFILES.native, description = PROFILES.nativeDescription, formats }: ListedProfile,
  { language }: PageFrame,
): Html {
  return html`<section id="${token}"><h2>${title[language]}</h2><p>${description[language]}</p>
<p class="iri">${iri}</p>
<ul class="formats">${formats.map(({ path, name }) => html`<li>${anchor(path, name)}</li>`)}</ul></section>`;
}
