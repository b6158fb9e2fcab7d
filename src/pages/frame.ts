import { LANGUAGES, type Language, type SiteIdentity } from '../model/index.ts';
import { scriptAddress } from './assets.ts';
import { dateText } from './dates.ts';
import { type Fragment, html, raw } from './html.ts';
import type { SearchState } from './search-address.ts';
import { searchBox, searchBoxScript } from './search-box.ts';
import { coloursAddress, logoAddress, siteMotto, siteName } from './site.ts';
import { FRAME } from './texts/frame-texts.ts';
import { RELEASES } from './texts/release-texts.ts';
import { filled } from './texts/table.ts';
import { counted, shortened, withoutDirectionControls } from './typography.ts';

/** What every page is told about where it stands. */
export interface PageFrame {
  readonly language: Language;
  /** Root-relative address of this page without its language, for language alternates. */
  readonly path: string;
  /** Base IRI of the release. */
  readonly base: string;
  readonly release: { readonly id: string; readonly createdAt: string; readonly statements: number };
  /** Whether the address named the language (`?lang=`): then links to other pages carry it on. */
  readonly languageChosen?: boolean;
  /** Who publishes; absent: the platform's own name. */
  readonly identity?: SiteIdentity | undefined;
  /** Whether there is a search: then each page has a box. */
  readonly hasSearch?: boolean;
}

/** What a kind of page puts into the frame. */
export interface PageParts {
  /** What the page is about, without the site's name. */
  readonly title: string;
  readonly description?: string;
  /** Path of the navigation's entry that this page belongs to. */
  readonly section?: string;
  /** More for the document's head: alternates, JSON-LD. */
  readonly head?: Fragment;
  /** What was looked for: it stands in the search box of the rail. */
  readonly searched?: SearchState;
  readonly main: Fragment;
}

/** A whole HTML document. */
export function page(frame: PageFrame, parts: PageParts): string {
  const { language } = frame;
  return html`${raw('<!doctype html>')}
<html lang="${language}">
${head(frame, parts)}
<body>
<a class="skip" href="#contenu">${FRAME.skip[language]}</a>
${rail(frame, parts)}
<main id="contenu">${parts.main}</main>
${footer(frame)}
</body>
</html>
`.toString();
}

/** Address of another page of this site, in the language that the reader chose. */
export const pageAddress = ({ language, languageChosen }: PageFrame, path: string): string =>
  languageChosen ? inLanguage(path, language) : path;

function inLanguage(path: string, language: Language): string {
  const [, before = '', fragment = ''] = /^([^#]*)(#.*)?$/s.exec(path) ?? [];
  return `${before}${before.includes('?') ? '&' : '?'}lang=${language}${fragment}`;
}

/** The day of the release in words. */
export const releaseDay = ({ release, language }: PageFrame): string =>
  dateText(release.createdAt.slice(0, 10), language) ?? release.createdAt;

function head(frame: PageFrame, { title, description, head: more }: PageParts) {
  const { language, path, identity, hasSearch } = frame;
  const colours = identity && coloursAddress(identity);
  const name = withoutDirectionControls(shortened(title, 120));
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · ${siteName(frame)}</title>
${description && html`<meta name="description" content="${withoutDirectionControls(shortened(description, 200))}">\n`}<link rel="stylesheet" href="/assets/look.css">
<link rel="stylesheet" href="${scriptAddress('site', 'pages.css')}">
${colours !== undefined && html`<link rel="stylesheet" href="${colours}">\n`}<link rel="icon" href="/assets/mark.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="${RELEASES.atom[language]}" href="/feed.atom">
${LANGUAGES.map((one) => html`<link rel="alternate" hreflang="${one}" href="${inLanguage(path, one)}">\n`)}${hasSearch && searchBoxScript()}${more}</head>`;
}

function rail(frame: PageFrame, { section, searched }: PageParts) {
  const { language, path } = frame;
  const other: Language = language === 'fr' ? 'en' : 'fr';
  const entries = [
    ['/', FRAME.explore],
    ['/datasets', FRAME.datasets],
    ['/vocabularies', FRAME.vocabularies],
    ['/sparql', FRAME.questions],
  ] as const;
  return html`<header class="rail"><div class="rail-in">
${mark(frame)}
<nav aria-label="${FRAME.navigation[language]}"><ul>${entries.map(
    ([to, text]) =>
      html`<li><a href="${pageAddress(frame, to)}"${to === section && raw(to === path ? ' aria-current="page"' : ' aria-current="true"')}>${text[language]}</a></li>`,
  )}</ul></nav>
<a class="language" href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}">${FRAME.otherLanguage[language]}</a>
${frame.hasSearch && searchBox(frame, { name: 'rail', state: searched })}
</div></header>`;
}

/** The name that leads home, with the logo and the few words where there are such. */
function mark(frame: PageFrame) {
  const { identity } = frame;
  const logo = identity && logoAddress(identity);
  const motto = siteMotto(frame);
  return html`<a class="mark" href="${pageAddress(frame, '/')}">${logo !== undefined && html`<img src="${logo}" alt=""> `}<span>${siteName(frame)}</span>${motto !== undefined && html` <small>${motto}</small>`}</a>`;
}

function footer(frame: PageFrame) {
  const { language, release, identity } = frame;
  const version = filled(FRAME.release, language, { id: release.id, date: releaseDay(frame) });
  const statements = counted(release.statements, FRAME.statement, FRAME.statements, language);
  const publisher =
    identity?.publisher &&
    filled(FRAME.publishedBy, language, { publisher: identity.publisher.name[language] });
  const entries = [
    ['/about/proof', FRAME.proof],
    ['/about', FRAME.about],
    ['/legal', FRAME.legal],
    ['/accessibility', FRAME.accessibility],
    ['/contact', FRAME.contact],
    ['/contributions', FRAME.contributions],
    ['/model', FRAME.model],
    ['/api', FRAME.api],
    ['/releases', RELEASES.title],
    ['/catalogue', FRAME.catalogue],
  ] as const;
  return html`<footer><div>
<p><a href="${pageAddress(frame, `/releases/${release.id}`)}">${version}</a><br>
${statements}${
  publisher &&
  html`<br>
${publisher}`
}</p>
<nav aria-label="${FRAME.footer[language]}"><ul>${entries.map(([to, text]) => html`<li><a href="${pageAddress(frame, to)}">${text[language]}</a></li>`)}</ul></nav>
</div></footer>`;
}

/** The way from the first page to this one; the last step is the page itself. */
export function crumbs(frame: PageFrame, steps: readonly { path: string; text: string }[], here: string) {
  return html`<nav class="crumbs" aria-label="${FRAME.crumbs[frame.language]}">${steps.map(
    ({ path, text }) => html`<a href="${pageAddress(frame, path)}">${text}</a> › `,
  )}<bdi>${shortened(here, 80)}</bdi></nav>`;
}
