import {
  type Bilingual,
  type Complaint,
  type FaultExample,
  type FaultGroup,
  type MappingPolicy,
  type Place,
  type RecordSource,
  RefusedInput,
} from '../../model/index.ts';
import { FUNCTION_FAULTS } from '../functions/index.ts';
import type { FaultNotes } from './held-faults.ts';

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
  'not-a-language': {
    fr: 'Ce n’est pas une étiquette de langue.',
    en: 'This is not a language tag.',
  },
  'not-a-scalar': {
    fr: 'La référence mène à un objet ou à une liste, pas à une valeur.',
    en: 'The reference leads to an object or a list, not to a value.',
  },
  'repeated-column': {
    fr: 'Plusieurs colonnes portent ce nom : seule la première est lue.',
    en: 'Several columns bear this name: only the first is read.',
  },
  'iterator-without-match': {
    fr: 'L’itérateur ne trouve aucun enregistrement.',
    en: 'The iterator finds no record.',
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

const messageOf = (code: string): Bilingual =>
  FAULT_MESSAGES[code] ?? FUNCTION_FAULTS[code] ?? { fr: code, en: code };

/** A record without identifier says nothing, which RML does not call an error. */
const TOLERATED: ReadonlySet<string> = new Set(['empty-subject']);

const EXAMPLES = 5;

interface Group {
  readonly code: string;
  readonly place: Place;
  count: number;
  readonly examples: FaultExample[];
}

export type Policy = MappingPolicy;

/** Counts faults by kind and rule, and keeps the first examples of each. */
export class FaultCollector implements FaultNotes {
  readonly policy: Policy;
  readonly #groups = new Map<string, Group>();
  #file = '';
  #row = 0;
  #line = 0;
  /** How many were noted so far, those that are tolerated aside. */
  noted = 0;
  #before = 0;

  constructor(policy: Policy = 'skip-term') {
    this.policy = policy;
  }

  /** A record of a source begins. */
  begin(file: string, { row, line }: { readonly row: number; readonly line: number }): void {
    this.#file = file;
    this.#row = row;
    this.#line = line;
    this.#before = this.noted;
  }

  /** Whether the record at hand has a fault. */
  get isFaulty(): boolean {
    return this.noted > this.#before;
  }

  /** @throws RefusedInput under the policy `strict`, for what is truly wrong */
  note(code: string, place: Place, column: string, value: string): void {
    if (!TOLERATED.has(code)) this.noted++;
    if (this.policy === 'strict' && !TOLERATED.has(code))
      throw new RefusedInput([this.#complaint(code, place, column, value)]);
    const key = `${code} ${place.line}:${place.column}`;
    let group = this.#groups.get(key);
    if (group === undefined) {
      group = { code, place, count: 0, examples: [] };
      this.#groups.set(key, group);
    }
    group.count++;
    if (group.examples.length < EXAMPLES) {
      const where = { file: this.#file, row: this.#row, line: this.#line };
      group.examples.push({ ...where, column, value: value.slice(0, 200) });
    }
  }

  #complaint(code: string, place: Place, column: string, value: string): Complaint {
    const message = messageOf(code);
    return {
      place,
      found: {
        fr: `${this.#file}:${this.#line} (enregistrement ${this.#row}), « ${column} » : « ${value.slice(0, 200)} ». ${message.fr}`,
        en: `${this.#file}:${this.#line} (record ${this.#row}), “${column}”: “${value.slice(0, 200)}”. ${message.en}`,
      },
      remedy: {
        fr: 'Corrigez la source ou la règle, ou continuez sans ce terme (--policy skip-term).',
        en: 'Correct the source or the rule, or go on without the term (--policy skip-term).',
      },
    };
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
      .map(({ row, line, detail }) => ({ file: shown, row, line, column: '', value: detail })),
  }));
}
