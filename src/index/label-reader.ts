import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Language } from '../model/index.ts';

/** A label and its primary language, empty where it has none. */
export interface ReadLabel {
  readonly text: string;
  readonly language: string;
}

/** Reads labels of resources by their numbers. */
export class LabelReader {
  readonly #labels: StatementSync;

  constructor(database: DatabaseSync) {
    this.#labels = database.prepare('SELECT language, text FROM labels WHERE resource = ? ORDER BY language');
  }

  /** In the language; else in French, in English, in any. */
  of(resource: number, language: Language): ReadLabel | undefined {
    const labels = this.#labels.all(resource) as unknown as readonly ReadLabel[];
    for (const wanted of [language, 'fr', 'en', '']) {
      const found = labels.find((label) => label.language === wanted);
      if (found) return found;
    }
    return labels[0];
  }
}
