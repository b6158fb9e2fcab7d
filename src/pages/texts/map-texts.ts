import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const MAP = {
  title: bilingual('Carte', 'Map'),
  titleOf: bilingual('Carte : {what}', 'Map: {what}'),
  description: bilingual(
    'Tout ce qui a un lieu, en métropole et outre-mer, sur une carte et dans une liste.',
    'Everything that has a place, in metropolitan France and overseas, on a map and in a list.',
  ),
  searchLabel: bilingual('Chercher sur la carte', 'Search the map'),
  search: bilingual('Chercher', 'Search'),
  located: bilingual('{count}, sur {total}.', '{count}, of {total}.'),
  all: bilingual('{count}.', '{count}.'),
  one: bilingual('chose a un lieu', 'thing has a place'),
  many: bilingual('choses ont un lieu', 'things have a place'),
  found1: bilingual('chose trouvée', 'thing found'),
  foundN: bilingual('choses trouvées', 'things found'),
  takeAway: bilingual('Emporter ces résultats', 'Take these results away'),
  asList: bilingual('Affiner dans la recherche', 'Refine in the search'),
  tooMany: bilingual(
    'Au-delà de {most}, le fichier GeoJSON se prend par jeu de données ou en resserrant la recherche.',
    'Beyond {most}, the GeoJSON file is had by dataset, or by narrowing the search.',
  ),
  chosen: bilingual('Seulement', 'Only'),
  remove: bilingual('Retirer', 'Remove'),
  reach: bilingual('Où', 'Where'),
  elsewhere: bilingual('Ailleurs', 'Elsewhere'),
  elsewhereNote: bilingual(
    'Ailleurs : hors de ces territoires, à l’étranger ou en mer.',
    'Elsewhere: outside these territories, abroad or at sea.',
  ),
  everything: bilingual('Tout voir', 'See everything'),
  goTo: bilingual('Aller à {place}, {count}', 'Go to {place}, {count}'),
  mapLabel: bilingual(
    'Carte de France et de ses territoires ; la liste dit la même chose',
    'Map of France and its territories; the list says the same',
  ),
  movingLabel: bilingual(
    'Carte qui se déplace : flèches pour la déplacer, plus et moins pour l’agrandir ou la réduire, tabulation pour aller de point en point. La liste dit la même chose.',
    'A map that moves: arrows to move it, plus and minus to enlarge and reduce it, tab to go from point to point. The list says the same.',
  ),
  list: bilingual('Dans la liste', 'In the list'),
  inView: bilingual('Dans la vue', 'In view'),
  inViewCount: bilingual('{count} dans la vue, sur {total}.', '{count} in view, of {total}.'),
  nothingInView: bilingual(
    'Rien dans cette partie de la carte. Réduisez la carte, ou choisissez un territoire.',
    'Nothing in this part of the map. Zoom out, or choose a territory.',
  ),
  failed: bilingual(
    'La carte n’a pas pu être mise à jour. Déplacez-la pour réessayer.',
    'The map could not be updated. Move it to try again.',
  ),
  busy: bilingual(
    'Trop de demandes en peu de temps. Attendez quelques secondes, puis déplacez la carte.',
    'Too many requests in a short time. Wait a few seconds, then move the map.',
  ),
  cluster: bilingual('{count} choses : agrandir la carte', '{count} things: enlarge the map'),
  spot: bilingual('{count} choses au même endroit : les voir', '{count} things at one place: see them'),
  others: bilingual('Et {count} autres, dans la liste.', 'And {count} others, in the list.'),
  close: bilingual('Fermer', 'Close'),
  zoomIn: bilingual('Agrandir', 'Enlarge'),
  zoomOut: bilingual('Réduire', 'Reduce'),
  pages: bilingual('Pages de la liste', 'Pages of the list'),
  previous: bilingual('Page précédente', 'Previous page'),
  next: bilingual('Page suivante', 'Next page'),
  pageOf: bilingual('page {page} sur {pages}', 'page {page} of {pages}'),
  none: bilingual(
    'Rien de ce qui a été trouvé n’a de lieu sur la carte.',
    'Nothing that was found has a place on the map.',
  ),
  nothing: bilingual('Rien ne répond à cette recherche.', 'Nothing answers this search.'),
  beyond: bilingual(
    'La liste s’arrête à la {most}ᵉ chose ; la carte les compte toutes. Déplacez la carte ou resserrez la recherche.',
    'The list ends at thing number {most}; the map counts them all. Move the map or narrow the search.',
  ),
  tiles: bilingual('Fond de carte : {who}.', 'Background: {who}.'),
} satisfies TextTable;
