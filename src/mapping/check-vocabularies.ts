import { nearest } from '../documents/index.ts';
import type { Bilingual, Complaint } from '../model/index.ts';
import { argumentOf } from './arguments.ts';
import { callsIn } from './check.ts';
import { findFunction } from './functions/index.ts';
import { type Call, itemsOfArgument, type Mapping } from './rules.ts';

/** Vocabularies that a mapping may look up in. */
export interface Vocabularies {
  /** Slugs that the dataset declares. */
  readonly declared: readonly string[];
  /** Slugs of the project: what could be declared. */
  readonly possible: readonly string[];
}

/**
 * Look-ups in vocabularies that the dataset does not declare: they would find nothing, value after value.
 * @param vocabularies undefined outside a project, where there is none to look up in
 */
export function checkVocabularies(
  mapping: Mapping,
  vocabularies: Vocabularies | undefined,
): readonly Complaint[] {
  return callsIn(mapping).flatMap((call) => {
    const slugs = slugsOf(call);
    if (slugs === undefined) return [];
    if (vocabularies === undefined) return [noProject(call)];
    return slugs
      .filter((slug) => !vocabularies.declared.includes(slug))
      .map((slug) => undeclared(call, slug, vocabularies));
  });
}

/** Constant slugs of a call that looks up; undefined where it does not look anything up. */
export function slugsOf(call: Call): readonly string[] | undefined {
  const known = findFunction(call.function);
  const parameter = known?.parameters.find(({ namesVocabulary }) => namesVocabulary);
  if (known === undefined || parameter === undefined) return undefined;
  const given = argumentOf(call, known, parameter);
  return given === undefined
    ? []
    : itemsOfArgument(given).flatMap((one) => (one.kind === 'constant' ? [one.value] : []));
}

const undeclared = (call: Call, slug: string, { declared, possible }: Vocabularies): Complaint => ({
  place: call.place,
  found: {
    fr: `« ${slug} » n’est pas un vocabulaire que ce jeu de données déclare.`,
    en: `“${slug}” is not a vocabulary that this dataset declares.`,
  },
  remedy: possible.includes(slug) ? toDeclare(slug) : meant(slug, [...declared, ...possible]),
});

const toDeclare = (slug: string): Bilingual => ({
  fr: `Ajoutez-le dans dataset.yml : vocabularies: [${slug}].`,
  en: `Add it in dataset.yml: vocabularies: [${slug}].`,
});

function meant(slug: string, slugs: readonly string[]): Bilingual {
  const near = nearest(slug, slugs);
  if (near !== undefined) return { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` };
  return {
    fr: 'Publiez-le comme jeu de données du projet, et déclarez-le dans dataset.yml (vocabularies).',
    en: 'Publish it as a dataset of the project, and declare it in dataset.yml (vocabularies).',
  };
}

const noProject = ({ place }: Call): Complaint => ({
  place,
  found: {
    fr: 'Cette fonction cherche dans un vocabulaire du projet, et ce mapping est lancé sans projet.',
    en: 'This function looks up in a vocabulary of the project, and this mapping is run without one.',
  },
  remedy: {
    fr: 'Construisez le projet dont elle fait partie (cimaise build), ou écrivez les IRI autrement.',
    en: 'Build the project that it is part of (cimaise build), or write the IRIs in another way.',
  },
});
