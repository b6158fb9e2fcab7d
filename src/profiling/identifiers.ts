import {
  type Bilingual,
  type ColumnKind,
  counted,
  type Guess,
  type IdentifierSearch,
  type RecordSource,
  recordCount as said,
} from '../model/index.ts';
import type { FoundColumn } from './column-profile.ts';
import { combinations } from './combinations.ts';
import { type CheckedKey, checkKeys } from './key-check.ts';
import { wordsOf } from './kinds.ts';
import type { ProfileOptions } from './options.ts';
import { rowNumberReason } from './row-numbers.ts';
import { confidence, figures } from './sentences.ts';

/** What is needed to look for what names a record. */
export interface IdentifierQuestion {
  readonly columns: readonly FoundColumn[];
  readonly records: number;
  /** Opens the source again. */
  readonly open: () => Promise<RecordSource>;
  readonly options: Pick<ProfileOptions, 'signal'>;
}

interface Candidate {
  readonly columns: readonly string[];
  readonly score: number;
  readonly isUnique: boolean;
  /** Share of the records that repeat another's value, or have none. */
  readonly repeated: number;
}

/** Fewest cells that are filled, and values that are said once. */
const LEAST = 0.98;
/** Past this a single column is good enough not to look for several. */
const GOOD = 0.55;
/** A few repetitions are faults of the file; more of them mean that something else belongs to the identifier. */
const FEW = 0.005;
/** Of a million records, sets of hashes for more than these would fill the memory. */
const MOST_CHECKED = 6;
const MOST_CHECKED_OF_MANY = 3;
const MANY = 300_000;

/** What it is worth that several columns never repeat themselves where one does. */
const MENDED = 0.2;

/** How much a column of a kind looks like something that stays when the file is made anew. */
const STABLE: Readonly<Partial<Record<ColumnKind, number>>> = {
  merimee: 0.98,
  palissy: 0.98,
  joconde: 0.96,
  museofile: 0.96,
  'insee-commune': 0.93,
  code: 0.92,
  whole: 0.66,
  'web-address': 0.45,
  'closed-list': 0.4,
  text: 0.36,
  'insee-department': 0.9,
  'department-name': 0.5,
  'region-name': 0.5,
  'insee-region': 0.9,
  year: 0.5,
  coordinates: 0.42,
  date: 0.3,
};

const NAMING =
  /\bid\b|identifi|\bref\b|reference|\bcode\b|\bcle\b|\bkey\b|numero|\bnum\b|\bn\b|uuid|\bark\b|notice|\binv\b|inventaire|siret|siren|\buai\b/;

/** Where standards of exchange have the identifier of a record. */
const STANDARD =
  /^lido lido rec id$|^oai header oai identifier$|^(?:eac )?control (?:eac )?record id$|eadheader \S*eadid$/;

/** Finds the columns that name a record best, tells why others do not, and where the best repeat themselves. */
export async function findIdentifiers(question: IdentifierQuestion): Promise<IdentifierSearch> {
  const { columns, records } = question;
  const reasons = columns.map((column) => rowNumberReason(column, records));
  const refused = columns.flatMap(({ profile }, at) => {
    const reason = reasons[at];
    return reason === undefined ? [] : [{ columns: [profile.name], reason }];
  });
  const left = columns.filter((_, at) => reasons[at] === undefined);
  const singles = left
    .map((column) => singleCandidate(column, records))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.score - a.score);
  const best = singles[0];
  if (best !== undefined && best.score >= GOOD && best.repeated < FEW)
    return { refused, ...(await proposed(question, best)) };
  return { refused, ...(await together(question, left, best)) };
}

