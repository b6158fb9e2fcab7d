import { same } from '../../model/index.ts';
import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const FRAME = {
  site: same('Cimaise'),
  motto: bilingual('données de la culture', 'cultural data'),
  skip: bilingual('Aller au contenu', 'Skip to the content'),
  navigation: bilingual('Principale', 'Main'),
  explore: bilingual('Explorer', 'Explore'),
  datasets: bilingual('Jeux de données', 'Datasets'),
  vocabularies: bilingual('Vocabulaires', 'Vocabularies'),
  questions: same('SPARQL'),
  api: bilingual('Questions toutes prêtes', 'Ready-made queries'),
  proof: bilingual('Preuve de publication', 'Proof of publication'),
  languages: bilingual('Langue', 'Language'),
  otherLanguage: bilingual('English', 'Français'),
  release: bilingual('Version {id} du {date}', 'Release {id} of {date}'),
  statement: bilingual('énoncé', 'statement'),
  statements: bilingual('énoncés', 'statements'),
  footer: bilingual('À propos de ce site', 'About this site'),
  about: bilingual('La démarche', 'About'),
  legal: bilingual('Mentions légales', 'Legal notice'),
  accessibility: bilingual('Accessibilité', 'Accessibility'),
  contact: bilingual('Contact', 'Contact'),
  contributions: bilingual('Contributions', 'Contributions'),
  model: bilingual('Modèle de données', 'Data model'),
  catalogue: bilingual('Catalogue', 'Catalogue'),
  publishedBy: bilingual('Publié par {publisher}', 'Published by {publisher}'),
  crumbs: bilingual('Chemin', 'Path'),
  outlines: bilingual('Contours : Natural Earth.', 'Outlines: Natural Earth.'),
} satisfies TextTable;

export const PROBLEM = {
  status: bilingual('Erreur {status}', 'Error {status}'),
  whatToDo: bilingual('Que faire ?', 'What to do'),
  alternates: bilingual('Ce qui existe à cette adresse', 'What exists at this address'),
  checkAddress: bilingual(
    'Vérifiez l’adresse : une lettre ou un chiffre de trop suffit.',
    'Check the address: one letter or digit too many is enough.',
  ),
  seeDatasets: bilingual('Partir de la liste des jeux de données', 'Start from the list of datasets'),
  seeHome: bilingual('Revenir à l’accueil', 'Go back to the first page'),
  ask: bilingual('Poser la question en SPARQL', 'Ask in SPARQL'),
  chooseFormat: bilingual(
    'Choisissez un des formats ci-dessus, ou demandez-le par l’en-tête Accept.',
    'Choose one of the formats above, or ask for it with the Accept header.',
  ),
  otherFormats: bilingual(
    'Demandez un autre format par l’en-tête Accept.',
    'Ask for another format with the Accept header.',
  ),
  withdrawn: bilingual(
    'Cette adresse a servi et ne servira à rien d’autre. Ce qu’elle désignait a été retiré.',
    'This address was in use and will not name anything else. What it named was withdrawn.',
  ),
  fewer: bilingual(
    'Resserrez la question (LIMIT, un seul jeu de données), ou prenez les fichiers entiers.',
    'Narrow the question (LIMIT, a single dataset), or take the whole files.',
  ),
  later: bilingual(
    'Réessayez dans un instant : rien n’est perdu, et l’adresse reste la bonne.',
    'Try again in a moment: nothing is lost, and the address is still the right one.',
  ),
  files: bilingual('Les fichiers entiers de chaque jeu de données', 'The whole files of each dataset'),
} satisfies TextTable;
