import type { HarvestOutcome, HarvestProgress, WebEvent } from '../harvest/index.ts';
import { type Bilingual, recordCount, waitingTime } from '../model/index.ts';
import { size } from './releases/words.ts';
import { figure, type Terminal } from './terminal.ts';

/** What came of a dataset's source. */
export interface HarvestedDataset {
  readonly slug: string;
  readonly outcome: HarvestOutcome;
}

/** How a source ended: a line, and below it what its owner should know. */
export function tellHarvest({ slug, outcome }: HarvestedDataset, terminal: Terminal): void {
  const { language } = terminal;
  if (outcome.kind === 'refused') {
    terminal.error(refusedLine(slug, outcome)[language]);
    return;
  }
  terminal.tell(outcome.kind === 'unchanged' ? unchangedLine(slug) : renewedLine(slug, outcome));
  for (const note of outcome.notes) terminal.say(`  ${note[language]}`);
}

const unchangedLine = (slug: string): Bilingual => ({
  fr: `${slug} : inchangé`,
  en: `${slug}: unchanged`,
});

/** `musees : 1 216 → 1 227 enregistrements (1,2 Mo)` */
export function renewedLine(
  slug: string,
  { records, before, bytes }: Extract<HarvestOutcome, { kind: 'renewed' }>,
): Bilingual {
  const from = (language: 'fr' | 'en') => (before === undefined ? '' : `${figure(before, language)} → `);
  return {
    fr: `${slug} : ${from('fr')}${recordCount(records).fr} (${size(bytes, 'fr')})`,
    en: `${slug}: ${from('en')}${recordCount(records).en} (${size(bytes, 'en')})`,
  };
}

export function refusedLine(
  slug: string,
  { reason, remedy, refusedFile }: Extract<HarvestOutcome, { kind: 'refused' }>,
): Bilingual {
  const aside =
    refusedFile === undefined
      ? { fr: '', en: '' }
      : { fr: ` Ce qui est venu : ${refusedFile}`, en: ` What came: ${refusedFile}` };
  return {
    fr: `${slug} : la source reste celle d’avant. ${reason.fr} ${remedy.fr}${aside.fr}`,
    en: `${slug}: the source stays as it was. ${reason.en} ${remedy.en}${aside.en}`,
  };
}

export function flashHarvest(slug: string, event: HarvestProgress, { language, flash }: Terminal): void {
  if (event.kind === 'reading') {
    const records = recordCount(event.records);
    const read = event.records < 2 ? 'lu' : 'lus';
    flash({ fr: `${slug} : ${records.fr} ${read}`, en: `${slug}: ${records.en} read` }[language]);
    return;
  }
  const all = event.total === undefined ? '' : ` / ${figure(event.total, language)}`;
  flash(
    { fr: `${slug} : ${figure(event.done, 'fr')}${all}`, en: `${slug}: ${figure(event.done, 'en')}${all}` }[
      language
    ],
  );
}

export const flashWaiting = ({ host, milliseconds }: WebEvent, { language, flash }: Terminal): void =>
  flash(
    {
      fr: `${host} demande d’attendre ${waitingTime(milliseconds).fr}`,
      en: `${host} asks to wait ${waitingTime(milliseconds).en}`,
    }[language],
  );
