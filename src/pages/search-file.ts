import { type PageFrame, pageAddress } from './frame.ts';
import { type Html, html } from './html.ts';
import { firstPage, SEARCH_DATA, type SearchState, searchParameters } from './search-address.ts';
import { SEARCH } from './texts/search-texts.ts';

/** What a search found, as a file that a browser keeps under a name of the question and the release. */
export function searchFile(frame: PageFrame, state: SearchState, extension: 'geojson' | 'csv'): Html {
  const address = pageAddress(
    frame,
    `${SEARCH_DATA}.${extension}${searchParameters(firstPage(state), frame.base)}`,
  );
  const name = [plainName(state.text ?? ''), frame.release.id].filter((part) => part !== '').join('-');
  return html`<a href="${address}" download="${name}.${extension}">${SEARCH[extension][frame.language]}</a>`;
}

/** Letters and figures that every file system takes. */
const plainName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 60);
