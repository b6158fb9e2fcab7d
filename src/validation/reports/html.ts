import { type Bilingual, type Language, spaced } from '../../model/index.ts';
import type { GraphResult } from '../validate-graph.ts';
import { type Cause, causesOf } from './causes.ts';
import { kindText, severityText, type Wording } from './names.ts';
import { type GraphReport, groupsOf, ownMessage, type ResultGroup } from './report.ts';
import { cutText, groupsCut, headLines, limitText, shareText } from './text.ts';
import { attribute as escaped } from './xml-text.ts';

const STYLE = `body{overflow-wrap:anywhere;font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:0}
section{border-left:.4rem solid #767676;padding:.1rem 1rem;margin:1.5rem 0}
.violation{border-color:#b3261e}.warning{border-color:#8a5a00}.info{border-color:#1d5fa8}
.severity{font-weight:700;text-transform:uppercase;font-size:.8rem}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}}`;

const TITLE = { fr: 'Rapport de validation', en: 'Validation report' };

/** A validation as one HTML page that needs nothing else: what the text says, in one language. */
export function graphReportHtml(report: GraphReport, language: Language): string {
  const say = (text: string) => escaped(spaced(text, language));
  const page: Page = {
    say,
    describe: (term) => say(report.describe(term, language)),
    language,
    prefixes: report.prefixes,
  };
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${say(TITLE[language])}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${say(TITLE[language])}</h1>`,
    ...headLines(report, language).map((line) => `<p>${say(line)}</p>`),
    ...groupsOf(report).map((group) => groupSection(group, page)),
    ...groupsCut(report, language).map((line) => `<p>${say(line)}</p>`),
    ...(report.truncated ? [`<p>${say(limitText(report, language))}</p>`] : []),
    '</main></body></html>',
    '',
  ].join('\n');
}

/** How a page speaks: everything that comes out of it is markup. */
interface Page extends Wording {
  readonly say: (text: string) => string;
  readonly describe: (term: GraphResult['focusNode']) => string;
}

function groupSection(group: ResultGroup, page: Page): string {
  const { first, severity, message, samples, count } = group;
  const { say, language } = page;
  const items = [
    ...samples.map((sample) => sampleItem(sample, ownMessage(sample, group), page)),
    ...(samples.length < count ? [`<li>${say(cutText(samples.length, count, language))}</li>`] : []),
  ];
  return [
    `<section class="${severity}"><p class="severity">${say(severityText(first, severity, page))}</p>`,
    `<h2>${say(message[language])}</h2>`,
    `<p>${say(kindText(group, page))}<br>${say(shareText(group, language))}</p>`,
    `<ul>${items.join('\n')}</ul></section>`,
  ].join('\n');
}

function sampleItem(result: GraphResult, own: Bilingual | undefined, page: Page): string {
  const { causes, truncated } = causesOf(result);
  const more = { fr: '… tronqué : autres causes', en: '… truncated: further causes' }[page.language];
  const cut = truncated ? `<p>${page.say(more)}</p>` : '';
  const message = own ? `<br>${page.say(own[page.language])}` : '';
  return `<li>${nodeAndValue(result, page)}${message}${causeList(causes, page)}${cut}</li>`;
}

function nodeAndValue({ focusNode, value }: Pick<GraphResult, 'focusNode' | 'value'>, page: Page): string {
  const node = `<code>${page.describe(focusNode)}</code>`;
  return value === undefined || value.equals(focusNode)
    ? node
    : `${node} <code>${page.describe(value)}</code>`;
}

function causeList(causes: readonly Cause[], page: Page): string {
  if (causes.length === 0) return '';
  const items = causes.map(
    (cause) =>
      `<li>${nodeAndValue(cause, page)} ${page.say(cause.message[page.language])}${causeList(cause.causes, page)}</li>`,
  );
  return `<ul>${items.join('\n')}</ul>`;
}
