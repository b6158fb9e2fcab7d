import { Buffer } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { Agent, type Dispatcher, request } from 'undici';
import type { ServiceEndpoint } from '../../model/index.ts';
import { assertPublicHost, publicLookup } from '../../network/index.ts';
import { ServiceFailure } from './messages.ts';

/** A request as the query engine makes it. */
export interface RemoteRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks an endpoint: the bytes of its answer, unpacked, whole, of a type that holds results. @throws ServiceFailure */
export type RemoteFetch = (
  asked: RemoteRequest,
  endpoint: ServiceEndpoint,
  leaving?: AbortSignal,
) => Promise<Uint8Array>;

const RESULTS = 'application/sparql-results+json';
const JSON_TYPES: ReadonlySet<string> = new Set([RESULTS, 'application/json']);
const LONGEST_HEADERS = 32 << 10;

/**
 * Requests with bounds: time and size as the endpoint's row says, addresses checked at the moment of connecting, no
 * redirect followed, nothing but results believed.
 */
export function createRemoteFetch({ lookup }: { readonly lookup?: LookupFunction } = {}): RemoteFetch {
  const shared = { maxHeaderSize: LONGEST_HEADERS, connections: 2, pipelining: 1 };
  const open = new Agent({ ...shared, ...(lookup && { connect: { lookup } }) });
  const checking = new Agent({ ...shared, connect: { lookup: publicLookup(privateAddress, lookup) } });
  return async (asked, endpoint, leaving) => {
    if (!endpoint.isPrivate) assertPublicHost(asked.url, privateAddress);
    const deadline = AbortSignal.timeout(endpoint.milliseconds);
    const signal = leaving ? AbortSignal.any([deadline, leaving]) : deadline;
    try {
      const answer = await request(asked.url, {
        ...sent(asked),
        signal,
        dispatcher: endpoint.isPrivate ? open : checking,
      });
      return await believed(answer, endpoint, signal);
    } catch (error) {
      throw failureOf(error, endpoint, deadline);
    }
  };
}

const sent = ({ method, headers, body }: RemoteRequest) => ({
  method,
  headers: { ...headers, accept: RESULTS, 'accept-encoding': 'gzip, deflate' },
  ...(body !== undefined && { body }),
});

async function believed(
  { statusCode, headers, body }: Dispatcher.ResponseData,
  endpoint: ServiceEndpoint,
  signal: AbortSignal,
): Promise<Uint8Array> {
  // Whatever is refused is not read: an endless body would keep the connection.
  const refuse = (failure: ServiceFailure): never => {
    body.on('error', () => {}).destroy();
    throw failure;
  };
  if (statusCode >= 300 && statusCode < 400) refuse(redirected(headers));
  if (statusCode !== 200) refuse(otherStatus(statusCode));
  const mediaType =
    String(headers['content-type'] ?? '')
      .split(';')[0]
      ?.trim()
      .toLowerCase() ?? '';
  if (!JSON_TYPES.has(mediaType)) refuse(otherType(mediaType));
  const plain = unpacked(body, String(headers['content-encoding'] ?? 'identity').toLowerCase());
  if (plain === undefined) return refuse(otherType(String(headers['content-encoding'])));
  return gathered(plain, endpoint, signal);
}

/** Undefined for an encoding that nobody asked for. */
function unpacked(body: Readable, encoding: string): Readable | undefined {
  if (encoding === 'identity' || encoding === '') return body;
  if (encoding === 'gzip' || encoding === 'x-gzip') return pipeline(body, createGunzip(), () => {});
  return encoding === 'deflate' ? pipeline(body, createInflate(), () => {}) : undefined;
}

async function gathered(
  body: Readable,
  { bytes }: ServiceEndpoint,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > bytes) throw tooLong(bytes);
    if (signal.aborted) throw signal.reason;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function failureOf(error: unknown, { milliseconds }: ServiceEndpoint, deadline: AbortSignal): ServiceFailure {
  if (deadline.aborted) return tooSlow(milliseconds);
  for (let one: unknown = error; one instanceof Error; one = one.cause)
    if (one instanceof ServiceFailure) return one;
  return unreachable(error instanceof Error ? error.message : String(error));
}

const privateAddress = (host: string): ServiceFailure =>
  new ServiceFailure({
    fr: `${host} mène à une adresse privée, qui n’est pas interrogée. Si c’est voulu, écrivez « private: true » dans queries/services.yml.`,
    en: `${host} leads to a private address, which is not asked. If that is meant, write “private: true” in queries/services.yml.`,
  });

const redirected = ({ location }: IncomingHttpHeaders): ServiceFailure =>
  new ServiceFailure({
    fr: `Il renvoie à une autre adresse (${location ?? '?'}), qui n’est pas suivie : déclarez celle-là.`,
    en: `It redirects to another address (${location ?? '?'}), which is not followed: declare that one.`,
  });

const otherStatus = (status: number): ServiceFailure =>
  new ServiceFailure({ fr: `Il répond par l’erreur ${status}.`, en: `It answers with status ${status}.` });

const otherType = (type: string): ServiceFailure =>
  new ServiceFailure({
    fr: `Sa réponse n’est pas un résultat SPARQL en JSON (« ${type.slice(0, 100)} »).`,
    en: `Its answer is no SPARQL result in JSON (“${type.slice(0, 100)}”).`,
  });

const tooLong = (bytes: number): ServiceFailure =>
  new ServiceFailure({
    fr: `Sa réponse dépasse ${(bytes / 1e6).toLocaleString('fr')} Mo : précisez ce qui lui est demandé.`,
    en: `Its answer is longer than ${bytes / 1e6} MB: narrow what it is asked.`,
  });

const tooSlow = (milliseconds: number): ServiceFailure =>
  new ServiceFailure({
    fr: `Il n’a pas répondu en ${(milliseconds / 1000).toLocaleString('fr')} s.`,
    en: `It did not answer within ${milliseconds / 1000} s.`,
  });

const unreachable = (reason: string): ServiceFailure =>
  new ServiceFailure({
    fr: `La liaison a échoué ou s’est interrompue : ${reason}.`,
    en: `The connection failed or broke: ${reason}.`,
  });
