import { LANGUAGES, type Withdrawal } from '../model/index.ts';
import { dcterms, owl, prov, type RDF, skos, text, typed, xsd } from '../rdf/index.ts';
import { about } from './statements.ts';

/** The graph of a release that says what became of the IRIs that are gone. */
export const ledgerIri = (base: string): string => `${base}ledger`;

/**
 * What is said of an IRI that is withdrawn or replaced: that it is not to be used any more (`owl:deprecated`), from when
 * on (`prov:invalidatedAtTime`, the beginning of the day, UTC), what stands in its place (`dcterms:isReplacedBy`), and why
 * (`skos:changeNote`, in the languages in which it was written). Quads of the default graph.
 */
export function describeWithdrawal({ iri, date, replacedBy, reason }: Withdrawal): RDF.Quad[] {
  const reasons = LANGUAGES.filter((language) => reason[language] !== '').map((language) =>
    text(reason[language], language),
  );
  return about(
    iri,
    [],
    [
      [owl.deprecated, typed('true', xsd.boolean)],
      [prov.invalidatedAtTime, typed(`${date}T00:00:00Z`, xsd.dateTime)],
      [dcterms.isReplacedBy, replacedBy],
      [skos.changeNote, ...reasons],
    ],
  );
}
