import { type Bilingual, recordCount, visible } from '../../model/index.ts';
import { HarvestFailure } from '../failure.ts';

/** What is said of an interface that does not answer as its documentation has it. */
const shown = (text: string): string => visible(text.slice(0, 300));

export const otherShape = (url: string, expected: string): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `${shown(url)} ne répond pas comme cette interface doit répondre (${expected} manque).`,
      en: `${shown(url)} does not answer as this interface must (${expected} is missing).`,
    },
    {
      fr: 'Vérifiez l’adresse (« harvest », dans dataset.yml) ; le portail a peut-être changé de logiciel.',
      en: 'Check the address (“harvest”, in dataset.yml); the portal has perhaps changed its software.',
    },
  );

export const noResource = (
  portal: string,
  wanted: string,
  { near, titles }: { readonly near: string | undefined; readonly titles: readonly string[] },
): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Le jeu n’a pas de ressource « ${shown(wanted)} » sur ${shown(portal)}.`,
      en: `The dataset has no resource “${shown(wanted)}” on ${shown(portal)}.`,
    },
    near === undefined
      ? {
          fr: `Il y a : ${listed(titles)}.`,
          en: `There are: ${listed(titles)}.`,
        }
      : { fr: `Vouliez-vous dire « ${shown(near)} » ?`, en: `Did you mean “${shown(near)}”?` },
  );

export const severalResources = (wanted: string, ids: readonly string[]): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Plusieurs ressources s’appellent « ${shown(wanted)} ».`,
      en: `Several resources are called “${shown(wanted)}”.`,
    },
    {
      fr: `Donnez l’identifiant de celle qui est voulue : ${listed(ids)}.`,
      en: `Give the identifier of the one that is meant: ${listed(ids)}.`,
    },
  );

const listed = (texts: readonly string[]): string =>
  `${texts.slice(0, 10).map(shown).join(', ')}${texts.length > 10 ? ', …' : ''}`;

export const pagesInCircle = (url: string): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Les pages de ${shown(url)} tournent en rond ou n’ont pas de fin.`,
      en: `The pages of ${shown(url)} go round in circles or have no end.`,
    },
    { fr: 'Dites-le au portail.', en: 'Tell the portal.' },
  );

export const elsewhere = (url: string): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `La page suivante serait sur un autre site (${shown(url)}) : elle n’est pas demandée.`,
      en: `The next page would be on another site (${shown(url)}): it is not asked.`,
    },
    { fr: 'Dites-le au portail.', en: 'Tell the portal.' },
  );

export const changedColumns = (url: string, column: string): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `D’une page à l’autre de ${shown(url)}, les colonnes changent (« ${shown(column)} »).`,
      en: `From one page of ${shown(url)} to the next the columns change (“${shown(column)}”).`,
    },
    {
      fr: 'La table a été remplacée pendant la lecture : réessayez.',
      en: 'The table was replaced while it was read: try again.',
    },
  );

export const unwritableDialect = (what: string): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Ce qui vient d’une interface est écrit en CSV UTF-8, et la source déclare ${what}.`,
      en: `What comes from an interface is written as CSV in UTF-8, and the source declares ${what}.`,
    },
    {
      fr: 'Retirez « encoding » et « quote » de la source ; séparateurs possibles : ; , | et tabulation.',
      en: 'Remove “encoding” and “quote” from the source; possible delimiters: ; , | and tab.',
    },
  );

export const beyondPages = (url: string, total: number, most: number): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `${shown(url)} refuse l’export, et ses pages s’arrêtent à ${recordCount(most).fr} sur ${total.toLocaleString('fr')} : rien n’est coupé en silence.`,
      en: `${shown(url)} refuses the export, and its pages end at ${recordCount(most).en} of ${total.toLocaleString('en')}: nothing is cut silently.`,
    },
    {
      fr: 'Déclarez un champ sans doublon qui donne un ordre (harvest: { key: … }), ou une condition (where) qui en choisit moins.',
      en: 'Declare a field without equal values that gives an order (harvest: { key: … }), or a condition (where) that chooses fewer.',
    },
  );

export const noOrder = (key: string, reason: Bilingual): HarvestFailure =>
  new HarvestFailure(
    'interface',
    {
      fr: `Le champ « ${shown(key)} » ne donne pas d’ordre : ${reason.fr}.`,
      en: `The field “${shown(key)}” gives no order: ${reason.en}.`,
    },
    {
      fr: 'Déclarez un autre champ (harvest: { key: … }).',
      en: 'Declare another field (harvest: { key: … }).',
    },
  );
