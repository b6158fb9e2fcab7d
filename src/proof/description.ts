import { dcat, type RDF, rdf, sd, sh, spdx, voidVocabulary } from '../rdf/index.ts';

/** A file of a dataset, as it is described. */
export interface DescribedDump {
  readonly address: string;
  /** Last segments of `dcat:mediaType` and `dcat:compressFormat`, where they are told. */
  readonly mediaType?: string;
  readonly packing?: string;
  readonly bytes?: number;
  /** SHA-256, hexadecimal, lower case. */
  readonly sha256?: string;
}

/** A dataset or a version of one, and its files. */
export interface DescribedVersion {
  readonly iri: string;
  readonly dumps: readonly DescribedDump[];
}

/** A dataset, as it is described. */
export interface DescribedDataset extends DescribedVersion {
  readonly triples?: number;
  readonly uriSpace?: string;
  readonly landingPage?: string;
  readonly endpoint?: string;
  /** Whether it is a catalogue: its files may hold all its datasets, or only what it says of them. */
  readonly isCatalogue: boolean;
  /** As it was before, and as it is kept (`dcat:hasVersion`). */
  readonly versions: readonly DescribedVersion[];
}

/** What a server says that it publishes. */
export interface Description {
  readonly catalogues: readonly string[];
  readonly datasets: readonly DescribedDataset[];
  /** SPARQL endpoints, those of the datasets first. */
  readonly endpoints: readonly string[];
}

/** Reads VoID and DCAT: whichever is there, or both of one graph. Addresses that are no http(s) are left out. */
export function readDescription(quads: readonly RDF.Quad[]): Description {
  const graph = new Facts(quads);
  const datasets = datasetIris(graph).map((iri) => readDataset(graph, iri));
  const services = graph.subjects(rdf.type, dcat.DataService);
  const endpoints = [
    ...datasets.flatMap(({ endpoint }) => endpoint ?? []),
    ...services.flatMap((service) => graph.addresses(service, dcat.endpointURL)),
    ...graph.subjects(rdf.type, sd.Service).flatMap((service) => graph.addresses(service, sd.endpoint)),
  ];
  return {
    catalogues: graph.subjects(rdf.type, dcat.Catalog),
    datasets,
    endpoints: [...new Set(endpoints)],
  };
}

/** Those that a catalogue lists or that have files; where there are none, those with a number of statements. */
function datasetIris(graph: Facts): readonly string[] {
  const told = [
    ...graph.objectsOf(dcat.dataset),
    ...graph.subjectsWith(dcat.distribution),
    ...graph.subjectsWith(voidVocabulary.dataDump),
  ];
  const counted = graph
    .subjects(rdf.type, voidVocabulary.Dataset)
    .filter((iri) => graph.number(iri, voidVocabulary.triples) !== undefined);
  const versions = new Set([...graph.objectsOf(dcat.hasVersion), ...graph.subjectsWith(dcat.isVersionOf)]);
  return [...new Set(told.length > 0 ? told : counted)].filter((iri) => !versions.has(iri));
}

function readDataset(graph: Facts, iri: string): DescribedDataset {
  const triples = graph.number(iri, voidVocabulary.triples);
  const uriSpace = graph.value(iri, voidVocabulary.uriSpace);
  const [landingPage] = graph.addresses(iri, dcat.landingPage);
  const [endpoint] = graph.addresses(iri, voidVocabulary.sparqlEndpoint);
  return {
    iri,
    ...(triples !== undefined && { triples }),
    ...(uriSpace !== undefined && { uriSpace }),
    ...(landingPage !== undefined && { landingPage }),
    ...(endpoint !== undefined && { endpoint }),
    isCatalogue: graph.values(iri, rdf.type).includes(dcat.Catalog),
    dumps: dumpsOf(graph, iri),
    versions: graph.values(iri, dcat.hasVersion).map((one) => ({ iri: one, dumps: dumpsOf(graph, one) })),
  };
}

function dumpsOf(graph: Facts, dataset: string): readonly DescribedDump[] {
  const distributed = graph
    .values(dataset, dcat.distribution)
    .flatMap((one) => graph.addresses(one, dcat.downloadURL).map((address) => dumpOf(graph, one, address)));
  const known = new Set(distributed.map(({ address }) => address));
  const others = graph.addresses(dataset, voidVocabulary.dataDump).filter((address) => !known.has(address));
  return [...distributed, ...others.map((address) => ({ address }))];
}

