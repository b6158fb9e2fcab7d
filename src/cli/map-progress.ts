import { figure, type Terminal } from './terminal.ts';

/** How often the line is written over, in milliseconds. */
const EVERY = 100;

/** Tells on a terminal how far a mapping is. */
export interface MapProgress {
  /** @param records read so far, where that is known */
  add(nquads: string, records?: number): void;
}

/** @param now a clock in milliseconds */
export function mapProgress(terminal: Terminal, now: () => number = () => performance.now()): MapProgress {
  const { language } = terminal;
  const started = now();
  let told = started;
  let statements = 0;
  return {
    add(nquads, records) {
      statements += linesOf(nquads);
      const moment = now();
      if (moment - told < EVERY) return;
      told = moment;
      const rate = figure(statements / ((moment - started) / 1000), language);
      const said = figure(statements, language);
      const read =
        records === undefined
          ? { fr: '', en: '' }
          : { fr: `${figure(records, 'fr')} enregistrements, `, en: `${figure(records, 'en')} records, ` };
      terminal.flash(
        { fr: `${read.fr}${said} énoncés (${rate}/s)`, en: `${read.en}${said} statements (${rate}/s)` }[
          language
        ],
      );
    },
  };
}

function linesOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
