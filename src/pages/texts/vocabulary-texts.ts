import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const VOCABULARY = {
  title: bilingual('Vocabulaires', 'Vocabularies'),
  kind: bilingual('Vocabulaire', 'Vocabulary'),
  lead: bilingual(
    'Les mots par lesquels les choses se classent : domaines, périodes, territoires. Chaque mot a son adresse, ses variantes, et les choses qui s’y rattachent.',
    'The words by which things are classified: domains, periods, areas. Each word has its address, its variants, and the things that refer to it.',
  ),
  none: bilingual('Aucun vocabulaire n’est publié.', 'No vocabulary is published.'),
  concept: bilingual('concept', 'concept'),
  concepts: bilingual('concepts', 'concepts'),
  top: bilingual('terme de tête', 'top concept'),
  tops: bilingual('termes de tête', 'top concepts'),
  thing: bilingual('chose', 'thing'),
  things: bilingual('choses', 'things'),
  tree: bilingual('L’arbre', 'The tree'),
  whole: bilingual('Tout l’arbre', 'The whole tree'),
  narrowerCount: bilingual('{count} plus précis', '{count} narrower'),
  broader: bilingual('Plus large', 'Broader'),
  narrower: bilingual('Plus précis', 'Narrower'),
  under: bilingual('Ce qui s’y rattache', 'Under it'),
  underText: bilingual(
    '{count}, avec ce qui relève des concepts plus précis.',
    '{count}, those of narrower concepts included.',
  ),
  nothingUnder: bilingual('Aucune chose publiée ne s’y rattache.', 'No published thing refers to it.'),
  list: bilingual('Voir la liste', 'See the list'),
  onMap: bilingual('Voir sur la carte', 'See on the map'),
  inTree: bilingual('Voir dans l’arbre', 'See in the tree'),
  of: bilingual('De {vocabulary}', 'Of {vocabulary}'),
  rest: bilingual('{shown} sur {count} sont montrés.', '{shown} of {count} are shown.'),
  next: bilingual('Les suivants', 'Next'),
  all: bilingual('les {count}', 'all {count}'),
  datasetPage: bilingual(
    'Le jeu de données, ses fichiers, sa licence',
    'The dataset, its files, its licence',
  ),
  search: bilingual('Chercher un mot de ce vocabulaire', 'Search a word of this vocabulary'),
  reconcile: bilingual(
    'Aligner un tableau sur ce vocabulaire (OpenRefine)',
    'Align a table with this vocabulary (OpenRefine)',
  ),
  counts: bilingual(
    'Le nombre à droite est celui des choses qui se rattachent au concept ou à l’un de ceux qu’il contient, chacune comptée une fois.',
    'The number at the right is that of the things that refer to the concept or to one below it, each counted once.',
  ),
} satisfies TextTable;
