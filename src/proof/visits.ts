import { linkedRdf } from './html-links.ts';
import { type Followed, isRedirect, mediaTypeOf, type Site } from './site.ts';
import type { WebAnswer } from './web-client.ts';

/** Answers for IRIs, each asked once for each media type. */
export class Visits {
  readonly site: Site;
  readonly #followed = new Map<string, Map<string, Followed>>();

  constructor(site: Site) {
    this.site = site;
  }

  async get(iri: string, mediaType: string): Promise<Followed> {
    const known = this.#followed.get(iri)?.get(mediaType);
    if (known) return known;
    const followed = await this.site.follow(iri, { accept: mediaType });
    const own = this.#followed.get(iri) ?? new Map<string, Followed>();
    this.#followed.set(iri, own.set(mediaType, followed));
    return followed;
  }

  /** Of the addresses on the way that were not answered alike for every media type: their answers. */
  answersThatDiffer(iri: string): readonly WebAnswer[] {
    const steps = [...(this.#followed.get(iri)?.values() ?? [])].flatMap((followed) => followed.steps);
    const byAddress = Map.groupBy(steps, ({ url }) => url);
    return [...byAddress.values()].filter((answers) => new Set(answers.map(gist)).size > 1).flat();
  }

  /** The answers so far for an IRI. */
  of(iri: string): readonly Followed[] {
    return [...(this.#followed.get(iri)?.values() ?? [])];
  }
}

const gist = (answer: WebAnswer): string =>
  `${answer.status} ${isRedirect(answer) ? answer.headers.location : mediaTypeOf(answer)}`;

/** Whether another answer for an IRI names one of a media type as its alternate: then it is promised. */
export function isAlternate(visits: Visits, iri: string, mediaType: string): boolean {
  const links = visits
    .of(iri)
    .flatMap(({ last }) => (last.status === 200 ? linkedRdf(last, [mediaType]) : []));
  return links.length > 0;
}
