import { bilingual } from '../typography.ts';
import type { TextTable } from './table.ts';

export const QUALITY = {
  title: bilingual('Qualité : {title}', 'Quality: {title}'),
  here: bilingual('Qualité', 'Quality'),
  lead: bilingual(
    'Chaque version est vérifiée avant d’être publiée. Voici ce que disent les règles : la part des fiches qui tiennent chacune, et le nombre de celles qui y manquent.',
    'Every release is checked before it is published. This is what the rules say: the share of records that keep each of them, and the number of those that do not.',
  ),
  criteria: bilingual('Les critères, le moins bien tenu d’abord', 'The criteria, the least kept first'),
  criterion: bilingual('Critère', 'Criterion'),
  share: bilingual('Part tenue', 'Share kept'),
  faults: bilingual('Manquements', 'Faults'),
  notes: bilingual(
    'Ce que des fiches publiées laissent à désirer',
    'What published records leave to be desired',
  ),
} satisfies TextTable;
