import { same } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

/** What services of reconciliation say to their clients: names of settings. */
export const RECONCILING = {
  site: same('Cimaise'),
  limit: bilingual('Nombre de valeurs', 'Number of values'),
  limitHelp: bilingual('0 : toutes, 200 au plus.', '0: all, 200 at most.'),
  content: bilingual('Ce qui est rendu', 'What is returned'),
  contentHelp: bilingual(
    'Les choses publiées ici restent des choses rapprochées, ou deviennent du texte.',
    'Things published here stay reconciled things, or become text.',
  ),
  contentValue: bilingual('les valeurs', 'the values'),
  contentName: bilingual('leurs noms', 'their names'),
  contentIri: bilingual('leurs adresses permanentes', 'their permanent addresses'),
  contentCount: bilingual('leur nombre', 'their number'),
  language: bilingual('Langue des textes', 'Language of texts'),
  languageHelp: bilingual(
    'Les autres langues viennent quand il n’y a rien dans celle-ci.',
    'Other languages come where there is nothing in this one.',
  ),
  anyLanguage: bilingual('toutes', 'any'),
} satisfies TextTable;

export const RECONCILIATION = {
  title: bilingual('Rapprocher un tableau', 'Reconcile a table'),
  lead: bilingual(
    'Vous avez un tableau avec des noms de musées, d’artistes ou de lieux ? Retrouvez pour chaque ligne la chose publiée ici, puis ramenez dans votre tableau son identifiant, ses coordonnées, ses liens.',
    'Do you have a table with names of museums, artists or places? Find for each row the thing published here, then bring its identifier, coordinates and links back into your table.',
  ),
  try: bilingual('Essayer', 'Try it'),
  text: bilingual('Un nom ou un identifiant', 'A name or an identifier'),
  within: bilingual('parmi', 'among'),
  everything: bilingual('Tout ce qui est publié', 'Everything published'),
  send: bilingual('Rapprocher', 'Reconcile'),
  found: bilingual('Candidats pour « {text} »', 'Candidates for “{text}”'),
  nothing: bilingual(
    'Rien ici ne ressemble assez à ce nom. Essayez sans abréviation, ou parmi tout ce qui est publié.',
    'Nothing here is like this name. Try without abbreviations, or among everything published.',
  ),
  name: bilingual('Nom', 'Name'),
  what: bilingual('Ce que c’est', 'What it is'),
  identifier: bilingual('Identifiant', 'Identifier'),
  score: bilingual('Score', 'Score'),
  sure: bilingual('Correspondance', 'Match'),
  isSure: bilingual('sûre', 'sure'),
  isUnsure: bilingual('à vérifier', 'to be checked'),
  openRefine: bilingual('Dans OpenRefine', 'In OpenRefine'),
  steps: bilingual(
    'Sur la colonne des noms : Rapprocher › Commencer le rapprochement › Ajouter un service standard, et collez une des adresses ci-dessous. Choisissez une classe, et pour mieux distinguer les homonymes une autre colonne (la ville, une date). Ce qui est sûr est choisi ; le reste vous est proposé, avec un aperçu. Ensuite : Modifier la colonne › Ajouter des colonnes depuis les valeurs rapprochées.',
    'On the column of names: Reconcile › Start reconciling › Add standard service, and paste one of the addresses below. Choose a class and, to tell namesakes apart, another column (the town, a date). What is sure is chosen; the rest is proposed, with a preview. Then: Edit column › Add columns from reconciled values.',
  ),
  service: bilingual('Avec quoi rapprocher', 'What to reconcile with'),
  things: bilingual('Choses', 'Things'),
  address: bilingual('Adresse à coller', 'Address to paste'),
  scores: bilingual('Ce que disent les scores', 'What scores say'),
  scoreMeans: bilingual(
    'De 0 à 100. Un identifiant exact vaut 100. Sinon compte la ressemblance des noms, quels que soient l’ordre des mots, les accents, les majuscules et les abréviations (« St », « Ste », « N.-D. ») ; chaque propriété que vous donnez pèse un quart du nom, quand la chose en dit quelque chose. Une correspondance n’est dite sûre que si le nom ou l’identifiant est le même, si rien ne le contredit, et si aucune autre chose n’est aussi proche.',
    'From 0 to 100. An exact identifier is worth 100. Otherwise the likeness of names counts, whatever the order of words, accents, capitals and abbreviations (“St”, “Ste”, “N.-D.”); each property you give weighs a quarter of the name, where something is said of it. A match is called sure only where name or identifier are the same, nothing contradicts it, and no other thing is as near.',
  ),
  featureName: bilingual(
    'ressemblance du meilleur nom, de 0 à 100',
    'likeness of the best name, from 0 to 100',
  ),
  featureSame: bilingual(
    'vrai si le nom est le même, à un lieu ou une année près que l’on dit de la chose',
    'true where the name is the same, up to a place or year that is said of the thing',
  ),
  featureIdentifier: bilingual('vrai si c’est son identifiant', 'true where it is its identifier'),
  featureType: bilingual(
    'vrai si la chose est de la classe demandée',
    'true where the thing is of the class asked',
  ),
  featureProperty: bilingual(
    'accord avec une propriété que vous avez donnée, de 0 à 100',
    'agreement with a property that you gave, from 0 to 100',
  ),
  programs: bilingual('Pour les programmes', 'For programs'),
  protocol: bilingual(
    'Le protocole est celui du groupe du W3C, version 0.2 ; les adresses qui suivent /reconcile/1.0-draft parlent le projet de version 1.0. {batch} requêtes au plus par lot, 512 ko par envoi. Les réponses se lisent depuis tout site (CORS) ; JSONP n’est pas servi.',
    'The protocol is that of the W3C group, version 0.2; addresses below /reconcile/1.0-draft speak the draft of version 1.0. {batch} queries at most a batch, 512 kB a request. Answers can be read from any site (CORS); JSONP is not served.',
  ),
  specification: bilingual('La spécification', 'The specification'),
  description: bilingual('La description pour les programmes', 'The description for programs'),
  manifest: bilingual('Le manifeste de ce service', 'The manifest of this service'),
  permanent: bilingual('Adresse permanente', 'Permanent address'),
} satisfies TextTable;
