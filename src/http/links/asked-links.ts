import type { Request } from 'express';
import type { Bilingual } from '../../model/index.ts';
import { dcterms, isIri } from '../../rdf/index.ts';
import { expandedIri } from '../expanded-iri.ts';
import { problem } from '../problem.ts';

/** Which incoming links of a thing a request asks for. */
export interface AskedLinks {
  /** IRI. */
  readonly property: string;
  /** IRI to continue after. */
  readonly after?: string;
}

const LONGEST = 2000;

/**
 * Reads `?incoming=<property>&after=<IRI>`; the property may be written with a prefix (`schema:about`).
 * @returns undefined where the request asks for no page of links
 * @throws Problem where it is asked wrongly
 */
export function askedLinks(
  { originalUrl }: Pick<Request, 'originalUrl'>,
  base: string,
): AskedLinks | undefined {
  const mark = originalUrl.indexOf('?');
  if (mark < 0) return undefined;
  const parameters = new URLSearchParams(originalUrl.slice(mark + 1));
  const property = single(parameters, 'incoming');
  const after = single(parameters, 'after');
  if (property === undefined && after === undefined) return undefined;
  if (property === undefined) throw malformed(WITHOUT_PROPERTY);
  const iri = expandedIri(property, base);
  if (!isWithinBounds(iri)) throw malformed(notIri('incoming'));
  if (after !== undefined && !isWithinBounds(after)) throw malformed(notIri('after'));
  return { property: iri, ...(after !== undefined && { after }) };
}

function single(parameters: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = parameters.getAll(name);
  if (more.length > 0) throw malformed(givenTwice(name));
  return value;
}

const isWithinBounds = (iri: string): boolean => iri.length <= LONGEST && isIri(iri);

const malformed = (explanation: Bilingual) => problem('bad-request', explanation);

const WITHOUT_PROPERTY: Bilingual = {
  fr: 'after dit après quelle ressource continuer ; ajoutez incoming=, la propriété dont vous voulez les liens.',
  en: 'after tells after which thing to go on; add incoming=, the property whose links you want.',
};
const givenTwice = (name: string): Bilingual => ({
  fr: `${name} est donné plusieurs fois ; donnez-le une fois.`,
  en: `${name} is given more than once; give it once.`,
});
const notIri = (name: string): Bilingual => ({
  fr: `${name} doit être une IRI entière d’au plus ${LONGEST} caractères, par exemple ${name}=${encodeURIComponent(dcterms.subject)}.`,
  en: `${name} must be a whole IRI of at most ${LONGEST} characters, for example ${name}=${encodeURIComponent(dcterms.subject)}.`,
});
