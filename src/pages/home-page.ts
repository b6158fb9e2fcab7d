import type { PlacedThing, StoredQuery } from '../model/index.ts';
import { datasetFigures, exampleList } from './dataset-list.ts';
import { type PageFrame, page, releaseDay } from './frame.ts';
import { type Fragment, type Html, html, interspersed } from './html.ts';
import { anchor, pageLink } from './links.ts';
import type { DatasetOverview } from './overview.ts';
import { mapOfMany, territoryOf } from './place-map.ts';
import { DATASET, HOME } from './texts/dataset-texts.ts';
import { FRAME } from './texts/frame-texts.ts';
import { filled } from './texts/table.ts';
import { counted } from './typography.ts';

/** What the first page is made of. */
export interface HomeContent {
  readonly datasets: readonly DatasetOverview[];
  readonly places: readonly PlacedThing[];
  readonly examples: readonly StoredQuery[];
}

const MOST_EXAMPLES = 6;

/** The first page: what is here, how much, where, and the ways in. */
export function homePage(frame: PageFrame, content: HomeContent): string {
  const { language } = frame;
  const { datasets, places, examples } = content;
  return page(frame, {
    title: HOME.title[language],
    description: HOME.lead[language],
    section: '/',
    main: html`<div class="thing"><div><h1>${HOME.heading[language]}</h1><p class="lead">${HOME.lead[language]}</p>
${datasetFigures(datasets, frame)}
<section><h2>${HOME.enter[language]}</h2>${waysIn(frame, content)}</section></div>
<aside>${places.length > 0 && placesFigure(frame, places, HOME.mapOf[language])}</aside></div>
${examples.length > 0 && html`<section><h2>${HOME.questions[language]}</h2>${exampleList(varied(examples), frame)}</section>`}`,
  });
}

/** A map of many places with a caption that counts them. */
export function placesFigure(frame: PageFrame, places: readonly PlacedThing[], label: string): Html {
  const { language } = frame;
  const count = counted(places.length, DATASET.place, DATASET.places, language);
  const caption = filled(HOME.placesCaption, language, { count, date: releaseDay(frame) });
  const off = places.filter((place) => territoryOf(place) === undefined).length;
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

function waysIn(frame: PageFrame, { datasets, examples }: HomeContent): Html {
  const { language } = frame;
  const named = datasets.map(({ dataset }) =>
    pageLink(frame, `/dataset/${dataset.slug}`, dataset.title[language]),
  );
  const questions = counted(examples.length, HOME.readyMade, HOME.readyMades, language);
  const rows: readonly (readonly [string, Fragment])[] = [
    [HOME.curiosity[language], interspersed(named, ', ')],
    [
      HOME.research[language],
      [pageLink(frame, '/sparql', HOME.editor[language]), examples.length > 0 && ` · ${questions}`],
    ],
    [HOME.code[language], HOME.negotiated[language]],
    [
      HOME.files[language],
      [
        pageLink(frame, '/datasets', HOME.dumps[language]),
        ', ',
        anchor('/catalogue.ttl', HOME.catalogue[language]),
      ],
    ],
  ];
  return html`<dl class="says">${rows.map(([name, what]) => html`<div><dt>${name}</dt><dd>${what}</dd></div>`)}</dl>`;
}
