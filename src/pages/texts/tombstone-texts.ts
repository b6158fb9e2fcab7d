import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const TOMBSTONE = {
  kind: bilingual('Adresse retirée', 'Withdrawn address'),
  title: bilingual('{name}, adresse retirée', '{name}, withdrawn address'),
  since: bilingual('Depuis le', 'Since'),
  reason: bilingual('Raison', 'Reason'),
  ledger: bilingual('Registre des adresses', 'Ledger of addresses'),
  ledgerFile: bilingual(
    'Toutes les adresses publiées, avec ce qu’elles sont devenues',
    'All addresses ever published, with what became of them',
  ),
} satisfies TextTable;
