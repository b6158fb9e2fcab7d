import type { RunProgress } from '../mapping/index.ts';
import { figure, type Terminal } from './terminal.ts';

/** How often the line is written over, in milliseconds. */
const EVERY = 100;

/** Tells on a terminal how far a mapping is. */
export interface MapProgress {
  tell(soFar: RunProgress): void;
}

/** @param now a clock in milliseconds */
export function mapProgress(terminal: Terminal, now: () => number = () => performance.now()): MapProgress {
  const { language } = terminal;
  const started = now();
  let told = started;
  return {
    tell({ records, statements }) {
      const moment = now();
      if (moment - told < EVERY) return;
      told = moment;
      const read = figure(records, language);
      const said = figure(statements, language);
      const rate = figure(statements / ((moment - started) / 1000), language);
      terminal.flash(
        {
          fr: `${read} enregistrements, ${said} énoncés (${rate}/s)`,
          en: `${read} records, ${said} statements (${rate}/s)`,
        }[language],
      );
    },
  };
}
