import { type Bilingual, joined, type Language, type UnaskedReason } from '../model/index.ts';
import type { Breaks, Jump, QueryChange, TermChange } from '../release/index.ts';
import { figure } from './terminal.ts';

/** Most things of a kind that are named on the terminal. */
const MOST_NAMED = 10;

/** What a release changes for those who use the one before it, as lines; none where nothing of this kind changes. */
export function breakLines(breaks: Breaks, language: Language): readonly string[] {
  const told = SECTIONS.flatMap((section) => section(breaks, language));
  if (told.length === 0) return [];
  const head = breaks.previous
    ? {
        fr: `Ce qui change pour qui se sert de la version ${breaks.previous} :`,
        en: `What changes for those who use release ${breaks.previous}:`,
      }
    : { fr: 'À savoir avant de publier :', en: 'To know before publishing:' };
  return [head[language], ...told.map((line) => `  ${line}`)];
}

type Section = (breaks: Breaks, language: Language) => readonly string[];

const SECTIONS: readonly Section[] = [
  ({ datasets: { removed } }, language) =>
    counted(removed, removed.length, { fr: 'jeux de données disparus', en: 'datasets gone' }, language),
  ({ datasets: { added } }, language) =>
    counted(added, added.length, { fr: 'jeux de données nouveaux', en: 'new datasets' }, language),
  ({ iris: { vanished } }, language) =>
    counted(vanished.some, vanished.count, { fr: 'adresses disparues', en: 'addresses vanished' }, language),
  ({ iris: { withdrawn } }, language) =>
    counted(
      withdrawn.some,
      withdrawn.count,
      { fr: 'adresses retirées', en: 'addresses withdrawn' },
      language,
    ),
  ({ iris: { replaced } }, language) =>
    counted(replaced.some, replaced.count, { fr: 'adresses remplacées', en: 'addresses replaced' }, language),
  ({ terms }, language) => named(terms, (one) => termText(one, language), language),
  ({ queries }, language) => named(queries, (one) => queryText(one)[language], language),
  ({ unasked }, language) => named(unasked, (one) => unaskedText(one)[language], language),
  ({ jumps }, language) => named(jumps, (one) => jumpText(one, language), language),
  ({ dumps }, language) =>
    counted(
      dumps,
      dumps.length,
      { fr: 'fichiers qui ne sont plus publiés', en: 'files no longer published' },
      language,
    ),
];

/** How many, then the first of them. */
function counted(
  some: readonly string[],
  count: number,
  what: Bilingual,
  language: Language,
): readonly string[] {
  if (count === 0) return [];
  const head = { fr: `${what.fr} : ${figure(count, 'fr')}`, en: `${what.en}: ${figure(count, 'en')}` }[
    language
  ];
  const shown = some.slice(0, MOST_NAMED).map((one) => `  ${one}`);
  return [head, ...shown, ...more(count - shown.length, language).map((line) => `  ${line}`)];
}

function named<T>(all: readonly T[], text: (one: T) => string, language: Language): readonly string[] {
  return [...all.slice(0, MOST_NAMED).map(text), ...more(all.length - MOST_NAMED, language)];
}

const more = (count: number, language: Language): readonly string[] =>
  count <= 0
    ? []
    : [{ fr: `… et ${figure(count, 'fr')} de plus`, en: `… and ${figure(count, 'en')} more` }[language]];

function termText({ slug, kind, iri, change, count }: TermChange, language: Language): string {
  const what = { class: { fr: 'classe', en: 'class' }, property: { fr: 'propriété', en: 'property' } }[kind];
  const how = {
    appears: { fr: 'nouvelle', en: 'new' },
    vanishes: { fr: 'disparue', en: 'gone' },
  }[change];
  const text = {
    fr: `${slug} : ${what.fr} ${how.fr}, <${iri}> (${figure(count, 'fr')})`,
    en: `${slug}: ${how.en} ${what.en}, <${iri}> (${figure(count, 'en')})`,
  };
  return text[language];
}

function queryText({ name, change, before = [], after = [], reason = '' }: QueryChange): Bilingual {
  const file = `queries/${name}.rq`;
  const [was, is] = [before.join(', '), after.join(', ')];
  const texts: Readonly<Record<QueryChange['change'], Bilingual>> = {
    gone: { fr: 'n’existe plus', en: 'is gone' },
    empty: { fr: 'ne trouve rien', en: 'finds nothing' },
    fails: { fr: `n’a pas de réponse (${reason})`, en: `has no answer (${reason})` },
    columns: { fr: `a d’autres colonnes (${was} → ${is})`, en: `has other columns (${was} → ${is})` },
    unfilled: { fr: `a des colonnes vides désormais (${is})`, en: `has columns that are empty now (${is})` },
  };
  return joined([{ fr: file, en: file }, texts[change]], ' ');
}

const REASONS: Readonly<Record<UnaskedReason, Bilingual>> = {
  late: { fr: 'le temps pour toutes les questions était écoulé', en: 'the time for all queries had passed' },
  others: { fr: 'la question interroge d’autres serveurs', en: 'the query asks other servers' },
  stopped: {
    fr: 'le processus qui les pose s’est arrêté, peut-être faute de mémoire',
    en: 'the process that asks has stopped, for want of memory perhaps',
  },
  'too-large': {
    fr: 'la mémoire de cette machine ne contient pas la version',
    en: 'the memory of this machine does not hold the release',
  },
};

const unaskedText = ({ name, reason }: Breaks['unasked'][number]): Bilingual => ({
  fr: `queries/${name}.rq n’a pas été posée : ${REASONS[reason].fr}`,
  en: `queries/${name}.rq was not asked: ${REASONS[reason].en}`,
});

const FIGURES: Readonly<Record<Jump['figure'], Bilingual>> = {
  things: { fr: 'choses', en: 'things' },
  statements: { fr: 'énoncés', en: 'statements' },
  bytes: { fr: 'octets', en: 'bytes' },
};

function jumpText({ slug, figure: what, before, after }: Jump, language: Language): string {
  const share = before === 0 ? '' : ` (${signed(((after - before) / before) * 100, language)} %)`;
  const text = `${FIGURES[what][language]}, ${figure(before, language)} → ${figure(after, language)}${share}`;
  return { fr: `${slug} : ${text}`, en: `${slug}: ${text}` }[language];
}

const signed = (value: number, language: Language): string =>
  `${value > 0 ? '+' : '-'}${figure(Math.abs(value), language)}`;
