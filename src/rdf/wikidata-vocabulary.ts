import { vocabulary } from './make-vocabulary.ts';

/** Properties of Wikidata that say where an identifier leads (formatter URL), and how it is written (regular expression). */
export const wdt = vocabulary('http://www.wikidata.org/prop/direct/', 'P1630 P1793');
