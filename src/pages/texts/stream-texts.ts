import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const FRAGMENTS = {
  title: bilingual('Fragments de données', 'Data fragments'),
  lead: bilingual(
    'Tous les énoncés qui suivent un motif, page par page : un sujet, une propriété, une valeur, ou moins. Des programmes comme Comunica y interrogent les données sans peser sur le site ; cette page montre ce qu’ils lisent.',
    'All statements that follow a pattern, page by page: a subject, a property, a value, or less. Programs such as Comunica query the data here without weighing on the site; this page shows what they read.',
  ),
  subject: bilingual('Sujet (IRI)', 'Subject (IRI)'),
  predicate: bilingual('Propriété (IRI)', 'Property (IRI)'),
  object: bilingual('Valeur (IRI, ou "texte"@fr)', 'Value (IRI, or "text"@en)'),
  ask: bilingual('Chercher', 'Find'),
  statement: bilingual('énoncé', 'statement'),
  statements: bilingual('énoncés', 'statements'),
  page: bilingual('page {page}', 'page {page}'),
  previous: bilingual('Page précédente', 'Previous page'),
  next: bilingual('Page suivante', 'Next page'),
} satisfies TextTable;

export const STREAM = {
  title: bilingual('Ce qui change, de version en version', 'What changes, from release to release'),
  lead: bilingual(
    'Un flux d’événements (LDES) dit aux programmes chaque chose créée, modifiée ou retirée. Donnez-leur cette adresse : ils y lisent du RDF, suivent les pages, et ne relisent jamais une page ancienne, qui ne change plus.',
    'An event stream (LDES) tells programs of each thing that was created, changed or removed. Give them this address: they read RDF there, follow the pages, and never read an old page again, for it does not change.',
  ),
  release: bilingual('Version', 'Release'),
  date: bilingual('Date', 'Date'),
  events: bilingual('Premiers événements', 'First events'),
  none: bilingual('Aucune version gardée n’a d’événement.', 'No kept release has an event.'),
  follow: bilingual('Suivre autrement', 'Other ways to follow'),
} satisfies TextTable;
