import { type Bilingual, same } from '../model/index.ts';
import { parseRdf, READABLE_MEDIA_TYPES } from '../rdf/index.ts';
import { type DescribedExample, readEndpoint } from './description.ts';
import type { Discovered } from './discover.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import { ANY_RDF, cameText, readGraph } from './read-graph.ts';
import type { ProofRecord } from './record.ts';
import { mediaTypeOf } from './site.ts';
import { resultOf, SparqlEndpoint } from './sparql-endpoint.ts';
import type { WebAnswer } from './web-client.ts';

/** The first endpoint that a server answers for, with what it says of itself. */
export async function openEndpoint(
  { site, description }: Discovered,
  record: ProofRecord,
): Promise<SparqlEndpoint | undefined> {
  const iri = description.endpoints.find((one) => site.owns(one));
  if (iri === undefined) return undefined;
  let endpoint = new SparqlEndpoint(site, iri);
  await record.check({ name: 'endpoint-description', subject: iri, asked: `GET ${iri}` }, async () => {
    const read = await readGraph(site, iri);
    if (read.kind === 'none') return notApplicable(same(cameText(read.followed.last)));
    endpoint = new SparqlEndpoint(site, iri, readEndpoint(read.quads));
    return passed(describedText(endpoint));
  });
  return endpoint;
}

const describedText = ({ description: { graphs, examples } }: SparqlEndpoint): Bilingual => ({
  fr: `${figures(graphs.length).fr} graphes, ${figures(examples.length).fr} exemples`,
  en: `${figures(graphs.length).en} graphs, ${figures(examples.length).en} examples`,
});

/** The protocol of an endpoint, and the examples that it offers. */
export async function proveEndpoint(record: ProofRecord, endpoint: SparqlEndpoint): Promise<void> {
  const about = { subject: endpoint.iri, asked: `POST ${endpoint.iri}` };
  await record.check({ name: 'endpoint-ask', ...about }, async () => {
    const { answer, result } = await endpoint.ask('ASK {}');
    return result.boolean === undefined ? failed(same(cameText(answer))) : passed(same(cameText(answer)));
  });
  await record.check({ name: 'endpoint-malformed', ...about }, async () => {
    const answer = await endpoint.post('query', 'SELECT ?s WHERE { ?s');
    return answer.status === 400 ? passed(same(cameText(answer))) : failed(same(cameText(answer)));
  });
  await record.check({ name: 'endpoint-update', ...about }, () => updating(endpoint));
  for (const example of endpoint.description.examples.slice(0, MOST_EXAMPLES)) {
    const asked = `POST ${endpoint.iri}`;
    await record.check({ name: 'example', subject: example.iri, asked }, () => runExample(endpoint, example));
  }
}

const MOST_EXAMPLES = 200;

/** An update that would change nothing is sent: whoever takes it takes others. */
async function updating(endpoint: SparqlEndpoint): Promise<Outcome> {
  const answer = await endpoint.post('update', 'INSERT DATA {}');
  if (answer.status >= 400 && answer.status < 500) return passed(same(cameText(answer)));
  return endpoint.description.updates ? notApplicable(TAKES_UPDATES) : failed(same(cameText(answer)));
}

async function runExample(endpoint: SparqlEndpoint, { kind, text }: DescribedExample): Promise<Outcome> {
  const answer = await endpoint.post('query', text, kind === 'construct' ? ANY_RDF : undefined);
  if (answer.status !== 200) return failed(same(cameText(answer)));
  const status = completeness(answer);
  if (status !== undefined && status !== 'complete') return failed(same(`Result-Status: ${status}`));
  return kind === 'construct' ? graphOutcome(answer) : rowsOutcome(answer);
}

/** Whether an answer says that it is whole: in its header, or in its trailer where it came in parts. */
const completeness = ({ headers, trailers }: WebAnswer): string | undefined =>
  trailers['result-status'] ?? headers['result-status']?.toString();

function rowsOutcome(answer: WebAnswer): Outcome {
  const { boolean, results } = resultOf(answer);
  const rows = results?.bindings?.length ?? 0;
  if (boolean !== undefined) return passed(same(String(boolean)));
  return rows > 0 ? passed(rowsText(rows)) : failed(EMPTY);
}

async function graphOutcome(answer: WebAnswer): Promise<Outcome> {
  const mediaType = mediaTypeOf(answer);
  if (!READABLE_MEDIA_TYPES.includes(mediaType)) return failed(same(cameText(answer)));
  const parsed = await parseRdf({ text: answer.text, file: answer.url, mediaType, base: answer.url });
  if (parsed.kind === 'malformed') return failed(parsed.complaint.found);
  const { length } = parsed.quads;
  return length > 0 ? passed(statementsText(length)) : failed(EMPTY);
}

const rowsText = (rows: number): Bilingual => ({
  fr: `${figures(rows).fr} lignes`,
  en: `${figures(rows).en} rows`,
});

const statementsText = (count: number): Bilingual => ({
  fr: `${figures(count).fr} énoncés`,
  en: `${figures(count).en} statements`,
});

const EMPTY: Bilingual = { fr: 'la réponse est vide', en: 'the answer is empty' };
const TAKES_UPDATES: Bilingual = {
  fr: 'le service dit qu’il prend des mises à jour',
  en: 'the service says that it takes updates',
};
