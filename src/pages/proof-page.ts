import {
  type Language,
  PROOF_GROUPS,
  PROOF_VERDICTS,
  type ProofCheck,
  type ProofReport,
  type ProofState,
} from '../model/index.ts';
import { dateText } from './dates.ts';
import { type PageFrame, page } from './frame.ts';
import { type Fragment, type Html, html, raw } from './html.ts';
import { anchor } from './links.ts';
import { PROOF, PROOF_GROUP_NAMES, PROOF_VERDICT_NAMES } from './texts/proof-texts.ts';
import { filled } from './texts/table.ts';
import { numberText, shortened, withoutDirectionControls } from './typography.ts';

/** The proof of the release that is served: the last one, and whether another is under way. */
export function proofPage(frame: PageFrame, { report, underWay }: ProofState): string {
  const { language } = frame;
  const waiting =
    underWay !== undefined &&
    html`<p role="status">${filled(PROOF.underWay, language, { count: numberText(underWay, language) })} ${report && PROOF.before[language]}</p>`;
  return page(frame, {
    title: PROOF.title[language],
    description: PROOF.lead[language],
    head: html`<link rel="alternate" type="application/json" href="/about/proof.json">\n`,
    main: html`<h1>${PROOF.title[language]}</h1><p class="lead">${PROOF.lead[language]}</p>
${waiting}${report ? proof(report, language) : underWay === undefined && html`<p>${PROOF.none[language]}</p>`}
<section><h2>${PROOF.again[language]}</h2><p><code>${command(frame.base, report)}</code></p>
<p class="small soft">${anchor('/about/proof.json', PROOF.json[language])}</p></section>`,
  });
}

/** A proof as a page that needs nothing else. */
export function proofDocument(report: ProofReport, language: Language): string {
  return html`${raw('<!doctype html>')}
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${PROOF.title[language]} · ${report.address}</title>${raw(STYLE)}</head>
<body><main><h1>${PROOF.title[language]}</h1>
${proof(report, language)}
<h2>${PROOF.again[language]}</h2><p><code>${command(report.address, report)}</code></p></main></body></html>
`.toString();
}

const STYLE =
  '<style>:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:75rem;margin:0 auto;padding:1rem}table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid #8884;overflow-wrap:anywhere}dt{font-weight:600}.wide{overflow-x:auto}</style>';

const command = (address: string, report: ProofReport | undefined): string =>
  `cimaise verify ${address}${report ? ` --seed ${report.seed}` : ''}`;

const proof = (report: ProofReport, language: Language): Html => html`${facts(report, language)}
${PROOF_GROUPS.map((group) => checksOf(report, group, language))}`;

function facts(report: ProofReport, language: Language): Html {
  const { address, release, startedAt, milliseconds, sample, seed, counts } = report;
  const seconds = numberText((milliseconds / 1000).toFixed(1), language);
  const rows: readonly (readonly [string, Fragment])[] = [
    ...PROOF_VERDICTS.map(
      (one) => [PROOF_VERDICT_NAMES[one][language], numberText(counts[one], language)] as const,
    ),
    [PROOF.address[language], html`<span class="iri">${address}</span>`],
    [PROOF.release[language], release],
    [
      PROOF.date[language],
      html`<time datetime="${startedAt}">${dateText(startedAt.slice(0, 10), language)}</time>`,
    ],
    [PROOF.duration[language], filled(PROOF.seconds, language, { seconds })],
    [PROOF.sample[language], filled(PROOF.drawn, language, { sample: numberText(sample, language), seed })],
  ];
  const present = rows.filter(([, value]) => value !== undefined);
  return html`<dl class="says">${present.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function checksOf({ checks }: ProofReport, group: ProofCheck['group'], language: Language): Fragment {
  const own = checks.filter((one) => one.group === group);
  if (own.length === 0) return undefined;
  const name = PROOF_GROUP_NAMES[group][language];
  const heads = [PROOF.check, PROOF.verdict, PROOF.asked, PROOF.expected, PROOF.found];
  return html`<section id="${group}"><h2>${name}</h2>
<div class="wide" tabindex="0" role="region" aria-label="${name}"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head[language]}</th>`)}</tr></thead>
<tbody>${own.map((check) => row(check, language))}</tbody></table></div></section>`;
}

function row({ title, subject, asked, expected, found, verdict }: ProofCheck, language: Language): Html {
  return html`<tr><th scope="row">${title[language]}${subject !== undefined && html`<br><span class="iri small">${text(subject)}</span>`}</th>
<td>${PROOF_VERDICT_NAMES[verdict][language]}</td><td><span class="iri small">${text(asked)}</span></td>
<td>${expected[language]}</td><td><bdi>${text(found[language])}</bdi></td></tr>`;
}

/** What a server said is shown as it is, but neither endless nor turned round. */
const text = (said: string): string => shortened(withoutDirectionControls(said), 600);
