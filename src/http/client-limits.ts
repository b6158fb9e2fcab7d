import { isIPv4, isIPv6 } from 'node:net';
import type { Request, Response } from 'express';
import { LRUCache } from 'lru-cache';
import proxyAddress from 'proxy-addr';
import { Fault } from '../model/index.ts';
import { type HttpProblem, problem } from './problem.ts';

/** What one client may ask. */
export interface ClientLimits {
  /** Queries under way at once. */
  readonly concurrency: number;
  /** Queries in a minute. */
  readonly rate: number;
  /** Addresses or ranges (CIDR) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}

/** Counts what clients have under way and have asked. */
export interface Clients {
  /**
   * Counts an answer that costs work, once, until it is sent or its client leaves.
   * @throws HttpProblem 429 where the client has too much already
   */
  admit(response: Response): void;
  /** The network that a request comes from; empty where its connection is gone. */
  networkOf(request: Request): string;
}

/** Clients whose rate is remembered: the latest ones. Forgetting one gives it a new minute. */
const MOST_CLIENTS = 10_000;
const MINUTE = 60_000;

interface Allowance {
  tokens: number;
  /** Milliseconds, as `performance.now()`. */
  at: number;
}

/** @throws Fault for a proxy that is no address */
export function createClients({ concurrency, rate, trustedProxies }: ClientLimits): Clients {
  const isTrusted = trustOf(trustedProxies);
  const underWay = new Map<string, number>();
  const allowances = new LRUCache<string, Allowance>({ max: MOST_CLIENTS });
  const admitted = new WeakSet<Response>();
  return {
    networkOf: (request) => clientOf(request, isTrusted),
    admit: (response) => {
      // A response that is over already ends nothing any more.
      if (admitted.has(response) || response.destroyed) return;
      const client = clientOf(response.req, isTrusted);
      const before = underWay.get(client) ?? 0;
      if (before >= concurrency) throw tooMany(1);
      const wait = take(allowances, client, rate);
      if (wait > 0) throw tooMany(wait);
      admitted.add(response);
      underWay.set(client, before + 1);
      response.once('close', () => {
        const left = (underWay.get(client) ?? 1) - 1;
        if (left > 0) underWay.set(client, left);
        else underWay.delete(client);
      });
    },
  };
}

/** Takes one of the minute's queries; else the seconds until there is one. What is not used comes back steadily. */
function take(allowances: LRUCache<string, Allowance>, client: string, rate: number): number {
  const now = performance.now();
  const known = allowances.get(client);
  const tokens = known ? Math.min(rate, known.tokens + ((now - known.at) * rate) / MINUTE) : rate;
  const enough = tokens >= 1;
  allowances.set(client, { tokens: enough ? tokens - 1 : tokens, at: now });
  return enough ? 0 : Math.ceil(((1 - tokens) * MINUTE) / rate / 1000);
}

type Trust = ReturnType<typeof proxyAddress.compile>;

function trustOf(proxies: readonly string[]): Trust {
  try {
    return proxyAddress.compile([...proxies]);
  } catch (cause) {
    const given = proxies.join(', ');
    throw new Fault(
      {
        fr: `Les mandataires de confiance valent « ${given} ».`,
        en: `The trusted proxies are “${given}”.`,
      },
      {
        fr: 'Donnez des adresses IP ou des plages, par exemple 10.0.0.0/8 ou loopback.',
        en: 'Give IP addresses or ranges, 10.0.0.0/8 or loopback for example.',
      },
      cause,
    );
  }
}

/** One client: an IPv4 address, or the 64 bits of IPv6 that one connection is given as a whole. */
function clientOf(request: Request, isTrusted: Trust): string {
  // A connection that is gone already has no address.
  if (request.socket.remoteAddress === undefined) return '';
  return networkOf(proxyAddress(request, isTrusted));
}

/** IPv4 as it is, also where it is written as IPv6; of IPv6 the first 64 bits. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [head = '', tail = ''] = bare.split('::');
  const groups = head.split(':').filter((one) => one !== '');
  const last = tail.split(':').filter((one) => one !== '');
  // The dotted end of an address stands for two groups.
  const written = groups.length + last.length + (bare.includes('.') ? 1 : 0);
  const zeros = bare.includes('::') ? Math.max(0, 8 - written) : 0;
  const all = [...groups, ...Array<string>(zeros).fill('0'), ...last];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

const tooMany = (seconds: number): HttpProblem =>
  problem(
    'too-many-requests',
    {
      fr: `Trop de requêtes viennent de votre adresse ; réessayez dans ${seconds} s. Les données entières se téléchargent depuis /datasets.`,
      en: `Too many queries come from your address; try again in ${seconds} s. The whole data can be downloaded from /datasets.`,
    },
    {
      headers: { 'Retry-After': String(seconds), Link: '</datasets>; rel="alternate"' },
      members: { dumps: '/datasets' },
    },
  );
