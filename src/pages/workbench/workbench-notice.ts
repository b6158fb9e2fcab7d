import type { Language } from '../../model/index.ts';
import { html, raw } from '../html.ts';
import { WORKBENCH } from '../texts/workbench-texts.ts';

/** What stands in place of a page of the site that the preview does not have. */
export const workbenchNotice = (language: Language): string =>
  html`${raw('<!doctype html>')}
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${WORKBENCH.preview[language]}</title><link rel="stylesheet" href="/assets/look.css"></head>
<body><main><h1>${WORKBENCH.preview[language]}</h1><p>${WORKBENCH.elsewhere[language]}</p></main></body></html>
`.toString();
