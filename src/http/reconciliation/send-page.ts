import { type ListedService, reconciliationPage } from '../../pages/index.ts';
import { type Form, valuesOf } from '../form.ts';
import { frameOf } from '../frame.ts';
import { reply } from '../reply.ts';
import { MOST_QUERIES } from './read-queries.ts';
import { type Candidate, type Reconciling, reconcileQuery } from './reconcile-query.ts';
import { type Scope, serviceAddress } from './scope.ts';
import { type Exchange, reconcilingOf } from './send-service.ts';

const CANDIDATES = 10;
const LONGEST_TEXT = 300;

/** The page for people: addresses to paste, and a form that tries one query. */
export function sendPage(exchange: Exchange, form: Form): void {
  const { context, request, response, scope } = exchange;
  const text = (valuesOf(form, 'q')[0] ?? '').trim().slice(0, LONGEST_TEXT).toWellFormed();
  const [given] = valuesOf(form, 'dataset');
  const slug = context.release.manifest.datasets.find((one) => one.slug === (given ?? scope.slug))?.slug;
  const address = `/reconcile${slug === undefined ? '' : `/${slug}`}`;
  const path =
    text === ''
      ? address
      : `/reconcile?q=${encodeURIComponent(text)}${slug === undefined ? '' : `&dataset=${slug}`}`;
  const reconciling = { ...reconcilingOf(exchange), scope: { slug, version: scope.version } };
  if (text !== '') context.serving.clients.admit(response);
  const tried = text === '' ? undefined : { text, candidates: candidatesOf(text, reconciling) };
  const body = reconciliationPage(frameOf(context, request, path), {
    services: servicesOf(reconciling),
    batch: MOST_QUERIES,
    ...(tried && { tried }),
    ...(slug !== undefined && { chosen: slug }),
  });
  reply(response, { body, mediaType: 'text/html', lastModified: context.release.manifest.createdAt });
}

function candidatesOf(text: string, reconciling: Reconciling) {
  const query = { text, types: [], areTypesWished: false, limit: CANDIDATES, properties: [] };
  const { base } = reconciling.context.release.manifest;
  return reconcileQuery(query, reconciling).map((one: Candidate) => ({
    ...one,
    path: `/${one.iri.slice(base.length)}`,
  }));
}

function servicesOf({ context, naming, scope }: Reconciling): readonly ListedService[] {
  const { base, datasets } = context.release.manifest;
  const address = (of: Scope): string => base + serviceAddress(of).slice(1);
  const { version } = scope;
  const whole = datasets.reduce((sum, { things }) => sum + things, 0);
  return [
    { things: whole, address: address({ version }) },
    ...datasets.map(({ slug, things }) => ({
      slug,
      title: naming.dataset(slug),
      things,
      address: address({ slug, version }),
    })),
  ];
}
