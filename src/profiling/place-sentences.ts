import type { Bilingual } from '../model/index.ts';
import type { PlaceCandidate } from './place-candidates.ts';
import type { PlaceTrial } from './place-trials.ts';
import { figures, quoted } from './sentences.ts';

const ORDERS = {
  'lat-long': { fr: 'latitude puis longitude', en: 'latitude, then longitude' },
  'long-lat': { fr: 'longitude puis latitude', en: 'longitude, then latitude' },
};

const PROOFS: Readonly<Record<PlaceTrial['by'], Bilingual>> = {
  point: {
    fr: 'à l’endroit que disent les autres coordonnées de la ligne',
    en: 'where the other coordinates of the row are',
  },
  department: { fr: 'dans le département que dit la ligne', en: 'in the département that the row tells' },
  france: { fr: 'en France', en: 'in France' },
  range: { fr: 'dans les limites de la Terre', en: 'within the limits of the Earth' },
};

/** What coordinates were concluded from. */
export function placeEvidence(candidate: PlaceCandidate, trial: PlaceTrial, toldBy?: string): Bilingual {
  const read = readAs(trial);
  const [right, tried] = [figures(trial.right), figures(trial.tried)];
  const proof = PROOFS[trial.by];
  const told =
    toldBy === undefined
      ? { fr: '', en: '' }
      : { fr: `, comme le dit ${quoted([toldBy]).fr}`, en: `, as ${quoted([toldBy]).en} says` };
  const against = contradicted(candidate, trial);
  return {
    fr: `Lus comme ${read.fr}, ${right.fr} points essayés sur ${tried.fr} sont ${proof.fr}${told.fr}${against.fr}.`,
    en: `Read as ${read.en}, ${right.en} of ${tried.en} points tried are ${proof.en}${told.en}${against.en}.`,
  };
}

const readAs = ({ reference }: PlaceTrial): Bilingual =>
  reference.kind === 'wgs84'
    ? ORDERS[reference.order]
    : { fr: `EPSG:${reference.epsg}`, en: `EPSG:${reference.epsg}` };

/** A header that says something else than the values do. */
function contradicted({ columns }: PlaceCandidate, { reference }: PlaceTrial): Bilingual {
  const names = columns.map(({ profile }) => profile.name).join(' ');
  const says = (what: string, truth: Bilingual): Bilingual => ({
    fr: ` ; l’en-tête laisse croire ${what === 'x' ? 'que la longitude vient d’abord' : 'à du Lambert-93'}, ${truth.fr}`,
    en: `; the header suggests ${what === 'x' ? 'that longitude comes first' : 'Lambert-93'}, ${truth.en}`,
  });
  if (reference.kind === 'projected' && reference.epsg !== 2154 && /lb?93|lambert ?93/i.test(names))
    return says('93', { fr: 'les valeurs disent autre chose', en: 'the values say otherwise' });
  if (
    reference.kind === 'wgs84' &&
    reference.order === 'lat-long' &&
    /(?:^|[_\s])x(?:[_\s]|$)/i.test(columns[0]?.profile.name ?? '')
  )
    return says('x', { fr: 'les valeurs disent le contraire', en: 'the values say the contrary' });
  return { fr: '', en: '' };
}
