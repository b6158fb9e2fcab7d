import { type Language, spaced } from '../../model/index.ts';

const TITLE = { fr: 'Aperçu', en: 'Preview' };

const SENTENCE = {
  fr: 'Cette page n’a pas pu être faite. Le terminal où l’aperçu a été lancé dit pourquoi ; l’aperçu continue.',
  en: 'This page could not be made. The terminal where the preview was started says why; the preview goes on.',
};

/** What stands in place of a page that could not be made. */
export const failedPage = (language: Language): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${TITLE[language]}</title><link rel="stylesheet" href="/assets/look.css"></head>
<body><main><h1>${TITLE[language]}</h1><p role="alert">${spaced(SENTENCE[language], language)}</p></main></body></html>
`;
