import {
  type Bilingual,
  LANGUAGES,
  type Language,
  type Severity,
  type ShapeResultGroup,
  type ShapeResultSample,
  spaced,
} from '../../model/index.ts';
import {
  CONSEQUENCES,
  countsOf,
  type DatasetReport,
  kindOfGroup,
  severityName,
  shareOfGroup,
  toldGroups,
  verdictOf,
} from './dataset-report.ts';
import { DATASET_STYLE } from './dataset-style.ts';
import { sampleTable } from './sample-table.ts';
import { attribute as escaped } from './xml-text.ts';

const TITLE: Bilingual = { fr: 'À corriger', en: 'To be corrected' };
const NAMES: Readonly<Record<Language, readonly [id: string, name: string]>> = {
  fr: ['french', 'Français'],
  en: ['english', 'English'],
};

/**
 * What shapes found in a dataset, as one HTML page that needs nothing else, in both languages with a switch between
 * them (no script): by severity, shape and component, with share, reason, samples with their cells, and what to do.
 */
export function datasetReportHtml(report: DatasetReport): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="fr">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(`${report.title.fr} – ${TITLE.fr}`)}</title><style>${DATASET_STYLE}</style></head>`,
    '<body><div class="languages" role="radiogroup" aria-label="Langue – Language">',
    ...LANGUAGES.map((language) => languageSwitch(language)),
    '</div>',
    ...LANGUAGES.map((language) => inLanguage(report, language)),
    '</body></html>',
    '',
  ].join('\n');
}

function languageSwitch(language: Language): string {
  const [id, name] = NAMES[language];
  const checked = language === 'fr' ? ' checked' : '';
  return `<label lang="${language}"><input type="radio" name="language" id="${id}"${checked}>${name}</label>`;
}

function inLanguage(report: DatasetReport, language: Language): string {
  const { title, validation } = report;
  const say = (text: string) => escaped(spaced(text, language));
  const page: Page = { say, language, things: validation.things };
  const { groups, cut } = toldGroups(validation, language);
  const bySeverity = Map.groupBy(groups, ({ severity }) => severity);
  return [
    `<main lang="${language}"><h1>${say(title[language])}</h1>`,
    `<p>${say(verdictOf(validation, language))} ${say(countsText(report, language))}</p>`,
    ...correctionsText(report, page),
    ...[...bySeverity].map(([severity, found]) => severityPart(severity, found, page)),
    ...(cut === undefined ? [] : [`<p>${say(cut)}</p>`]),
    '</main>',
  ].join('\n');
}

function countsText({ validation }: DatasetReport, language: Language): string {
  const counts = countsOf(validation);
  if (counts.length === 0)
    return { fr: 'Rien n’est à corriger.', en: 'There is nothing to correct.' }[language];
  const told = counts.map(([severity, count]) => {
    const n = count.toLocaleString(language);
    return { fr: `${severityName(severity, 'fr')} : ${n}`, en: `${severityName(severity, 'en')}: ${n}` }[
      language
    ];
  });
  return { fr: `Résultats : ${told.join(' ; ')}.`, en: `Results: ${told.join('; ')}.` }[language];
}

function correctionsText(
  { corrections, validation }: DatasetReport,
  { say, language }: Page,
): readonly string[] {
  const isOf = validation.groups.some(({ severity }) => severity !== 'info');
  if (corrections === undefined || !isOf) return [];
  const text = {
    fr: 'Télécharger les lignes à corriger, avec leurs motifs, pour le tableur',
    en: 'Download the rows to correct, with their reasons, for the spreadsheet',
  }[language];
  return [`<p><a href="${escaped(corrections[language])}" download>${say(text)}</a></p>`];
}

/** How a page speaks: everything that comes out of it is markup. */
export interface Page {
  readonly say: (text: string) => string;
  readonly language: Language;
  readonly things: number;
}

/** Informations are there for who opens them. */
function severityPart(severity: Severity, groups: readonly ShapeResultGroup[], page: Page): string {
  const { say, language } = page;
  const sections = groups.map((group) => groupSection(group, page)).join('\n');
  const heading = `<h2>${say(HEADINGS[severity][language])}</h2>`;
  const consequence = `<p>${say(CONSEQUENCES[severity][language])}</p>`;
  if (severity !== 'info') return `${heading}${consequence}\n${sections}`;
  const shown = { fr: `Montrer (${groups.length})`, en: `Show (${groups.length})` }[language];
  return `${heading}${consequence}<details><summary>${say(shown)}</summary>\n${sections}</details>`;
}

const HEADINGS: Readonly<Record<Severity, Bilingual>> = {
  violation: { fr: 'Violations', en: 'Violations' },
  warning: { fr: 'Avertissements', en: 'Warnings' },
  info: { fr: 'Informations', en: 'Information' },
};

function groupSection(group: ShapeResultGroup, page: Page): string {
  const { severity, message, why, count, samples } = group;
  const { say, language, things } = page;
  return [
    `<section class="${severity}">`,
    `<h3>${say(message[language])}</h3>`,
    ...(why === undefined ? [] : [`<p>${say(why[language])}</p>`]),
    `<p>${say(capitalised(shareOfGroup(group, things, language)))}</p>`,
    sampleTable(group, page),
    ...(samples.length < count ? [`<p>${say(cutText(samples, count, language))}</p>`] : []),
    `<p class="kind">${say(kindOfGroup(group))}</p></section>`,
  ].join('\n');
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function cutText({ length }: readonly ShapeResultSample[], count: number, language: Language): string {
  const n = (value: number) => value.toLocaleString(language);
  return {
    fr: `Exemples montrés : ${n(length)} sur ${n(count)}.`,
    en: `Examples shown: ${n(length)} of ${n(count)}.`,
  }[language];
}
