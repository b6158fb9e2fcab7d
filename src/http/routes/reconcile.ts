import { nearest } from '../../documents/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import { addressForm } from '../form.ts';
import type { Handler } from '../methods.ts';
import { alternateLinks, negotiate, varies } from '../negotiation.ts';
import { SERVICE_DESC } from '../openapi/service-desc.ts';
import { notFound, problem } from '../problem.ts';
import { manifestOf } from '../reconciliation/manifest.ts';
import { propertiesOf } from '../reconciliation/property-sample.ts';
import { brokenForm, noService } from '../reconciliation/reconciliation-problems.ts';
import { createKnownTerms, type KnownTerms, serviceAddress } from '../reconciliation/scope.ts';
import { askedInAddress, sendForm, sendPosted } from '../reconciliation/send-batch.ts';
import { sendPage } from '../reconciliation/send-page.ts';
import { sendPreview, sendView } from '../reconciliation/send-preview.ts';
import { type Exchange, reconcilingOf, sendJson } from '../reconciliation/send-service.ts';
import { sendProposal, sendSuggestions } from '../reconciliation/send-suggestions.ts';
import { type Service, serviceAddressOf } from '../reconciliation/service-address.ts';
import type { ServedContext } from '../serving.ts';

/** /reconcile: the Reconciliation Service API, of all things and of each dataset. */
export const RECONCILE = /^\/reconcile(?:\/.+)?$/;

/** A manifest for programs, a page for people. */
const REPRESENTATIONS = [{ mediaType: 'application/json' }, { mediaType: 'text/html' }] as const;

export const reconcile = (context: ServedContext): Handler => {
  const { finder } = context;
  if (!finder)
    return () => {
      throw notFound();
    };
  const searched = { ...context, finder };
  const known = createKnownTerms(searched, propertiesOf(context));
  const slugs = context.release.manifest.datasets.map(({ slug }) => slug);
  return async (request, response) => {
    const address = serviceAddressOf(iriPathOf(request));
    if (!address) throw notFound();
    const { scope, service } = address;
    const { slug } = scope;
    if (slug !== undefined && !slugs.includes(slug)) throw noService(slug, nearest(slug, slugs));
    const exchange: Exchange = { context: searched, scope, request, response };
    return answered(exchange, service, known);
  };
};

async function answered(exchange: Exchange, service: Service | undefined, known: KnownTerms): Promise<void> {
  const isPost = exchange.request.method === 'POST';
  const takesPosts = service === undefined || service === 'reconcile' || service === 'extend';
  if (isPost && takesPosts) return sendPosted(exchange);
  if (isPost || service === 'reconcile' || service === 'extend')
    throw otherMethod(takesPosts ? 'POST, OPTIONS' : 'GET, HEAD, OPTIONS');
  switch (service) {
    case 'view':
      return sendView(exchange);
    case 'preview':
      return sendPreview(exchange);
    case 'extend/propose':
      return sendProposal(exchange, known);
    case 'suggest/entity':
      return sendSuggestions(exchange, 'entity', known);
    case 'suggest/type':
      return sendSuggestions(exchange, 'type', known);
    case 'suggest/property':
      return sendSuggestions(exchange, 'property', known);
    default:
      return sendRoot(exchange, known);
  }
}

/** Queries in the address; the page, for people and where one query is tried; else the manifest. */
async function sendRoot(exchange: Exchange, known: KnownTerms): Promise<void> {
  const { request, response, scope } = exchange;
  const asked = askedInAddress(request);
  if (asked) return sendForm(exchange, asked);
  const form = addressForm(request.originalUrl);
  if (!form) throw brokenForm();
  response.setHeader('Link', `${alternateLinks(alternatesOf(scope))}, ${SERVICE_DESC}`);
  const isForPeople = form.some(([name]) => name === 'q' || name === 'feature');
  if (isForPeople) varies(response);
  const { mediaType } = isForPeople
    ? REPRESENTATIONS[1]
    : negotiate(request, response, REPRESENTATIONS, alternatesOf(scope));
  if (mediaType === 'text/html') return sendPage(exchange, form);
  const { context, naming } = reconcilingOf(exchange);
  sendJson(exchange, manifestOf({ context, scope, naming, classes: known.classes(scope) }));
}

const alternatesOf = (scope: Exchange['scope']) =>
  REPRESENTATIONS.map(({ mediaType }) => ({ path: serviceAddress(scope), mediaType, name: mediaType }));

const otherMethod = (allow: string) =>
  problem(
    'method-not-allowed',
    {
      fr: `Cette méthode n’est pas permise ici ; celles qui le sont : ${allow}.`,
      en: `This method is not allowed here; these are: ${allow}.`,
    },
    { headers: { Allow: allow } },
  );
