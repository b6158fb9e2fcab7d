import { type Bilingual, type Complaint, joined, recordCount, visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';
import { type Drift, lostText } from './drift.ts';

/** What is said of a new file that does not take the place of the one before. */

export const unreadableSource = (
  url: string,
  complaints: readonly Complaint[],
  message: string | undefined,
): HarvestFailure => {
  const [first] = complaints;
  const said =
    message === undefined
      ? { fr: '', en: '' }
      : { fr: ` Il y est écrit : « ${visible(message)} ».`, en: ` It says: “${visible(message)}”.` };
  const at =
    first?.place.line === undefined
      ? { fr: '', en: '' }
      : { fr: ` (ligne ${first.place.line})`, en: ` (line ${first.place.line})` };
  return new HarvestFailure(
    'unreadable',
    {
      fr: `Ce que ${visible(url)} a donné ne se lit pas jusqu’au bout${at.fr} : ${first?.found.fr ?? ''}${said.fr}`,
      en: `What ${visible(url)} gave cannot be read to its end${at.en}: ${first?.found.en ?? ''}${said.en}`,
    },
    first?.remedy ?? KEPT,
  );
};

const KEPT: Bilingual = {
  fr: 'La source d’avant reste en place. Réessayez plus tard ; si cela dure, écrivez au portail.',
  en: 'The source of before stays in place. Try again later; if it lasts, write to the portal.',
};

export const errorInside = (url: string, message: string): HarvestFailure =>
  new HarvestFailure(
    'error-inside',
    {
      fr: `${visible(url)} a commencé à répondre, puis a échoué : le fichier finit par « ${visible(message)} ».`,
      en: `${visible(url)} began to answer and then failed: the file ends in “${visible(message)}”.`,
    },
    KEPT,
  );

export const errorInstead = (url: string, message: string): HarvestFailure => {
  const said = visible(message.trim().replace(/\s+/g, ' ').slice(0, 300));
  return new HarvestFailure(
    'error-inside',
    {
      fr: `${visible(url)} répond par un message, et non par les données : « ${said} ».`,
      en: `${visible(url)} answers with a message, not with the data: “${said}”.`,
    },
    KEPT,
  );
};

export const cutInRow = (url: string, row: number): HarvestFailure =>
  new HarvestFailure(
    'cut-short',
    {
      fr: `${visible(url)} s’arrête au milieu de l’enregistrement ${row.toLocaleString('fr')}.`,
      en: `${visible(url)} stops in the middle of record ${row.toLocaleString('en')}.`,
    },
    KEPT,
  );

export const noRecord = (url: string): HarvestFailure =>
  new HarvestFailure(
    'empty',
    { fr: `${visible(url)} n’a donné aucun enregistrement.`, en: `${visible(url)} gave no record.` },
    KEPT,
  );

export const fallen = (before: number, now: number, share: number): HarvestFailure =>
  new HarvestFailure(
    'fallen',
    {
      fr: `Il n’y a plus que ${recordCount(now).fr} au lieu de ${before.toLocaleString('fr')}, une baisse de plus de ${percent(share, 'fr')}.`,
      en: `${now === 1 ? 'There is' : 'There are'} only ${recordCount(now).en} instead of ${before.toLocaleString('en')}, a fall of more than ${percent(share, 'en')}.`,
    },
    {
      fr: 'Si c’est juste, acceptez ce fichier (cimaise harvest --accept), ou déclarez une part plus grande (harvest: { fall: … }).',
      en: 'If that is right, accept this file (cimaise harvest --accept), or declare a larger share (harvest: { fall: … }).',
    },
  );

const percent = (share: number, language: 'fr' | 'en'): string =>
  share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 });

/** Records that an interface promises and does not give: a page was lost on the way. */
export const notAll = (url: string, told: number, found: number): HarvestFailure =>
  new HarvestFailure(
    'cut-short',
    {
      fr: `${visible(url)} annonce ${recordCount(told).fr} et en a donné ${found.toLocaleString('fr')}.`,
      en: `${visible(url)} tells of ${recordCount(told).en} and gave ${found.toLocaleString('en')}.`,
    },
    KEPT,
  );

export const otherColumns = ({ lost, isOther }: Drift): HarvestFailure => {
  const needed = lost.filter(({ read }) => read !== undefined);
  const told = (needed.length > 0 ? needed : lost).slice(0, 10).map(lostText);
  const head: Bilingual = isOther
    ? {
        fr: 'C’est une autre table : aucune colonne d’avant n’y est.',
        en: 'It is another table: no column of before is there.',
      }
    : { fr: 'L’en-tête a changé.', en: 'The header has changed.' };
  return new HarvestFailure('columns', joined([head, ...told], ' '), {
    fr: 'Complétez les alias du mapping et recommencez ; la source d’avant reste en place.',
    en: 'Complete the aliases of the mapping and try again; the source of before stays in place.',
  });
};
