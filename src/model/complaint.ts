import type { Bilingual } from './language.ts';

/** Where something stands in a file. Lines and columns count from 1. */
export interface Place {
  /** Path as a person would type it: relative to the project where it lies inside, else as given. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is wrong with a declaration or a source, where, and what to write instead. */
export interface Complaint {
  readonly place: Place;
  /** What was found, as a whole sentence. */
  readonly found: Bilingual;
  /** What to do about it, as a whole sentence. */
  readonly remedy: Bilingual;
}

/** `file:line:column`, as editors and terminals understand it. */
export function placeText({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

/** One line a language: `data/x/dataset.yml:3:1  found remedy`. */
export function complaintText(complaint: Complaint, language: keyof Bilingual): string {
  return `${placeText(complaint.place)}  ${complaint.found[language]} ${complaint.remedy[language]}`;
}

/** Declarations or data that cannot be used: thrown where no value could be returned. Exit code 1. */
export class RefusedInput extends Error {
  readonly complaints: readonly Complaint[];

  constructor(complaints: readonly Complaint[]) {
    super(complaints.map((complaint) => complaintText(complaint, 'en')).join('\n'));
    this.name = 'RefusedInput';
    this.complaints = complaints;
  }
}

/**
 * A fault of the circumstances or of the usage (wrong setting, busy port, full disk): exit code 2.
 * The message says what is wrong, the remedy what to do; a cause keeps the original error for `--verbose`.
 */
export class Fault extends Error {
  readonly remedy: Bilingual;
  readonly explanation: Bilingual;

  constructor(explanation: Bilingual, remedy: Bilingual, cause?: unknown) {
    super(`${explanation.en} ${remedy.en}`, cause === undefined ? undefined : { cause });
    this.name = 'Fault';
    this.explanation = explanation;
    this.remedy = remedy;
  }
}
