import type { Bilingual } from '../model/index.ts';
import type { DescribedDataset } from './description.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { cameText } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import { mediaTypeOf, type Site } from './site.ts';
import type { SparqlEndpoint } from './sparql-endpoint.ts';

export interface CountToProve {
  readonly site: Site;
  readonly record: ProofRecord;
  readonly dataset: DescribedDataset;
  readonly statements: number;
  readonly endpoint: SparqlEndpoint | undefined;
  /** Whether the endpoint holds this dataset alone. */
  readonly isAlone: boolean;
}

/** Lines of the dump = triples of VoID = COUNT(*) = the number on the page. */
export async function proveCounts(given: CountToProve): Promise<void> {
  const { record, dataset, statements, endpoint, site } = given;
  const subject = dataset.iri;
  await record.check({ name: 'count-void', subject, asked: `GET ${dataset.iri}` }, () =>
    dataset.triples === undefined
      ? notApplicable({ fr: 'void:triples n’est pas dit', en: 'void:triples is not told' })
      : compared(statements, dataset.triples),
  );
  const queries = countQueries(given);
  const asked = queries.join(' ; ') || `GET ${subject}`;
  await record.check({ name: 'count-endpoint', subject, asked }, async () => {
    if (!endpoint || queries.length === 0) return notApplicable(NO_GRAPH);
    const told: number[] = [];
    for (const query of queries) told.push(await endpoint.number(query));
    return compared(statements, told.find((one) => one === statements) ?? told[0] ?? 0);
  });
  const page = dataset.landingPage ?? dataset.iri;
  await record.check({ name: 'count-page', subject, asked: `GET ${page}` }, () =>
    countOnPage(site, page, statements),
  );
}

/** Asks for the dataset's graph where the endpoint names one so; of a catalogue, for all graphs too. */
function countQueries({ dataset, endpoint, isAlone }: CountToProve): readonly string[] {
  if (!endpoint) return [];
  const { graphs } = endpoint.description;
  const all = dataset.isCatalogue && graphs.length > 0 ? [counting('GRAPH ?g { ?s ?p ?o }')] : [];
  if (graphs.includes(dataset.iri)) return [counting(`GRAPH <${dataset.iri}> { ?s ?p ?o }`), ...all];
  return isAlone && graphs.length === 0 ? [counting('?s ?p ?o')] : all;
}

const counting = (pattern: string): string => `SELECT (COUNT(*) AS ?n) WHERE { ${pattern} }`;

async function countOnPage(site: Site, page: string, statements: number): Promise<Outcome> {
  if (!site.owns(page)) return notApplicable({ fr: 'la page est ailleurs', en: 'the page is elsewhere' });
  const { last } = await site.follow(page, { accept: 'text/html', 'accept-language': 'en' });
  if (last.status !== 200 || mediaTypeOf(last) !== 'text/html')
    return notApplicable({ fr: `pas de page (${cameText(last)})`, en: `no page (${cameText(last)})` });
  const told = statementsOnPage(last.text);
  if (told.length === 0)
    return notApplicable({ fr: 'la page ne dit pas combien', en: 'the page does not say how many' });
  return told.includes(statements) ? passed(figures(statements)) : compared(statements, told[0] ?? 0);
}

/** Longest page that is looked through. */
const LONGEST = 4 << 20;

/**
 * The numbers of statements that a page tells: those before the noun, in English or French. The page of a dataset says
 * its own first; its frame may say that of the whole release.
 */
export function statementsOnPage(html: string): readonly number[] {
  const text = withoutScripts(html.slice(0, LONGEST))
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:nbsp|#160|#xa0|#8239|#x202f);/gi, '\u00a0');
  const told = text.matchAll(
    /(?<![\d.,])(\d{1,3}(?:[,.\u00a0\u202f ’]\d{3}){1,5}|\d{1,15})[\s\u00a0\u202f]{0,9}(?:statements?|triples?|énoncés?|déclarations?)(?!\p{L})/giu,
  );
  return [...told].map(([, digits = '']) => Number(digits.replace(/\D/g, '')));
}

/** Reads a page once, however it is made. */
const withoutScripts = (html: string): string =>
  html
    .split(/<script\b/i)
    .map((part, at) => (at === 0 ? part : (part.split(/<\/script>/i)[1] ?? '')))
    .join(' ');

const compared = (statements: number, told: number): Outcome =>
  statements === told ? passed(figures(told)) : failed(otherCount(statements, told));

const otherCount = (statements: number, told: number): Bilingual => ({
  fr: `${figures(told).fr}, et le fichier en a ${figures(statements).fr}`,
  en: `${figures(told).en}, and the dump has ${figures(statements).en}`,
});

const NO_GRAPH: Bilingual = {
  fr: 'aucun point d’accès SPARQL ne nomme ce graphe',
  en: 'no SPARQL endpoint names this graph',
};
