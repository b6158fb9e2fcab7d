import type { Bilingual, Dataset, PlacedThing, StoredQuery } from '../model/index.ts';
import { datasetFigures, exampleList } from './dataset-list.ts';
import { type PageFrame, page, releaseDay } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, pageLink } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { mapOfMany } from './place-map.ts';
import { siteMotto } from './site.ts';
import { territoryShowing } from './territory-of.ts';
import { DATASET } from './texts/dataset-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { HOME } from './texts/home-texts.ts';
import { RELEASES } from './texts/release-texts.ts';
import { filled } from './texts/table.ts';
import { counted } from './typography.ts';

/** What the first page is made of. */
export interface HomeContent {
  readonly datasets: readonly DatasetOverview[];
  readonly places: readonly PlacedThing[];
  readonly examples: readonly StoredQuery[];
  /** Datasets that are vocabularies. */
  readonly vocabularies?: readonly Dataset[];
  /** What the release did to each dataset; absent in a first release. */
  readonly changes?: readonly HomeChange[];
}

/** What a release did to a dataset. */
export interface HomeChange {
  readonly dataset: Dataset;
  readonly counts: { readonly created: number; readonly updated: number; readonly removed: number };
}

const MOST_EXAMPLES = 6;
const MOST_CHANGES = 8;

/** The first page: what is here, how much, where, the ways in, what changed. */
export function homePage(frame: PageFrame, content: HomeContent): string {
  const { language, identity } = frame;
  const { datasets, places, examples } = content;
  const lead = (identity?.lead ?? HOME.lead)[language];
  return page(frame, {
    title: siteMotto(frame) ?? HOME.title[language],
    description: lead,
    section: '/',
    main: html`<div class="thing home"><div><h1>${(identity?.heading ?? HOME.heading)[language]}</h1><p class="lead">${lead}</p>
${datasetFigures(datasets, frame)}
<section><h2>${HOME.enter[language]}</h2>${waysIn(frame, content)}</section></div>
<aside>${places.length > 0 && placesFigure(frame, places, HOME.mapOf[language])}${places.length > 0 && html`<p class="small">${pageLink(frame, '/map', HOME.openMap[language])}</p>`}
${latestChanges(frame, content.changes)}</aside></div>
${examples.length > 0 && html`<section><h2>${HOME.questions[language]}</h2>${exampleList(varied(examples), frame)}</section>`}`,
  });
}

/** What the release changed, in a cartel; that it is a first one, where it is. */
function latestChanges(frame: PageFrame, changes: readonly HomeChange[] | undefined): Html {
  const { language, release } = frame;
  const told = changes?.filter(({ counts }) => counts.created + counts.updated + counts.removed > 0) ?? [];
  const rows = told
    .slice(0, MOST_CHANGES)
    .map(
      ({ dataset, counts }) =>
        html`<li>${pageLink(frame, `/dataset/${dataset.slug}#versions`, dataset.title[language])}<br><span class="small soft">${changeText(counts, frame)}</span></li>`,
    );
  const none = changes === undefined ? HOME.firstRelease : HOME.noChange;
  return html`<section class="cartel"><h2>${filled(HOME.changes, language, { date: releaseDay(frame) })}</h2>
${rows.length > 0 ? html`<ul>${rows}</ul>` : html`<p>${none[language]}</p>`}<p class="small">${pageLink(frame, `/releases/${release.id}`, HOME.theRelease[language])} · ${anchor('/feed.atom', RELEASES.atom[language])}</p></section>`;
}

function changeText(counts: HomeChange['counts'], { language }: PageFrame): Fragment {
  const kinds = ['created', 'updated', 'removed'] as const;
  return interspersed(
    kinds.map(
      (kind) => counts[kind] > 0 && counted(counts[kind], HOME[`${kind}One`], HOME[`${kind}Many`], language),
    ),
    ', ',
  );
}

/** A map of many places with a caption that counts them. */
export function placesFigure(frame: PageFrame, places: readonly PlacedThing[], label: string): Html {
  const { language } = frame;
  const count = counted(places.length, DATASET.place, DATASET.places, language);
  const caption = filled(HOME.placesCaption, language, { count, date: releaseDay(frame) });
  const off = places.filter((place) => territoryShowing(place) === undefined).length;
  const offMap =
    off > 0 &&
    filled(HOME.offMap, language, { count: counted(off, DATASET.place, DATASET.places, language) });
  return html`<figure class="places">${mapOfMany(places, label, language)}<figcaption class="small soft">${caption} ${offMap} ${FRAME.outlines[language]}</figcaption></figure>`;
}

/** A few questions, from as many datasets as there are. */
function varied(examples: readonly StoredQuery[]): readonly StoredQuery[] {
  const groups = [...Map.groupBy(examples, ({ dataset }) => dataset).values()];
  const rounds = Array.from({ length: MOST_EXAMPLES }, (_, round) =>
    groups.flatMap((group) => group.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, MOST_EXAMPLES);
}

/** For each kind of reader, where to begin. */
function waysIn(frame: PageFrame, { vocabularies = [], examples }: HomeContent): Html {
  const { language } = frame;
  const link = (path: string, text: Bilingual): Html => pageLink(frame, path, text[language]);
  const questions = counted(examples.length, HOME.readyMade, HOME.readyMades, language);
  const rows: readonly (readonly [Bilingual, readonly Fragment[]])[] = [
    [
      HOME.curiosity,
      [
        link('/search', HOME.aSearch),
        link('/map', HOME.aMap),
        ...vocabularies.map(({ slug, title }) => pageLink(frame, `/vocabulary/${slug}`, title[language])),
        link('/datasets', HOME.allDatasets),
      ],
    ],
    [
      HOME.research,
      [
        link('/sparql', HOME.editor),
        examples.length > 0 && pageLink(frame, '/sparql', questions),
        link('/model', HOME.model),
        link('/reconcile', HOME.reconcile),
      ],
    ],
    [
      HOME.code,
      [
        link('/api', HOME.interfaces),
        anchor('/fragments', HOME.fragments[language]),
        anchor('/openapi.json', 'OpenAPI'),
        anchor('/ldes', RELEASES.ldes[language]),
      ],
    ],
    [
      HOME.files,
      [
        link('/datasets', HOME.dumps),
        link('/releases', HOME.differences),
        anchor('/catalogue.ttl', HOME.catalogue[language]),
      ],
    ],
  ];
  const note = html`<span class="small soft">${HOME.negotiated[language]}</span>`;
  return html`<dl class="says">${rows.map(
    ([name, what]) =>
      html`<div><dt>${name[language]}</dt><dd>${interspersed(what, ', ')}${name === HOME.code && html`<br>${note}`}</dd></div>`,
  )}</dl>`;
}