function singleCandidate({ profile, tally }: FoundColumn, records: number): Candidate | undefined {
  const { filled, distinct, isDistinctExact, longest, kind } = profile;
  const stable = STABLE[kind.value] ?? 0;
  if (stable === 0 || !isDistinctExact || longest > 200 || profile.html > 0) return undefined;
  if (filled < records * LEAST || filled > records || distinct < filled * LEAST) return undefined;
  const isUnique = filled === records && distinct === filled;
  const words = wordsOf(profile.name);
  const isNamed = NAMING.test(words);
  const early = profile.position === 0 ? 0.02 : -Math.min(0.02, profile.position * 0.001);
  const named = kind.value === 'whole' && tally.order.risesBy !== undefined ? 0.05 : isNamed ? 0.12 : 0;
  const nearly = isUnique ? 0 : 0.1 + Math.min(0.1, (5 * (filled - distinct)) / filled);
  const standard = STANDARD.test(words) ? 0.6 : 0;
  const repeated = 1 - distinct / records;
  return { columns: [profile.name], score: stable + named + standard + early - nearly, isUnique, repeated };
}

type Found = Omit<IdentifierSearch, 'refused'>;

const NONE: Found = { duplicates: [], duplicated: { values: 0, records: 0 } };

async function proposed(
  question: IdentifierQuestion,
  { columns, score, isUnique }: Candidate,
): Promise<Found> {
  if (isUnique) return { ...NONE, proposed: guess(columns, score, unique(question.records)) };
  const [checked] = await checkKeys(await question.open(), [columns], question.options);
  return checked === undefined ? NONE : fromCheck(checked, question.records, score);
}

const guess = (value: readonly string[], score: number, evidence: Bilingual): Guess<readonly string[]> => ({
  value,
  confidence: confidence(Math.min(0.99, score)),
  evidence,
});

const unique = (records: number): Bilingual => ({
  fr: `Autant de valeurs différentes que d’enregistrements (${figures(records).fr}), aucune cellule vide.`,
  en: `As many different values as records (${figures(records).en}), no empty cell.`,
});

function fromCheck(checked: CheckedKey, records: number, score: number): Found {
  const { columns, duplicated, duplicates, complete } = checked;
  const told = { different: figures(complete - duplicated.records), all: said(records) };
  const beyond = counted(duplicated.records, ['répétition', 'répétitions'], ['repetition', 'repetitions']);
  const lacking = said(records - complete);
  const empty =
    complete === records
      ? { fr: '', en: '' }
      : { fr: `, ${lacking.fr} sans valeur`, en: `, ${lacking.en} without value` };
  const evidence =
    duplicated.records === 0 && complete === records
      ? unique(records)
      : {
          fr: `${told.different.fr} valeurs différentes pour ${told.all.fr} ; ${beyond.fr}${empty.fr}.`,
          en: `${told.different.en} different values for ${told.all.en}; ${beyond.en}${empty.en}.`,
        };
  return { proposed: guess(columns, score, evidence), duplicates, duplicated };
}

/** Two or three columns, where no single one will do; else the best of the bad. */
async function together(
  question: IdentifierQuestion,
  left: readonly FoundColumn[],
  single: Candidate | undefined,
): Promise<Found> {
  const { records } = question;
  const most = records > MANY ? MOST_CHECKED_OF_MANY : MOST_CHECKED;
  const keys = records < 3 ? [] : combinations(left, records).slice(0, most);
  if (keys.length > 0) {
    const checked = await checkKeys(
      await question.open(),
      keys.map((key) => key.columns),
      question.options,
    );
    const rated = checked
      .map((one, at) => ({ one, score: ratedKey(one, records, keys[at]?.score ?? 0) }))
      .sort((a, b) => b.score - a.score);
    const best = rated[0];
    const bar = single === undefined ? 0.3 : single.score - (single.isUnique ? 0 : MENDED);
    if (best !== undefined && best.score > bar) return fromCheck(best.one, records, best.score);
  }
  return single === undefined ? NONE : proposed(question, single);
}

function ratedKey({ complete, duplicated, isGivenUp }: CheckedKey, records: number, score: number): number {
  if (isGivenUp || complete < records * LEAST) return 0;
  const repeated = duplicated.records / records;
  if (repeated > 1 - LEAST) return 0;
  return repeated === 0 && complete === records ? score : score - 0.1 - 5 * repeated;
}
