import type { Dataset, Language, ResourceDescription } from '../model/index.ts';
import { dqv, type RDF, rdfs } from '../rdf/index.ts';
import { alternates, datasetCartel } from './cartels.ts';
import { figures } from './dataset-list.ts';
import { crumbs, type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html } from './html.ts';
import { literalsOf, preferred, readSheet, type Sheet, typesOf } from './sheet.ts';
import { FRAME } from './texts/frame-texts.ts';
import { QUALITY } from './texts/quality-texts.ts';
import { filled } from './texts/table.ts';
import { numberText } from './typography.ts';

/** What the page of a dataset's quality is made of. */
export interface QualityContent {
  /** The description of `<base>dataset/<slug>/quality`, with its hash IRIs. */
  readonly description: ResourceDescription;
  readonly dataset: Dataset;
}

/** What is measured of a dataset: its figures, each criterion with its share and number of faults, the notes. */
export function qualityPage(frame: PageFrame, { description, dataset }: QualityContent): string {
  const { language } = frame;
  const sheet = readSheet(description);
  const path = `/dataset/${dataset.slug}`;
  const title = filled(QUALITY.title, language, { title: dataset.title[language] });
  const { measures, criteria } = measuresOf(sheet, language);
  return page(frame, {
    title,
    section: '/datasets',
    head: alternates(`${path}/quality`),
    main: html`${crumbs(
      frame,
      [
        { path: '/datasets', text: FRAME.datasets[language] },
        { path, text: dataset.title[language] },
      ],
      QUALITY.here[language],
    )}
<div class="thing"><article><header><p class="kind">${QUALITY.here[language]}</p><h1>${title}</h1>
<p class="lead">${QUALITY.lead[language]}</p></header>
${figures(
  measures.map(({ label, value }) => ({ count: measureText(value, language), noun: label })),
  frame,
)}
${criteriaTable(criteria, language)}
${notesList(sheet, language)}</article>
<aside>${datasetCartel(frame, dataset)}</aside></div>`,
  });
}

interface Figure {
  readonly label: string;
  readonly value: RDF.Literal | undefined;
}

/** A rule with the share of nodes that keep it and the number of those that do not. */
interface Criterion extends Figure {
  readonly faults: RDF.Literal | undefined;
}

/** `#kept-x` and `#faults-x` measure one criterion, the worst first; what else is measured are figures. */
function measuresOf(
  { iri, subjects }: Sheet,
  language: Language,
): { readonly measures: readonly Figure[]; readonly criteria: readonly Criterion[] } {
  const measured = [...subjects].filter(([, statements]) =>
    typesOf(statements).includes(dqv.QualityMeasurement),
  );
  const figureOf = ([subject, statements]: (typeof measured)[number]): Figure => ({
    label: preferred(literalsOf(statements, [rdfs.label]), language)?.value ?? subject,
    value: literalsOf(statements, [dqv.value])[0],
  });
  const [kept, faults] = [`${iri}#kept-`, `${iri}#faults-`];
  const isOf = (start: string) => (one: (typeof measured)[number]) => one[0].startsWith(start);
  const criteria = measured.filter(isOf(kept)).map((one): Criterion => {
    const other = subjects.get(faults + one[0].slice(kept.length));
    return { ...figureOf(one), faults: other && literalsOf(other, [dqv.value])[0] };
  });
  return {
    measures: measured
      .filter((one) => !isOf(kept)(one) && !isOf(faults)(one))
      .sort(([one], [other]) => placeOf(one) - placeOf(other))
      .map(figureOf),
    criteria: criteria.sort(
      (a, b) =>
        Number(a.value?.value ?? 1) - Number(b.value?.value ?? 1) || a.label.localeCompare(b.label, language),
    ),
  };
}

/** What is published first, then what keeps things from it, the gravest first. */
const FIGURES = ['published-share', 'violation-count', 'warning-count', 'info-count'];

const placeOf = (measurement: string): number =>
  (FIGURES.indexOf(measurement.slice(measurement.indexOf('#') + 1)) + FIGURES.length + 1) %
  (FIGURES.length + 1);

function criteriaTable(criteria: readonly Criterion[], language: Language): Html | undefined {
  if (criteria.length === 0) return undefined;
  return html`<section><h2>${QUALITY.criteria[language]}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${QUALITY.criteria[language]}"><table>
<thead><tr><th scope="col">${QUALITY.criterion[language]}</th><th scope="col" class="number">${QUALITY.share[language]}</th><th scope="col" class="number">${QUALITY.faults[language]}</th></tr></thead>
<tbody>${criteria.map(
    ({ label, value, faults }) =>
      html`<tr><th scope="row">${label}</th><td class="number">${measureText(value, language)}</td><td class="number">${measureText(faults, language)}</td></tr>`,
  )}</tbody></table></div></section>`;
}

/** What things with a warning are told to lack, in the words of the notes. */
function notesList(sheet: Sheet, language: Language): Fragment {
  const notes = [...sheet.subjects.values()].filter((statements) =>
    typesOf(statements).includes(dqv.QualityAnnotation),
  );
  const labels = notes.flatMap((note) => preferred(literalsOf(note, [rdfs.label]), language) ?? []);
  if (labels.length === 0) return undefined;
  return html`<section><h2>${QUALITY.notes[language]}</h2><ul>${labels.map(({ value }) => html`<li>${value}</li>`)}</ul></section>`;
}

/** A share as a percentage, a count as it is. A share that is not whole is never told as 100 %. */
function measureText(value: RDF.Literal | undefined, language: Language): string {
  if (value === undefined) return '';
  if (value.datatype.value.endsWith('#integer')) return numberText(value.value, language);
  const share = Number(value.value);
  const told = share < 1 ? Math.min(share, 0.999) : share;
  return SHARES[language].format(told);
}

const shares = (language: Language) =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
/** Making one takes longer than all that it writes on a page. */
const SHARES: Readonly<Record<Language, Intl.NumberFormat>> = { fr: shares('fr'), en: shares('en') };
