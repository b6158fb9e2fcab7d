import { type Bilingual, Fault } from '../../model/index.ts';
import type { Capacity } from './capacity.ts';

/** What to tell of a release that an embedded store cannot hold. */
export function capacityFault(capacity: Exclude<Capacity, { kind: 'fits' }>): Fault {
  return capacity.kind === 'too-large'
    ? new Fault(tooLarge(capacity), { fr: `${OTHERS.fr}.`, en: `${OTHERS.en}.` })
    : new Fault(littleMemory(capacity), {
        fr: `Donnez plus de mémoire, ou ${lower(OTHERS.fr)}.`,
        en: `Give more memory, or ${lower(OTHERS.en)}.`,
      });
}

const tooLarge = ({ statements, ceiling }: Extract<Capacity, { kind: 'too-large' }>): Bilingual => ({
  fr: `La version publiée compte ${counted(statements, 'fr')} énoncés ; l’entrepôt en mémoire en contient environ ${counted(ceiling, 'fr')} de cette sorte.`,
  en: `The release has ${counted(statements, 'en')} statements; the store in memory holds about ${counted(ceiling, 'en')} of this kind.`,
});

const littleMemory = ({ needed, available }: Extract<Capacity, { kind: 'little-memory' }>): Bilingual => ({
  fr: `L’entrepôt en mémoire a besoin d’environ ${gigabytes(needed, 'fr')} Go pour cette version ; ${gigabytes(available, 'fr')} Go sont libres.`,
  en: `The store in memory needs about ${gigabytes(needed, 'en')} GB for this release; ${gigabytes(available, 'en')} GB are free.`,
});

const OTHERS: Bilingual = {
  fr: 'Choisissez un entrepôt sur disque (CIMAISE_STORE=native) ou un serveur SPARQL (CIMAISE_STORE=endpoint)',
  en: 'Choose a store on disk (CIMAISE_STORE=native) or a SPARQL server (CIMAISE_STORE=endpoint)',
};

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const counted = (count: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(count);

const gigabytes = (bytes: number, language: 'fr' | 'en'): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(bytes / 1e9);
