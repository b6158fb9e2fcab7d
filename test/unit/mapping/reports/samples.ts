import type { RunReport } from '../../../../src/mapping/index.ts';
import type { FaultGroup } from '../../../../src/model/index.ts';

export const MILLESIME: FaultGroup = {
  code: 'ill-typed',
  message: {
    fr: 'La valeur n’a pas la forme de son type de donnée.',
    en: 'The value does not have the form of its datatype.',
  },
  place: { file: 'mapping.ttl', line: 14, column: 9 },
  count: 1204,
  examples: [
    { file: 'oeuvres.csv', row: 4811, line: 4812, column: 'Millésime', value: '194.en' },
    { file: 'oeuvres.csv', row: 4900, line: 4901, column: 'Millésime', value: 'vers\n1850' },
  ],
};

const RAGGED: FaultGroup = {
  code: 'short-row',
  message: { fr: 'La ligne est courte.', en: 'The row is short.' },
  place: { file: 'oeuvres.csv' },
  count: 1,
  examples: [{ file: 'oeuvres.csv', row: 2, line: 3, column: '', value: '4 < 5' }],
};

const NAMELESS: FaultGroup = {
  code: 'empty-subject',
  message: { fr: 'Sans identifiant.', en: 'No identifier.' },
  place: { file: 'mapping.ttl', line: 7, column: 3 },
  count: 5000,
  examples: [{ file: 'oeuvres.csv', row: 1, line: 2, column: 'REF', value: '' }],
};

/** A run that met a frequent fault, a rare one of reading, and a note. */
export const FAULTY: RunReport = {
  mapping: 'mapping.ttl',
  outcome: 'mapped',
  policy: 'skip-term',
  complaints: [],
  report: {
    records: 10_000,
    statements: 150_000,
    faults: [NAMELESS, RAGGED, MILLESIME],
    skippedRecords: 0,
    absences: [
      { reason: 'empty', place: { file: 'mapping.ttl', line: 16, column: 9 }, column: 'Salle', count: 2500 },
      { reason: 'condition', place: { file: 'mapping.ttl', line: 9, column: 5 }, column: 'État', count: 12 },
    ],
    missingColumns: ['Titres', 'Sale'],
    unusedColumns: ['Titre', 'Salle'],
    unknownColumns: [
      {
        name: 'Sale',
        place: { file: 'mapping.ttl', line: 9, column: 5 },
        found: { fr: 'Pas de colonne « Sale ».', en: 'No column “Sale”.' },
        remedy: { fr: 'La plus proche est « Salle ».', en: 'The nearest is “Salle”.' },
      },
    ],
  },
  targets: ['/tmp/dump.nt.gz'],
};

/** A run that ended before any data was read. */
export const REFUSED: RunReport = {
  mapping: 'mapping.ttl',
  outcome: 'refused',
  policy: 'strict',
  complaints: [
    {
      place: { file: 'mapping.ttl', line: 3, column: 5 },
      found: { fr: 'La fonction « x » n’existe pas.', en: 'There is no function “x”.' },
      remedy: { fr: 'Vouliez-vous dire « y » ?', en: 'Did you mean “y”?' },
    },
  ],
  targets: [],
};
