import type { Bilingual, FaultExample, FaultGroup, Place, RecordSource } from '../model/index.ts';

/** What went wrong with a value, in words; a new kind of fault is a new row. */
const FAULT_MESSAGES: Readonly<Record<string, Bilingual>> = {
  'empty-subject': {
    fr: 'L’enregistrement n’a pas d’identifiant : rien n’en est dit.',
    en: 'The record has no identifier: nothing is said of it.',
  },
  'illegal-iri': {
    fr: 'La valeur ne peut pas être une adresse (espaces ou caractères interdits).',
    en: 'The value cannot be an IRI (spaces or forbidden characters).',
  },
  'ill-typed': {
    fr: 'La valeur n’a pas la forme de son type de donnée.',
    en: 'The value does not have the form of its datatype.',
  },
  'unreadable-date': {
    fr: 'La date n’est pas comprise.',
    en: 'The date is not understood.',
  },
  'not-coordinates': {
    fr: 'Ce ne sont pas des coordonnées « latitude,longitude » en degrés.',
    en: 'These are not “latitude,longitude” coordinates in degrees.',
  },
  'not-an-insee-code': {
    fr: 'Ce n’est pas un code Insee de commune.',
    en: 'This is not an INSEE code of a commune.',
  },
  'not-an-address': {
    fr: 'Ce n’est pas une adresse de site.',
    en: 'This is not a web address.',
  },
  'not-in-vocabulary': {
    fr: 'Le terme n’est pas dans le vocabulaire.',
    en: 'The term is not in the vocabulary.',
  },
  'short-row': {
    fr: 'La ligne a moins de cellules que l’en-tête : les dernières sont prises pour vides.',
    en: 'The row has fewer cells than the header: the last ones are taken as empty.',
  },
  'long-row': {
    fr: 'La ligne a plus de cellules que l’en-tête : celles qui dépassent sont laissées.',
    en: 'The row has more cells than the header: those beyond it are left.',
  },
};

const messageOf = (code: string): Bilingual => FAULT_MESSAGES[code] ?? { fr: code, en: code };

const EXAMPLES = 5;

interface Group {
  readonly code: string;
  readonly place: Place;
  count: number;
  readonly examples: FaultExample[];
}

/** Counts faults by kind and rule, and keeps the first examples of each. */
export class FaultCollector {
  readonly #groups = new Map<string, Group>();
  /** The record being mapped: set by the run. */
  row = 0;
  line = 0;

  note(code: string, place: Place, column: string, value: string): void {
    const key = `${code} ${place.line}:${place.column}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { code, place, count: 0, examples: [] };
      this.#groups.set(key, group);
    }
    group.count++;
    if (group.examples.length < EXAMPLES) {
      group.examples.push({ row: this.row, line: this.line, column, value: value.slice(0, 200) });
    }
  }

  groups(): readonly FaultGroup[] {
    return [...this.#groups.values()].map((group) => ({
      ...group,
      message: messageOf(group.code),
    }));
  }
}

/** What reading met and went past, by kind; the place is the source's. */
export function sourceFaults({ shown, faults }: RecordSource): readonly FaultGroup[] {
  return [...Map.groupBy(faults, ({ code }) => code)].map(([code, found]) => ({
    code,
    message: messageOf(code),
    place: { file: shown },
    count: found.length,
    examples: found
      .slice(0, EXAMPLES)
      .map(({ row, line, detail }) => ({ row, line, column: '', value: detail })),
  }));
}
