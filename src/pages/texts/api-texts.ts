import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const API = {
  title: bilingual('Questions toutes prêtes', 'Ready-made queries'),
  lead: bilingual(
    'Chaque question a une adresse, que vos programmes peuvent appeler et que vous pouvez essayer ici. Les réponses viennent en JSON, en CSV pour un tableur, et en GeoJSON pour une carte quand elles ont un lieu.',
    'Every query has an address, which your programs can call and which you can try here. Answers come as JSON, as CSV for a spreadsheet, and as GeoJSON for a map where they have a place.',
  ),
  none: bilingual('Aucune question n’est encore publiée.', 'No query is published yet.'),
  optional: bilingual('facultatif', 'optional'),
  required: bilingual('obligatoire', 'required'),
  description: bilingual('Description pour les programmes', 'Description for programs'),
  otherwise: bilingual(
    'Pour toute autre question, il y a SPARQL.',
    'For any other question, there is SPARQL.',
  ),
  reconcile: bilingual('Rapprocher un tableau (OpenRefine)', 'Reconcile a table (OpenRefine)'),
} satisfies TextTable;
