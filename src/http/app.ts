import type { RequestListener } from 'node:http';
import express, { type ErrorRequestHandler, type Express } from 'express';
import { datasetIri } from '../model/index.ts';
import { canonicalAddress } from './canonical-address.ts';
import { createCatalogueGraph } from './catalogue-graph.ts';
import type { AppContext } from './context.ts';
import { dispatch } from './dispatch.ts';
import { encoded } from './encoding.ts';
import { commonHeaders } from './headers.ts';
import { type Handler, resource } from './methods.ts';
import { notFound } from './problem.ts';
import { problemHandler } from './problem-handler.ts';
import { FILES } from './releases/file-addresses.ts';
import { ABOUT, about } from './routes/about.ts';
import { api } from './routes/api.ts';
import { API_SEARCH, apiSearch } from './routes/api-search.ts';
import { assets } from './routes/assets.ts';
import { catalogue } from './routes/catalogue.ts';
import { CHART, chart } from './routes/chart.ts';
import { CONTRIBUTE, showForm, THANKS, takeForm, thanks } from './routes/contribute.ts';
import { CONTRIBUTIONS, contributions } from './routes/contributions.ts';
import { dataModel, MODEL } from './routes/data-model.ts';
import { dataset } from './routes/dataset.ts';
import { document } from './routes/document.ts';
import { FEED, feed } from './routes/feed.ts';
import { files } from './routes/files.ts';
import { fragments } from './routes/fragments.ts';
import { live, ready } from './routes/health.ts';
import { home } from './routes/home.ts';
import { eventStream, LDES } from './routes/ldes.ts';
import { datasetLinkset, LINKSET } from './routes/linkset.ts';
import { MAP, map } from './routes/map.ts';
import { metrics } from './routes/metrics.ts';
import { openapi } from './routes/openapi.ts';
import { ORIGINS, origins } from './routes/origins.ts';
import { PLAIN_FILES, plainFiles } from './routes/plain-files.ts';
import { proof } from './routes/proof.ts';
import { QUALITY, quality } from './routes/quality.ts';
import { RECONCILE, reconcile } from './routes/reconcile.ts';
import { RELEASES, releases } from './routes/releases.ts';
import { robots } from './routes/robots.ts';
import { SEARCH, search } from './routes/search.ts';
import { SITEMAP, sitemap } from './routes/sitemap.ts';
import { sparql } from './routes/sparql.ts';
import { sparqlCheck } from './routes/sparql-check.ts';
import { sparqlTerms, sparqlTerritories } from './routes/sparql-desk.ts';
import { thing } from './routes/thing.ts';
import { VOCABULARY, vocabulary } from './routes/vocabulary.ts';
import { VOID, voidDescription } from './routes/void.ts';
import { createServing, type ServedContext } from './serving.ts';
import { refuseWriting } from './sparql/refuse-writing.ts';
import { BODY_BYTES, QUERY_TYPES } from './sparql/request.ts';

/**
 * The application: every address, its methods, and the one handler of problems. Requests are answered by path, whatever
 * the host; `X-Forwarded-*` changes nothing. It opens no port and owns nothing: closing store and index is the caller's.
 */
export function createApp(given: AppContext): RequestListener {
  const context = { ...given, serving: createServing(given) };
  const { metrics, quick, refresh } = context.serving;
  const failed = problemHandler(context);
  const answer = dispatch({
    steps: [commonHeaders(given.release.manifest.id), encoded, canonicalAddress],
    routes: readOnlyRoutes(context).map(([path, handler]) => [path, resource({ GET: handler })]),
    app: endpointOf(context, failed),
    failed,
  });
  return (request, response) => {
    metrics.watch(request, response);
    refresh();
    if (!quick.answer(request, response)) answer(request, response);
  };
}

/** Most octets of a form, or of queries of reconciliation. */
const FORM_BYTES = 512 * 1024;

/** What takes bodies. */
function endpointOf(context: ServedContext, failed: ErrorRequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', false);
  app.set('query parser', false);
  app.enable('case sensitive routing');
  // Read before the type is judged, so that a refused body does not linger on the connection.
  app.use('/sparql', refuseWriting, express.raw({ type: () => true, limit: BODY_BYTES }));
  const answers = sparql(context);
  const options = { 'Accept-Query': QUERY_TYPES, 'Accept-Post': QUERY_TYPES };
  app.all('/sparql', resource({ GET: answers, POST: answers, QUERY: answers, options }));
  app.all('/sparql/check', resource({ GET: sparqlCheck(context), POST: sparqlCheck(context) }));
  app.use(['/contribute', '/contact', '/reconcile'], express.raw({ type: () => true, limit: FORM_BYTES }));
  app.all(CONTRIBUTE, resource({ GET: showForm(context), POST: takeForm(context) }));
  const reconciled = reconcile(context);
  app.all(RECONCILE, resource({ GET: reconciled, POST: reconciled }));
  app.use(() => {
    throw notFound();
  });
  app.use(failed);
  return app;
}

function readOnlyRoutes(context: ServedContext): readonly (readonly [RegExp, Handler])[] {
  const { base, datasets } = context.release.manifest;
  const ends = [`${base}catalogue`, ...datasets.map(({ slug }) => datasetIri(base, slug))];
  const graph = createCatalogueGraph(context.release, ends);
  return [
    [/^\/$/, home(context)],
    [/^\/(?:id\/.|def(?:\/.|$)|\.well-known\/genid\/.)/, thing(context)],
    [/^\/doc\/./, document(context)],
    [/^\/(?:datasets|catalogue)(?:\.[a-z]+)?$/, catalogue(context, graph)],
    [RELEASES, releases(context)],
    [FILES, files(context)],
    [PLAIN_FILES, plainFiles(context)],
    [LINKSET, datasetLinkset(context)],
    [QUALITY, quality(context)],
    [/^\/dataset\/./, dataset(context, graph)],
    [SEARCH, search(context)],
    [API_SEARCH, apiSearch(context)],
    [MAP, map(context)],
    [CHART, chart(context)],
    [VOCABULARY, vocabulary(context)],
    [MODEL, dataModel(context)],
    [ABOUT, about(context)],
    [CONTRIBUTIONS, contributions(context)],
    [THANKS, thanks(context)],
    [ORIGINS, origins(context)],
    [/^\/api(?:\/.+)?$/, api(context)],
    [/^\/about\/proof(?:\.[a-z]+)?$/, proof(context)],
    [/^\/openapi\.json$/, openapi(context)],
    [/^\/sparql\/terms\.json$/, sparqlTerms(context)],
    [/^\/sparql\/territories\.json$/, sparqlTerritories()],
    [/^\/assets\/./, assets(context)],
    [/^\/health\/live$/, live()],
    [/^\/health\/ready$/, ready(context)],
    [/^\/metrics$/, metrics(context)],
    [VOID, voidDescription(context, graph)],
    [/^\/robots\.txt$/, robots(context)],
    [SITEMAP, sitemap(context)],
    [/^\/fragments$/, fragments(context)],
    [FEED, feed(context)],
    [LDES, eventStream(context)],
  ];
}
