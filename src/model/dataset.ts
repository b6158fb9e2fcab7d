import type { Place } from './complaint.ts';
import type { Bilingual, Language } from './language.ts';
import type { MappingPolicy } from './mapping.ts';
import type { Source } from './source.ts';

/** An organisation or person that publishes. */
export interface Agent {
  readonly iri: string;
  readonly name: Bilingual;
}

/** A licence under its canonical IRI. */
export interface Licence {
  readonly iri: string;
  readonly label: Bilingual;
}

/** A dataset as its folder in `data/` declares it (DCAT `dcat:Dataset`). */
export interface Dataset {
  /** The folder's name, which is also the part of every IRI after `id/`. */
  readonly slug: string;
  /** Where `dataset.yml` stands. */
  readonly place: Place;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly publisher: Agent;
  readonly licence: Licence;
  /** Whom to write to: the IRI is a mailbox (`mailto:`) or a page. */
  readonly contact?: Agent;
  readonly keywords: Readonly<Record<Language, readonly string[]>>;
  /** IRIs of the EU authority table `data-theme`, or of any other concept scheme. */
  readonly themes: readonly string[];
  /** IRIs of places covered. */
  readonly spatial: readonly string[];
  /** IRI of the EU authority table `frequency`. */
  readonly frequency?: string;
  /** Where the facts come from: landing pages of the original. */
  readonly origins: readonly string[];
  readonly source: Source;
  /** Identifier part of the IRIs, for people: `{ref}` as in `id/musees/{ref}`. */
  readonly uriPattern: string;
  /** IRI of the register that identifiers (`dcterms:identifier`) of its things are from; `ontologies/` says where they lead. */
  readonly register?: string;
  /** Absolute path of the mapping. */
  readonly mapping: string;
  /** Absolute paths of the shapes graphs. */
  readonly shapes: readonly string[];
  /** Slugs of datasets whose labels the mapping looks up; they are mapped first. */
  readonly vocabularies: readonly string[];
  /** Columns (references, in JSON and XML) whose cells no release holds; `PRIVATE_ALL` among them: none is held. */
  readonly privateColumns?: readonly string[];
  /** What happens on a fault of the mapping. */
  readonly policy: MappingPolicy;
  /** Faults of the mapping for each record, 0 to 1, above which a release is refused; absent: no limit. */
  readonly faultLimit?: number;
  /** Share of quarantined things, 0 to 1, above which a release is refused. */
  readonly quarantineLimit: number;
  /** The description as N-Triples lines about the dataset's IRI. */
  readonly statements: readonly string[];
  /** Property IRI → where `dataset.yml` says it. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Stands for all columns. */
export const PRIVATE_ALL = '*';

/** The largest share of quarantined things where a dataset declares none. */
export const DEFAULT_QUARANTINE_LIMIT = 0.05;

/** `<base>id/<slug>/`: the URI space of a dataset's things. */
export const thingSpace = (base: string, slug: string): string => `${base}id/${slug}/`;

/** `<base>dataset/<slug>`: the dataset's IRI, which is also its named graph. */
export const datasetIri = (base: string, slug: string): string => `${base}dataset/${slug}`;
