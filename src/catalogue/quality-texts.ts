import type { Bilingual, MeasuredConstraint } from '../model/index.ts';

interface MetricTexts {
  readonly label: Bilingual;
  readonly definition: Bilingual;
}

/** Metrics that every dataset has: fragment → words. */
export const METRICS = {
  'published-share': {
    label: { fr: 'Part des choses publiées', en: 'Share of things published' },
    definition: {
      fr: 'Choses publiées, rapportées à celles que décrit la source ; les autres contreviennent à une forme et sont écartées. De 0 à 1.',
      en: 'Things published, as a share of those that the source describes; the others violate a shape and are left out. From 0 to 1.',
    },
  },
  'violation-count': {
    label: { fr: 'Nombre de violations', en: 'Number of violations' },
    definition: {
      fr: 'Résultats de validation de gravité « violation » : la chose concernée n’est pas publiée.',
      en: 'Validation results of the severity “violation”: the thing concerned is not published.',
    },
  },
  'warning-count': {
    label: { fr: 'Nombre d’avertissements', en: 'Number of warnings' },
    definition: {
      fr: 'Résultats de validation de gravité « avertissement » : la chose concernée est publiée avec une note.',
      en: 'Validation results of the severity “warning”: the thing concerned is published with a note.',
    },
  },
  'info-count': {
    label: { fr: 'Nombre d’informations', en: 'Number of infos' },
    definition: {
      fr: 'Résultats de validation de gravité « information » : ils servent aux statistiques.',
      en: 'Validation results of the severity “info”: they serve statistics.',
    },
  },
} as const satisfies Record<string, MetricTexts>;

export const QUALITY_TEXTS = {
  title: (slug: string): Bilingual => ({
    fr: `Qualité du jeu de données « ${slug} »`,
    en: `Quality of the dataset “${slug}”`,
  }),
  validation: (slug: string): Bilingual => ({
    fr: `Validation du jeu de données « ${slug} » par ses formes SHACL`,
    en: `Validation of the dataset “${slug}” by its SHACL shapes`,
  }),
  metrics: { fr: 'Mesures de la qualité', en: 'Metrics of quality' },
};

/** The words of the two metrics of a constraint. */
export function constraintTexts({
  name,
  asks,
}: MeasuredConstraint): Readonly<Record<'kept' | 'faults', MetricTexts>> {
  const asked: Bilingual = { fr: `${name.fr} : ${asks.fr}`, en: `${name.en}: ${asks.en}` };
  return {
    kept: {
      label: asked,
      definition: {
        fr: `Part des nœuds jugés qui respectent « ${asked.fr} ». De 0 à 1.`,
        en: `Share of the nodes judged that keep “${asked.en}”. From 0 to 1.`,
      },
    },
    faults: {
      label: { fr: `${asked.fr} (manquements)`, en: `${asked.en} (faults)` },
      definition: {
        fr: `Nombre de nœuds jugés qui ne respectent pas « ${asked.fr} ».`,
        en: `Number of nodes judged that do not keep “${asked.en}”.`,
      },
    },
  };
}
