import { PREFIXES } from '../rdf/index.ts';
import { packageAddress, scriptAddress } from './assets.ts';
import { dataBlock } from './data-block.ts';
import type { PageFrame } from './frame.ts';
import { type Html, html } from './html.ts';
import { GRAPH_FORMATS, TABLE_FORMATS } from './sparql-answer.ts';
import { DESK } from './texts/sparql-texts.ts';

/**
 * What makes the query page a desk where scripts run: the scripts, their styles, and what they have to be told. Without
 * scripts nothing of it shows.
 */
export function deskHead({ language, languageChosen = false, base }: PageFrame): Html {
  const texts = Object.fromEntries(Object.entries(DESK).map(([name, text]) => [name, text[language]]));
  const settings = {
    language,
    languageChosen,
    base,
    prefixes: { ...PREFIXES, def: `${base}def/` },
    formats: { tables: TABLE_FORMATS, graphs: GRAPH_FORMATS },
    addresses: {
      editor: packageAddress('yasqe.min.js'),
      map: packageAddress('leaflet.js'),
      mapStyle: packageAddress('leaflet.css'),
    },
    texts,
  };
  return html`<link rel="stylesheet" href="${packageAddress('yasqe.min.css')}">
<link rel="stylesheet" href="${scriptAddress('sparql', 'sparql.css')}">
${dataBlock('type="application/json" id="desk"', settings)}<script type="module" src="${scriptAddress('sparql', 'main.js')}"></script>
`;
}
