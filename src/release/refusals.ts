import { countOf } from '../mapping/index.ts';
import type { Complaint, Dataset, ReleasedDataset } from '../model/index.ts';
import { cimaise } from '../rdf/index.ts';

/** Why a dataset that was built may not be published; nothing where it may. */
export function refusalsOf(dataset: Dataset, released: ReleasedDataset): readonly Complaint[] {
  return [...faultRefusals(dataset, released), ...shapeRefusals(dataset, released)];
}

/** Under `strict` no fault is one too few, those of reading included. */
function faultRefusals(
  { policy, faultLimit, place, places }: Dataset,
  { mapping }: ReleasedDataset,
): readonly Complaint[] {
  const limit = policy === 'strict' ? 0 : faultLimit;
  const faults = countOf(mapping);
  if (limit === undefined || faults <= limit * mapping.records) return [];
  const at = places.get(policy === 'strict' ? cimaise.policy : cimaise.faultLimit) ?? place;
  return [{ place: at, ...tooManyFaults(faults, mapping.records, limit) }];
}

function shapeRefusals(
  { slug, source, place, places, quarantineLimit }: Dataset,
  released: ReleasedDataset,
): readonly Complaint[] {
  const { things } = released.validation;
  if (things === 0) {
    return [{ place: { file: source.shown }, ...nothingAtAll(slug, released.records) }];
  }
  const share = released.quarantined / things;
  if (share <= quarantineLimit) return [];
  return [{ place: places.get(cimaise.quarantineLimit) ?? place, ...tooMany(released, quarantineLimit) }];
}

const percent = (share: number) => ({
  fr: `${(share * 100).toLocaleString('fr', { maximumFractionDigits: 1 })} %`,
  en: `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`,
});

function tooManyFaults(faults: number, records: number, limit: number): Pick<Complaint, 'found' | 'remedy'> {
  const allowed = percent(limit);
  return {
    found: {
      fr: `Le mapping a rencontré ${faults} défauts dans ${records} enregistrements ; la limite est de ${allowed.fr}.`,
      en: `The mapping met ${faults} faults in ${records} records; the limit is ${allowed.en}.`,
    },
    remedy: {
      fr: 'Corrigez la source ou le mapping ; les rapports en comptent les causes. La version publiée reste en place.',
      en: 'Correct the source or the mapping; the reports count the causes. The published release stays in place.',
    },
  };
}

const nothingAtAll = (slug: string, records: number): Pick<Complaint, 'found' | 'remedy'> => ({
  found: {
    fr: `Aucune chose n’est décrite (${records} enregistrements lus) : un jeu de données vide n’est pas publié.`,
    en: `No thing is described (${records} records read): an empty dataset is not published.`,
  },
  remedy: {
    fr: `Vérifiez la source, l’itérateur et le sujet des règles, qui doit commencer par « id:${slug}/ ».`,
    en: `Check the source, the iterator and the subjects of the rules, which must begin with “id:${slug}/”.`,
  },
});

function tooMany(
  { quarantined, validation }: ReleasedDataset,
  limit: number,
): Pick<Complaint, 'found' | 'remedy'> {
  const share = percent(quarantined / validation.things);
  const allowed = percent(limit);
  return {
    found: {
      fr: `${quarantined} choses sur ${validation.things} (${share.fr}) contreviennent aux formes ; la limite est de ${allowed.fr}.`,
      en: `${quarantined} of ${validation.things} things (${share.en}) violate the shapes; the limit is ${allowed.en}.`,
    },
    remedy: {
      fr: 'Corrigez la source ou les formes ; les rapports en comptent les causes. La version publiée reste en place.',
      en: 'Correct the source or the shapes; the reports count the causes. The published release stays in place.',
    },
  };
}
