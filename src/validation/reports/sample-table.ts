import type { Bilingual, Language, ShapeResultGroup, ShapeResultSample } from '../../model/index.ts';
import { ownMessage } from './dataset-report.ts';
import { shortened, shortName } from './quoting.ts';
import { remedyText } from './remedies.ts';
import { attribute as escaped } from './xml-text.ts';

/** How a cell speaks: what comes out of `say` is markup. */
interface Speech {
  readonly say: (text: string) => string;
  readonly language: Language;
}

type ToldSample = ShapeResultSample & {
  readonly component: string;
  /** The message of its group. */
  readonly ofGroup: Bilingual;
  /** Whether the thing has a page. */
  readonly isPublished: boolean;
};

/** A column of the table: its heading, and what stands in it for a sample, as markup. */
interface Column {
  readonly name: Bilingual;
  /** A class of the style. */
  readonly kind: string;
  readonly read: (sample: ToldSample, speech: Speech) => string;
}

const COLUMNS: readonly Column[] = [
  {
    name: { fr: 'Ligne', en: 'Row' },
    kind: 'row',
    read: ({ sheetRow, line, row }, { say, language }) => {
      if (sheetRow !== undefined) return say(sheetRow.toLocaleString(language));
      if (line === undefined) return '–';
      return say({ fr: `${line} (n° ${row})`, en: `${line} (no. ${row})` }[language]);
    },
  },
  {
    name: { fr: 'Colonne', en: 'Column' },
    kind: 'column',
    read: ({ column }, { say }) => (column ? say(column) : '–'),
  },
  { name: { fr: 'Écrit', en: 'Written' }, kind: 'cell', read: writtenMarkup },
  {
    name: { fr: 'Que faire', en: 'What to do' },
    kind: 'remedy',
    read: (sample, { say, language }) =>
      ownMessage(sample, sample.ofGroup, language)
        .map((text) => `<p>${say(text)}</p>`)
        .join('') +
      say(remedyText(sample, language)) +
      reasonList(sample, { say, language }),
  },
  {
    name: { fr: 'Chose', en: 'Thing' },
    kind: 'thing',
    read: ({ thing, isPublished }) => thingMarkup(thing, isPublished),
  },
];

/** Samples as a table; on narrow screens each becomes a card, whose lines bear the names of the columns. */
export function sampleTable(
  {
    samples,
    component,
    severity,
    message: ofGroup,
  }: Pick<ShapeResultGroup, 'samples' | 'component' | 'severity' | 'message'>,
  speech: Speech,
): string {
  const { say, language } = speech;
  const file = samples.find((sample) => sample.file !== undefined)?.file;
  const caption = file === undefined ? '' : `<caption>${escaped(file)}</caption>`;
  const head = COLUMNS.map(
    ({ name, kind }) => `<th scope="col" class="${kind}">${say(name[language])}</th>`,
  ).join('');
  const rows = samples.map((sample) => {
    const told = { ...sample, component, ofGroup, isPublished: severity !== 'violation' };
    const cells = COLUMNS.map(
      ({ name, kind, read }) =>
        `<td class="${kind}" data-name="${say(name[language])}">${read(told, speech)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${caption}<thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
}

const EMPTY: Bilingual = { fr: 'vide', en: 'empty' };

function writtenMarkup({ cell, value }: ShapeResultSample, { say, language }: Speech): string {
  const written = cell ?? value;
  if (written === undefined) return '–';
  if (written.trim() === '') return `<span class="empty">${say(EMPTY[language])}</span>`;
  return `<span class="written">${escaped(shortened(written, 120))}</span>`;
}

function reasonList({ details = [] }: ShapeResultSample, { say, language }: Speech): string {
  if (details.length === 0) return '';
  const items = [...new Set(details.map(({ message }) => message[language]))].slice(0, 5);
  return `<ul>${items.map((item) => `<li>${say(item)}</li>`).join('')}</ul>`;
}

/** The last parts of its address; the whole of it for who asks. */
function thingMarkup(thing: string, isPublished: boolean): string {
  const name = `<span title="${escaped(thing)}">${escaped(shortName(thing))}</span>`;
  return isPublished && /^https?:/.test(thing) ? `<a href="${escaped(thing)}">${name}</a>` : name;
}
