import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const RELEASES = {
  title: bilingual('Versions publiées', 'Published releases'),
  lead: bilingual(
    'Une version ne change jamais. Tant qu’elle est conservée, ses fichiers restent à leurs adresses : citez-la, comparez-la, téléchargez-la de nouveau.',
    'A release never changes. As long as it is kept, its files stay at their addresses: cite it, compare it, download it again.',
  ),
  follow: bilingual('Suivre les changements', 'Follow the changes'),
  atom: bilingual('Flux Atom', 'Atom feed'),
  ldes: bilingual('Flux d’événements (LDES)', 'Event stream (LDES)'),
  release: bilingual('Version', 'Release'),
  date: bilingual('Date', 'Date'),
  datasets: bilingual('Jeux de données', 'Datasets'),
  statements: bilingual('Énoncés', 'Statements'),
  current: bilingual('celle que vous lisez', 'the one you are reading'),
} satisfies TextTable;

export const RELEASE = {
  kind: bilingual('Version', 'Release'),
  title: bilingual('Version {id}', 'Release {id}'),
  published: bilingual('Publiée le {date}.', 'Published on {date}.'),
  previous: bilingual('Version précédente : {id}', 'Previous release: {id}'),
  next: bilingual('Version suivante : {id}', 'Next release: {id}'),
  changes: bilingual('Ce qui a changé', 'What changed'),
  nothing: bilingual(
    'Aucune chose publiée n’a changé depuis la version précédente.',
    'No published thing changed since the previous release.',
  ),
  content: bilingual('Ce qu’elle contient', 'What it holds'),
  things: bilingual('Choses', 'Things'),
  created: bilingual('Nouvelles', 'New'),
  updated: bilingual('Modifiées', 'Updated'),
  removed: bilingual('Retirées', 'Removed'),
  files: bilingual('Fichiers', 'Files'),
  file: bilingual('Fichier', 'File'),
  size: bilingual('Taille', 'Size'),
  checksum: bilingual('Empreinte SHA-256', 'SHA-256 checksum'),
  check: bilingual('Toutes les empreintes, pour sha256sum -c', 'All checksums, for sha256sum -c'),
  manifest: bilingual('Le manifeste, en JSON', 'The manifest, in JSON'),
} satisfies TextTable;
