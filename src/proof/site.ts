import type { AnswerHead, Asked, WebAnswer, WebClient } from './web-client.ts';
import { elsewhere, nowhere, tooManyRedirects } from './web-faults.ts';

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** An answer with the ones that led to it. */
export interface Followed {
  /** The first answer, which may be the last. */
  readonly first: WebAnswer;
  readonly last: WebAnswer;
  /** All of them, in order. */
  readonly steps: readonly WebAnswer[];
}

/** A server at an address, and the IRIs that it answers for. */
export class Site {
  readonly client: WebClient;
  /** Ends in `/`. */
  readonly address: string;
  /** Base of the IRIs that are asked here: `<base>x` at `<address>x`. */
  readonly base: string;

  constructor(client: WebClient, address: string, base: string = address) {
    this.client = client;
    this.address = address;
    this.base = base;
  }

  /** The same server, answering for another base. */
  withBase(base: string): Site {
    return new Site(this.client, this.address, base);
  }

  /** Where an IRI is asked for. */
  locate(iri: string): string {
    return iri.startsWith(this.base) ? this.address + iri.slice(this.base.length) : iri;
  }

  /** The IRI that an address stands for. */
  iriOf(url: string): string {
    return url.startsWith(this.address) ? this.base + url.slice(this.address.length) : url;
  }

  /** Whether an IRI is this server's to answer for: of its base, or of its host. */
  owns(iri: string): boolean {
    return iri.startsWith(this.base) || hostOf(iri) === hostOf(this.address);
  }

  /** Asks for an IRI, without following. */
  ask(iri: string, asked: Omit<Asked, 'url'> = {}): Promise<WebAnswer> {
    return this.client.ask({ ...asked, url: this.locate(iri) });
  }

  /**
   * Asks for an IRI and follows redirects: five at most, within this server and the IRI's own host.
   * @throws Breach for a redirect that is not followed, Unanswered
   */
  async follow(iri: string, headers: Readonly<Record<string, string>> = {}): Promise<Followed> {
    const steps: WebAnswer[] = [];
    let url = this.locate(iri);
    for (;;) {
      const answer = await this.client.ask({ url, headers });
      steps.push(answer);
      if (!isRedirect(answer)) return { first: steps[0] ?? answer, last: answer, steps };
      if (steps.length > MOST_REDIRECTS) throw tooManyRedirects(iri, MOST_REDIRECTS);
      url = this.#target(answer, iri);
    }
  }

  #target({ url, status, headers: { location } }: AnswerHead, iri: string): string {
    if (location === undefined || !URL.canParse(location, url)) throw nowhere(url, status);
    const target = this.locate(new URL(location, url).href);
    const hosts = [hostOf(this.address), hostOf(iri)];
    if (!hosts.includes(hostOf(target))) throw elsewhere(target);
    return target;
  }
}

export const isRedirect = ({ status }: AnswerHead): boolean => REDIRECTS.has(status);

/** Name and port; 80 and 443 are the same house. Undefined for what is no address. */
const hostOf = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).host : undefined);

/** Media type of an answer, lower case, without parameters. */
export const mediaTypeOf = ({ headers }: AnswerHead): string =>
  (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
