import { visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';

/** What is said of a file that has come and is not what was sent. */
export const cutShort = (url: string, bytes: number, total: number): HarvestFailure =>
  new HarvestFailure(
    'cut-short',
    {
      fr: `${visible(url)} s’arrête à ${bytes.toLocaleString('fr')} octets sur ${total.toLocaleString('fr')}.`,
      en: `${visible(url)} stops at ${bytes.toLocaleString('en')} bytes of ${total.toLocaleString('en')}.`,
    },
    {
      fr: 'Réessayez plus tard ; la source d’avant reste en place.',
      en: 'Try again later; the source of before stays in place.',
    },
  );

export const damagedCoding = (url: string, reason: string): HarvestFailure =>
  new HarvestFailure(
    'cut-short',
    {
      fr: `${visible(url)} ne se décompresse pas jusqu’au bout (${visible(reason)}).`,
      en: `${visible(url)} cannot be unpacked to its end (${visible(reason)}).`,
    },
    {
      fr: 'Réessayez plus tard ; la source d’avant reste en place.',
      en: 'Try again later; the source of before stays in place.',
    },
  );

export const otherDigest = (url: string, told: string, algorithm: string): HarvestFailure =>
  new HarvestFailure(
    'digest',
    {
      fr: `${visible(url)} n’a pas l’empreinte ${algorithm} que ${told} annonce.`,
      en: `${visible(url)} has not the ${algorithm} digest that ${told} tells.`,
    },
    {
      fr: 'Le fichier est abîmé, ou a changé entre-temps : réessayez plus tard.',
      en: 'The file is damaged, or has changed meanwhile: try again later.',
    },
  );

export const bomb = (url: string, ratio: number): HarvestFailure =>
  new HarvestFailure(
    'bomb',
    {
      fr: `Décompressé, ${visible(url)} fait plus de ${ratio} fois sa taille : c’est la marque d’une bombe de décompression.`,
      en: `Unpacked, ${visible(url)} is more than ${ratio} times its size: the mark of a decompression bomb.`,
    },
    {
      fr: 'Ouvrez l’adresse pour voir ce qu’elle donne.',
      en: 'Open the address to see what it gives.',
    },
  );

export const otherMediaType = (url: string, type: string, isPage: boolean): HarvestFailure =>
  new HarvestFailure(
    'media-type',
    {
      fr: `${visible(url)} répond ${isPage ? 'par une page HTML' : `par « ${visible(type.slice(0, 100))} »`}, et non par les données.`,
      en: `${visible(url)} answers with ${isPage ? 'an HTML page' : `“${visible(type.slice(0, 100))}”`}, not with the data.`,
    },
    isPage
      ? {
          fr: 'Un portail répond ainsi quand la ressource a changé de place : cherchez sa nouvelle adresse et corrigez « harvest ».',
          en: 'A portal answers so where a resource has moved: look for its new address and correct “harvest”.',
        }
      : {
          fr: 'Si c’est bien la source, déclarez ce type (harvest: { type: … }).',
          en: 'If it is the source all the same, declare that type (harvest: { type: … }).',
        },
  );