function dumpOf(graph: Facts, distribution: string, address: string): DescribedDump {
  const mediaType = mediaTypeOf(graph.value(distribution, dcat.mediaType));
  const packing = mediaTypeOf(graph.value(distribution, dcat.compressFormat));
  const bytes = graph.number(distribution, dcat.byteSize);
  const sha256 = graph
    .values(distribution, spdx.checksum)
    .filter((one) => /sha256$/i.test(graph.value(one, spdx.algorithm) ?? ''))
    .map((one) => graph.value(one, spdx.checksumValue)?.toLowerCase())[0];
  return {
    address,
    ...(mediaType !== undefined && { mediaType }),
    ...(packing !== undefined && { packing }),
    ...(bytes !== undefined && { bytes }),
    ...(sha256 !== undefined && { sha256 }),
  };
}

/** `https://www.iana.org/assignments/media-types/application/n-quads` or `application/n-quads`. */
const mediaTypeOf = (iri: string | undefined): string | undefined =>
  /([^/]+\/[^/]+)$/.exec(iri ?? '')?.[1]?.toLowerCase();

/** A query that an endpoint offers as an example (`sh:SPARQLExecutable`). */
export interface DescribedExample {
  readonly iri: string;
  readonly kind: 'select' | 'ask' | 'construct';
  readonly text: string;
}

/** A graph that an endpoint names in its service description. */
export interface EndpointDescription {
  readonly graphs: readonly string[];
  /** Whether it says that it takes updates. */
  readonly updates: boolean;
  readonly examples: readonly DescribedExample[];
}

const KINDS = [
  ['select', sh.select],
  ['ask', sh.ask],
  ['construct', sh.construct],
] as const;

/** Reads a SPARQL 1.1 Service Description, and the examples beside it. */
export function readEndpoint(quads: readonly RDF.Quad[]): EndpointDescription {
  const graph = new Facts(quads);
  const executables = graph.subjects(rdf.type, sh.SPARQLExecutable);
  const examples = executables.flatMap((iri) =>
    KINDS.flatMap(([kind, property]) => graph.values(iri, property).map((text) => ({ iri, kind, text }))),
  );
  return {
    graphs: graph.objectsOf(sd.name),
    updates: graph.objectsOf(sd.supportedLanguage).some((one) => one.endsWith('SPARQL11Update')),
    examples,
  };
}

/** Values of a graph by subject and property. */
class Facts {
  readonly #bySubject: Map<string, RDF.Quad[]>;
  readonly #quads: readonly RDF.Quad[];

  constructor(quads: readonly RDF.Quad[]) {
    this.#quads = quads;
    this.#bySubject = Map.groupBy(quads, ({ subject }) => subject.value);
  }

  values(subject: string, property: string): readonly string[] {
    const own = this.#bySubject.get(subject) ?? [];
    return own.filter(({ predicate }) => predicate.value === property).map(({ object }) => object.value);
  }

  value(subject: string, property: string): string | undefined {
    return this.values(subject, property)[0];
  }

  /** A whole number; what is written otherwise is told by the rules of the catalogue. */
  number(subject: string, property: string): number | undefined {
    const text = this.value(subject, property) ?? '';
    return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
  }

  addresses(subject: string, property: string): readonly string[] {
    return this.values(subject, property).filter((one) => /^https?:\/\//.test(one) && URL.canParse(one));
  }

  subjects(property: string, value: string): readonly string[] {
    const found = this.#quads.filter(
      ({ predicate, object }) => predicate.value === property && object.value === value,
    );
    return [...new Set(found.map(({ subject }) => subject.value))];
  }

  subjectsWith(property: string): readonly string[] {
    const found = this.#quads.filter(({ predicate }) => predicate.value === property);
    return [...new Set(found.map(({ subject }) => subject.value))];
  }

  objectsOf(property: string): readonly string[] {
    const found = this.#quads.filter(({ predicate }) => predicate.value === property);
    return [...new Set(found.map(({ object }) => object.value))];
  }
}
