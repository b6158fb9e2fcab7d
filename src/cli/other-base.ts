import { Fault } from '../model/index.ts';

/** A release whose IRIs begin otherwise than the setting says. */
export const otherBase = (released: string, wanted: string): Fault =>
  new Fault(
    {
      fr: `La version publiée a pour base ${released}, le réglage CIMAISE_BASE_IRI ${wanted}.`,
      en: `The release has the base ${released}, the setting CIMAISE_BASE_IRI ${wanted}.`,
    },
    {
      fr: 'Corrigez le réglage, ou construisez de nouveau (cimaise build).',
      en: 'Correct the setting, or build again (cimaise build).',
    },
  );
