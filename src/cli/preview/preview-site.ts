import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Language } from '../../model/index.ts';
import {
  asset,
  coloursAddress,
  coloursStyle,
  logoAddress,
  workbenchNotice,
  workbenchPage,
} from '../../pages/index.ts';
import {
  documentPath,
  firstState,
  type PreviewSession,
  type PreviewState,
  thingDocument,
  workbenchContent,
} from '../../preview/index.ts';
import { EventStreams } from './event-streams.ts';
import { failedPage } from './failed-page.ts';
import { isOfThisMachine } from './loopback-host.ts';

export interface PreviewSite {
  readonly answer: RequestListener;
  close(): void;
}

export interface PreviewSiteOptions {
  readonly slug: string;
  /** Names of published things. */
  readonly label?: ((iri: string, language: Language) => string | undefined) | undefined;
  /** Is told why a page could not be made; its reader is not told more than that. */
  readonly unforeseen: (error: unknown) => void;
}

/** An answer of a few kinds: this is no server of the web, and negotiates nothing. */
interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const HTML = 'text/html; charset=utf-8';
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "script-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** The pages of a preview. Only requests that name this machine are answered: a page elsewhere cannot read them. */
export function previewSite(session: PreviewSession, options: PreviewSiteOptions): PreviewSite {
  const streams = new EventStreams();
  const unsubscribe = session.subscribe(() => streams.tell(session.state.version));
  return {
    answer(request, response) {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Content-Security-Policy', POLICY);
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
      response.setHeader('Cache-Control', 'no-store');
      const refusal = refusalOf(request);
      if (refusal) return send(request, response, refusal);
      const { pathname } = addressOf(request);
      if (pathname === '/events') return streams.open(request, response);
      answerOf(session, options, request).then(
        (answer) => send(request, response, answer),
        (error) => {
          options.unforeseen(error);
          send(request, response, { status: 500, type: HTML, body: failedPage(languageAsked(request)) });
        },
      );
    },
    close() {
      unsubscribe();
      streams.close();
    },
  };
}

function refusalOf({ headers, method }: IncomingMessage): Answer | undefined {
  const type = 'text/plain; charset=utf-8';
  if (!isOfThisMachine(headers.host)) return { status: 403, type, body: 'localhost only\n' };
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, type, body: 'GET, HEAD\n' };
  return undefined;
}

const addressOf = ({ url = '/' }: IncomingMessage): URL =>
  URL.canParse(url, 'http://localhost') && !url.startsWith('//')
    ? new URL(url, 'http://localhost')
    : new URL('http://localhost/');

async function answerOf(
  session: PreviewSession,
  { slug, label }: PreviewSiteOptions,
  request: IncomingMessage,
): Promise<Answer> {
  const { pathname, searchParams } = addressOf(request);
  const language = languageAsked(request);
  // Who opens the address at once sees records, and not that they are being read.
  if (pathname === '/') await firstState(session);
  const { state } = session;
  const identity = state.preview?.identity;
  if (pathname === '/') {
    const looked = {
      row: wholeNumber(searchParams.get('row')),
      thing: searchParams.get('thing') ?? undefined,
      language,
    };
    const body = workbenchPage({ language, identity }, workbenchContent(state, slug, looked));
    return { status: 200, type: HTML, body };
  }
  if (pathname.startsWith('/assets/')) {
    if (identity && pathname === coloursAddress(identity))
      return { status: 200, type: 'text/css; charset=utf-8', body: coloursStyle(identity) };
    const logo = identity?.logo && pathname === logoAddress(identity) ? identity.logo : undefined;
    const found = logo ?? asset(pathname.slice('/assets/'.length));
    if (found) return { status: 200, type: found.mediaType, body: await readFile(found.file) };
  }
  const { preview } = state;
  const iri = preview && thingAt(pathname, preview);
  const body = preview && iri !== undefined && thingDocument(preview, iri, { language, label });
  return body
    ? { status: 200, type: HTML, body }
    : { status: 404, type: HTML, body: workbenchNotice(language) };
}

/** The previewed thing whose page, or address, a path is: browsers write letters of an IRI in their own way. */
function thingAt(
  pathname: string,
  { base, things }: NonNullable<PreviewState['preview']>,
): string | undefined {
  const wanted = pathname.replace(/^\/id\//, '/doc/');
  return [...things.keys()].find((iri) => {
    const path = documentPath(iri, base);
    return path !== undefined && new URL(path, 'http://localhost').pathname === wanted;
  });
}

const wholeNumber = (text: string | null): number | undefined =>
  text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;

function languageAsked(request: IncomingMessage): Language {
  const asked = addressOf(request).searchParams.get('lang');
  if (asked === 'fr' || asked === 'en') return asked;
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'fr';
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}
