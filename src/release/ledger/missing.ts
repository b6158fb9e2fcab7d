import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Bilingual, type Complaint, joined } from '../../model/index.ts';
import { csvRow } from '../cells/csv-row.ts';
import { inChunks } from '../dataset/stars.ts';
import { leftOutOf } from '../take-over.ts';
import { delimiterOf } from './declared.ts';
import { entriesAt } from './ledger-before.ts';
import { nameIn } from './part.ts';
import { COLUMNS, type Column } from './row.ts';
import type { LedgerSurvey } from './survey.ts';

export interface MissingUris {
  readonly survey: LedgerSurvey;
  /** Whether they are those of a dataset that is not published any more. */
  readonly isGivenUp: boolean;
  /** Absolute path of the part of the ledger, in which they are marked. */
  readonly ledger: string;
  readonly root: string;
  readonly base: string;
  /** The draft's folder; the table that would do is written to its reports. */
  readonly folder: string;
  /** ISO 8601 day of the proposed rows. */
  readonly day: string;
}

/** Refuses a release without URIs that were published: which they are, and the rows that would say what became of them. */
export async function refuseMissing(missing: MissingUris): Promise<Complaint> {
  const { survey, isGivenUp } = missing;
  const { slug, table } = survey.part;
  const { count, first } = survey.missing;
  const leftOut = isGivenUp ? new Set<string>() : await leftOutAmong(missing);
  const propose = proposer(missing, leftOut);
  const rows = isGivenUp ? [propose('*')] : first.map(({ iri }) => propose(iri));
  const file = await writeTable(missing, propose);
  const text = [COLUMNS, ...rows.map(cellsOf)].map((cells) => csvRow(cells, ',').trimEnd()).join('\n');
  const named = first.map(({ iri }) => nameIn(iri, survey.part)).join(', ');
  const found = gone(count, count > first.length ? `${named}, …` : named, slug);
  const faulty = leftOut.size > 0 ? leftOutSentence(leftOut.size, slug) : { fr: '', en: '' };
  return {
    place: { file: table },
    found: joined([found, faulty], ''),
    remedy: {
      fr: `Rendez-les à la source, ou dites dans ${table} ce qu’elles sont devenues (replaced_by : ce qui les remplace). Toutes les lignes à écrire sont dans ${file}, avec les rapports${rows.length < count && !isGivenUp ? ' ; les premières' : ''} :\n${text}`,
      en: `Give them back to the source, or say in ${table} what became of them (replaced_by: what replaces them). All rows to write are in ${file}, with the reports${rows.length < count && !isGivenUp ? '; the first ones' : ''}:\n${text}`,
    },
  };
}

function gone(count: number, named: string, slug: string | undefined): Bilingual {
  const [fr, en] = slug === undefined ? ['de l’ontologie', 'the ontology'] : [`de « ${slug} »`, `“${slug}”`];
  if (count === 1)
    return {
      fr: `Une URI publiée disparaîtrait ${fr} : ${named}.`,
      en: `A published URI would disappear from ${en}: ${named}.`,
    };
  return {
    fr: `${count} URI publiées disparaîtraient ${fr} : ${named}.`,
    en: `${count} published URIs would disappear from ${en}: ${named}.`,
  };
}

const leftOutSentence = (count: number, slug = ''): Bilingual => ({
  fr: ` Écartées par les formes parmi elles : ${count} ; le rapport ${slug}.html dit quelles cellules corriger.`,
  en: ` Left out by shapes among them: ${count}; the report ${slug}.html tells which cells to correct.`,
});

type Row = Readonly<Record<Column, string>>;

const cellsOf = (row: Row): readonly string[] => COLUMNS.map((column) => row[column]);

const REASONS = {
  gone: { fr: 'N’est plus dans la source.', en: 'No longer in the source.' },
  faulty: { fr: 'Données fautives.', en: 'Faulty data.' },
};

type Propose = (iri: string) => Row;

/** Rows that are enough as they are. */
const proposer =
  ({ base, day }: MissingUris, leftOut: ReadonlySet<string>): Propose =>
  (iri) => {
    const reason = leftOut.has(iri) ? REASONS.faulty : REASONS.gone;
    const uri = iri.startsWith(base) ? iri.slice(base.length) : iri;
    return { uri, replaced_by: '', date: day, reason_fr: reason.fr, reason_en: reason.en };
  };

/** Things among the missing that shapes left out. */
async function leftOutAmong({ survey, folder, ledger }: MissingUris): Promise<ReadonlySet<string>> {
  const { slug } = survey.part;
  if (slug === undefined) return new Set();
  const leftOut = new Set(await leftOutOf(folder, slug));
  const found = new Set<string>();
  if (leftOut.size > 0)
    for await (const { iri, status } of entriesAt(ledger))
      if (status === 'missing' && leftOut.has(iri)) found.add(iri);
  return found;
}

/** The table as it would have to be: what is written there already, and a row for each URI. */
async function writeTable(
  { survey, isGivenUp, ledger, root, folder }: MissingUris,
  propose: Propose,
): Promise<string> {
  const { slug = 'ontology', table } = survey.part;
  const name = `${slug}.withdrawn.csv`;
  const path = join(folder, 'reports', name);
  const written = await readFile(join(root, table), 'utf8').catch(() => '');
  const delimiter = delimiterOf(written);
  const columns = columnsOf(written, delimiter);
  const line = (row: Row) =>
    csvRow(
      columns.map((column) => row[column as Column] ?? ''),
      delimiter,
    );
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, written === '' ? csvRow(COLUMNS, delimiter) : written.replace(/[^\n]$/, '$&\r\n'));
  if (isGivenUp) await appendFile(path, line(propose('*')));
  else
    for await (const some of inChunks(entriesAt(ledger), 4096)) {
      const missing = some.filter(({ status }) => status === 'missing');
      await appendFile(path, missing.map(({ iri }) => line(propose(iri))).join(''));
    }
  return name;
}

/** The columns of a table in its own order. */
function columnsOf(text: string, delimiter: string): readonly string[] {
  const header = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  return header === '' ? COLUMNS : header.split(delimiter).map((name) => name.replace(/^"|"$/g, '').trim());
}
