import { Fault } from '../model/index.ts';

/** A release whose IRIs begin otherwise than the project or its surroundings say. */
export const otherBase = (released: string, wanted: string): Fault =>
  new Fault(
    {
      fr: `La version publiée a pour base ${released}, le projet ${wanted} (base de data/site.yml, ou CIMAISE_BASE_IRI).`,
      en: `The release has the base ${released}, the project ${wanted} (base of data/site.yml, or CIMAISE_BASE_IRI).`,
    },
    {
      fr: 'Corrigez cette base, ou construisez de nouveau (cimaise build).',
      en: 'Correct this base, or build again (cimaise build).',
    },
  );
