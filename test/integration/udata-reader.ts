import { dcat, dcterms, hydra, parseRdf, type RDF, rdf, rdfs, skos, spdx } from '../../src/rdf/index.ts';

/** What udata, the software of data.gouv.fr, takes from a catalogue: the rules by which its DCAT harvester reads. */
export interface HarvestedDataset {
  readonly remoteId: string | undefined;
  readonly title: string;
  readonly description: string;
  readonly remoteUrl: string | undefined;
  readonly licences: readonly string[];
  readonly frequency: string | undefined;
  readonly tags: readonly string[];
  readonly issued: string | undefined;
  readonly modified: string | undefined;
  readonly temporal: boolean;
  readonly contact: string | undefined;
  readonly resources: readonly HarvestedResource[];
}

export interface HarvestedResource {
  readonly title: string | undefined;
  readonly url: string;
  readonly type: 'main' | 'api';
  readonly format: string | undefined;
  readonly mime: string | undefined;
  readonly size: number | undefined;
  readonly checksum: { readonly type: string; readonly value: string } | undefined;
}

export interface Harvest {
  readonly datasets: readonly HarvestedDataset[];
  /** Titles of services that no distribution is reached by. */
  readonly services: readonly string[];
  /** Addresses of the pages, in order. */
  readonly pages: readonly string[];
}

/** Fetches a page: its text, and the media type that the server gives. */
export type Fetch = (url: string) => Promise<{ readonly text: string; readonly mediaType: string }>;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  jsonld: 'application/ld+json',
  json: 'application/ld+json',
  rdf: 'application/rdf+xml',
  xml: 'application/rdf+xml',
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  trig: 'application/trig',
};

/** Old and new Hydra: the class of a page, and the property that leads to the next. */
const PAGINATION = [
  [hydra.PartialCollectionView, hydra.next],
  [`${hydra.namespace}PagedCollection`, `${hydra.namespace}nextPage`],
] as const;

/**
 * Walks a catalogue page by page. The format is told by the first address, else by the first answer, and every page is
 * read in it.
 */
export async function harvest(start: string, fetch: Fetch): Promise<Harvest> {
  const declared = MEDIA_TYPES[/\.(\w+)$/.exec(start.split('?')[0] ?? '')?.[1] ?? ''];
  const mediaType = declared ?? (await fetch(start)).mediaType;
  const pages: string[] = [];
  const datasets: HarvestedDataset[] = [];
  const services: string[] = [];
  for (let url: string | undefined = start; url !== undefined; ) {
    pages.push(url);
    const page: Page = new Page(await parsed((await fetch(url)).text, mediaType));
    datasets.push(...page.datasets());
    services.push(...page.services());
    url = page.next();
    if (pages.length > 100) throw new Error(`The pages after ${start} have no end.`);
  }
  return { datasets, services, pages };
}

async function parsed(text: string, mediaType: string): Promise<readonly RDF.Quad[]> {
  const read = await parseRdf({ text, file: 'catalogue', mediaType, base: 'http://base.example/' });
  if (read.kind === 'malformed') throw new Error(read.complaint.found.en);
  return read.quads;
}

class Page {
  readonly #quads: readonly RDF.Quad[];
  readonly #bySubject: ReadonlyMap<string, readonly RDF.Quad[]>;

