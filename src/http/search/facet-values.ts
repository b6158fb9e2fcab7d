import { nearest } from '../../documents/index.ts';
import { type Bilingual, type Facet, iriOfPath, same } from '../../model/index.ts';
import { writtenValue } from '../../pages/index.ts';
import { isIri } from '../../rdf/index.ts';
import { expandedIri } from '../expanded-iri.ts';
import { badValue } from './search-problems.ts';

/** What values of facets are read against. */
export interface KnownValues {
  /** Base IRI of the release. */
  readonly base: string;
  /** Slugs of the datasets there are. */
  readonly slugs: readonly string[];
  /** IRIs of the classes there are: only asked for what may have been meant. */
  readonly classes: () => readonly string[];
}

const LONGEST = 1000;

/**
 * A value of a facet as the finder takes it. IRIs may be written whole, as a path of this site, or with a known prefix.
 * @throws HttpProblem 400 that says what is accepted
 */
export function readFacetValue(facet: Facet, written: string, known: KnownValues): string {
  if (facet === 'dataset') return readSlug(written, known);
  if (facet === 'period') return readCentury(written);
  const iri = written.startsWith('/') ? iriOfPath(written, known.base) : expandedIri(written, known.base);
  if (iri.length <= LONGEST && isAbsolute(iri)) return iri;
  throw facet === 'type'
    ? badValue({ name: facet, value: written }, CLASS, meantClass(written, known))
    : badValue({ name: facet, value: written }, THING);
}

/** The class whose name, without its namespace, is most like what was written. */
function meantClass(written: string, { classes, base }: KnownValues): string | undefined {
  const names = new Map(classes().map((iri) => [localName(iri), writtenValue(iri, base)]));
  const name = nearest(localName(written), names.keys());
  return name === undefined ? undefined : names.get(name);
}

const localName = (iri: string): string =>
  iri.slice(Math.max(...['/', '#', ':'].map((one) => iri.lastIndexOf(one))) + 1);

const isAbsolute = (iri: string): boolean => isIri(iri) && /^(?:https?|urn):/i.test(iri);

function readSlug(written: string, { slugs }: KnownValues): string {
  if (slugs.includes(written)) return written;
  throw badValue({ name: 'dataset', value: written }, same(slugs.join(', ')), nearest(written, slugs));
}

/** There is no century 0. */
function readCentury(written: string): string {
  if (/^-?[1-9]\d{0,3}$/.test(written)) return written;
  throw badValue({ name: 'period', value: written }, CENTURY);
}

const CENTURY: Bilingual = {
  fr: 'le nombre d’un siècle (19 ; -1 pour le premier avant notre ère)',
  en: 'the number of a century (19; -1 for the first before our era)',
};
const CLASS: Bilingual = {
  fr: 'l’IRI d’une classe, entière ou avec un préfixe connu (schema:Museum)',
  en: 'the IRI of a class, whole or with a known prefix (schema:Museum)',
};
const THING: Bilingual = {
  fr: 'l’IRI d’une ressource publiée ici, entière ou par son chemin (/id/…)',
  en: 'the IRI of a thing that is published here, whole or by its path (/id/…)',
};
