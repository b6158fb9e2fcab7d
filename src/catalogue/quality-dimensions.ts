import type { Bilingual } from '../model/index.ts';
import { dqv, ldqd, type RDF, skos } from '../rdf/index.ts';
import { about } from './statements.ts';

const LABELS: Readonly<Record<string, Bilingual>> = {
  [ldqd.completeness]: { fr: 'Complétude', en: 'Completeness' },
  [ldqd.syntacticValidity]: { fr: 'Validité de la forme', en: 'Syntactic validity' },
  [ldqd.consistency]: { fr: 'Cohérence', en: 'Consistency' },
  [ldqd.conciseness]: { fr: 'Unicité', en: 'Conciseness' },
};
const INTRINSIC: Bilingual = { fr: 'Dimensions intrinsèques', en: 'Intrinsic dimensions' };

const GROUPS: readonly (readonly [dimension: string, components: string])[] = [
  [ldqd.completeness, 'MinCount QualifiedMinCount HasValue'],
  [
    ldqd.syntacticValidity,
    'Datatype NodeKind Pattern MinLength MaxLength LanguageIn In MinInclusive MaxInclusive MinExclusive MaxExclusive',
  ],
  [ldqd.conciseness, 'MaxCount QualifiedMaxCount UniqueLang'],
];

const BY_COMPONENT: ReadonlyMap<string, string> = new Map(
  GROUPS.flatMap(([dimension, components]) =>
    components.split(' ').map((name): [string, string] => [`${name}ConstraintComponent`, dimension]),
  ),
);

/** The dimension that a constraint measures: what is not missing, ill-formed or repeated contradicts something. */
export const dimensionOf = (component: string): string => BY_COMPONENT.get(component) ?? ldqd.consistency;

/** Dimensions with their category, labelled in both languages. */
export function describeDimensions(dimensions: Iterable<string>): RDF.Quad[] {
  const named = [...new Set(dimensions)].flatMap((dimension) =>
    about(
      dimension,
      [dqv.Dimension],
      [
        [skos.prefLabel, LABELS[dimension]],
        [dqv.inCategory, ldqd.intrinsicDimensions],
      ],
    ),
  );
  return [...named, ...about(ldqd.intrinsicDimensions, [dqv.Category], [[skos.prefLabel, INTRINSIC]])];
}