  constructor(quads: readonly RDF.Quad[]) {
    this.#quads = quads;
    this.#bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  }

  datasets(): readonly HarvestedDataset[] {
    return this.#ofType(dcat.Dataset).flatMap((iri) => this.#dataset(iri) ?? []);
  }

  /** Services that distributions are reached by are theirs, and no services of the portal. */
  services(): readonly string[] {
    const reached = new Set(this.#objectsOf(dcat.accessService).map(({ value }) => value));
    const others = this.#ofType(dcat.DataService).filter((iri) => !reached.has(iri));
    return others.flatMap((iri) => this.#values(iri, dcterms.title).slice(0, 1));
  }

  next(): string | undefined {
    for (const [type, property] of PAGINATION) {
      const [view] = this.#ofType(type);
      if (view !== undefined) return this.#value(view, property);
    }
    return undefined;
  }

  #dataset(iri: string): HarvestedDataset | undefined {
    const title = this.#value(iri, dcterms.title);
    if (title === undefined) return undefined;
    const resources = this.#values(iri, dcat.distribution).flatMap((one) => this.#resource(one) ?? []);
    const distributions = this.#values(iri, dcat.distribution);
    return {
      remoteId: this.#value(iri, dcterms.identifier),
      title,
      description:
        this.#value(iri, dcterms.description) ?? this.#value(iri, `${dcterms.namespace}abstract`) ?? '',
      remoteUrl: [this.#value(iri, dcat.landingPage), iri].find((one) => one && /^https?:/.test(one)),
      licences: [iri, ...distributions].flatMap((one) => this.#labels(one, dcterms.license)),
      frequency: this.#value(iri, dcterms.accrualPeriodicity),
      tags: [...this.#literals(iri, dcat.keyword), ...this.#themes(iri)],
      issued: this.#value(iri, dcterms.issued),
      modified: this.#value(iri, dcterms.modified),
      temporal: this.#values(iri, dcterms.temporal).length > 0,
      contact: this.#contact(iri),
      // One address is one resource.
      resources: [...new Map(resources.map((one) => [one.url, one])).values()],
    };
  }

  #resource(iri: string): HarvestedResource | undefined {
    const url = this.#value(iri, dcat.downloadURL) ?? this.#value(iri, dcat.accessURL);
    if (url === undefined) return undefined;
    const size = this.#value(iri, dcat.byteSize);
    return {
      title: this.#value(iri, dcterms.title),
      url,
      type: this.#value(iri, dcat.accessService) === undefined ? 'main' : 'api',
      format: lastPart(this.#labels(iri, dcterms.format)[0])?.toLowerCase(),
      mime: this.#labels(iri, dcat.mediaType)[0]?.split('/').slice(-2).join('/'),
      size: size === undefined ? undefined : Number(size),
      checksum: this.#checksum(this.#value(iri, spdx.checksum)),
    };
  }

  #checksum(iri: string | undefined): HarvestedResource['checksum'] {
    const value = iri && this.#value(iri, spdx.checksumValue);
    const type = /checksumAlgorithm_(md5|sha1|sha256)$/.exec(
      (iri && this.#value(iri, spdx.algorithm)) ?? '',
    )?.[1];
    return value && type ? { type, value } : undefined;
  }

  #contact(iri: string): string | undefined {
    const contact = this.#value(iri, dcat.contactPoint);
    const mail = contact && this.#value(contact, 'http://www.w3.org/2006/vcard/ns#hasEmail');
    return mail?.replace('mailto:', '');
  }

  #themes(iri: string): readonly string[] {
    return this.#objects(iri, dcat.theme).flatMap((theme) =>
      theme.termType === 'Literal' ? [theme.value] : this.#values(theme.value, skos.prefLabel).slice(0, 1),
    );
  }

  /** What nodes are called by `rdfs:label`, else their IRIs. */
  #labels(iri: string, property: string): readonly string[] {
    return this.#objects(iri, property).map((object) =>
      object.termType === 'Literal' ? object.value : (this.#value(object.value, rdfs.label) ?? object.value),
    );
  }

  #literals(iri: string, property: string): readonly string[] {
    return this.#objects(iri, property)
      .filter(({ termType }) => termType === 'Literal')
      .map(({ value }) => value);
  }

  #ofType(type: string): readonly string[] {
    const typed = this.#quads.filter(
      ({ predicate, object }) => predicate.value === rdf.type && object.value === type,
    );
    return typed.map(({ subject }) => subject.value);
  }

  #objectsOf = (property: string): readonly RDF.Term[] =>
    this.#quads.filter(({ predicate }) => predicate.value === property).map(({ object }) => object);

  #objects(subject: string, property: string): readonly RDF.Term[] {
    const of = this.#bySubject.get(subject) ?? [];
    return of.filter(({ predicate }) => predicate.value === property).map(({ object }) => object);
  }

  #values = (subject: string, property: string): readonly string[] =>
    this.#objects(subject, property).map(({ value }) => value);

  #value = (subject: string, property: string): string | undefined => this.#values(subject, property)[0];
}

const lastPart = (iri: string | undefined): string | undefined => iri?.split(/[/#]/).at(-1);
