import { columnNamed } from './column-keys.ts';
import { commentsOf } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import type { Written } from './facts.ts';
import { capital } from './names.ts';
import type { Subject } from './subject.ts';
import { callOf, coalesced, type Object3, quoted, reference } from './terms-text.ts';

/** What things are called: a name that is filled, else another, else their identifier. Every thing has a name. */
export function writeName(
  request: DraftRequest,
  columns: readonly PlannedColumn[],
  subject: Subject,
): Written {
  const { language, profile } = request;
  const parts = templateOf(request, columns);
  const named = parts ?? namesOf(request, columns);
  const object = nameObject(request, { parts, named, subject });
  const comments = named.slice(0, 1).flatMap((one) => commentsOf(one, language));
  return {
    statements: [
      {
        property: 'schema:name',
        object: { ...object, language: 'fr' },
        comments: comments.length > 0 ? comments : [NO_NAME[language]],
      },
    ],
    rules: [],
    facts: [
      {
        property: 'schema:name',
        label: { fr: 'Nom', en: 'Name' },
        from: named.map(({ column }) => column.name),
        isAlways: profile.records > 0,
        isOne: true,
        value: 'text',
      },
    ],
  };
}

const NO_NAME = {
  fr: 'Aucune colonne ne donne de nom : le nom est fait de l’identifiant. Choisissez mieux si vous le pouvez.',
  en: 'No column gives a name: the name is made of the identifier. Choose better if you can.',
};

interface Naming {
  /** Columns whose cells are the name together. */
  readonly parts: readonly PlannedColumn[] | undefined;
  readonly named: readonly PlannedColumn[];
  readonly subject: Subject;
}

/** The columns that a known file’s names are made of, where all are there. */
function templateOf(
  request: DraftRequest,
  columns: readonly PlannedColumn[],
): readonly PlannedColumn[] | undefined {
  const isTable = request.profile.source.format === 'csv';
  const wanted = request.family?.nameTemplate ?? [];
  const parts = wanted.flatMap((one) => columnNamed(columns, spellings(request, one), isTable) ?? []);
  return parts.length > 0 && parts.length === wanted.length ? parts : undefined;
}

function nameObject(request: DraftRequest, { parts, named, subject }: Naming): Object3 {
  const { profile } = request;
  const rest = identifierName(request, subject);
  if (parts !== undefined) {
    const template = parts.map(({ key }) => reference(key)).join(', ');
    const isAlways = parts.every(({ column }) => column.filled === profile.records);
    return isAlways ? { template } : { call: coalesced([quoted(template), rest]) };
  }
  const always = named.findIndex(({ column }) => column.filled === profile.records);
  const tried = (always < 0 ? named : named.slice(0, always + 1)).map(({ key }) => reference(key));
  const [only] = tried;
  if (always === 0 && only !== undefined) return { template: only };
  return always > 0
    ? { call: coalesced(tried) }
    : only === undefined
      ? asObject(rest)
      : { call: coalesced([...tried, rest]) };
}

/** `Musée M0014`; of a hash only what it is. */
function identifierName({ family, answers }: DraftRequest, { template }: Subject): string {
  const thing = family?.thing.fr ?? answers.title.fr;
  const word = capital(thing);
  return quoted(template === undefined ? word : `${word} ${template}`);
}

const asObject = (text: string): Object3 => ({ call: callOf('cim:normalise', text) });

/** All spellings of a known header. */
const spellings = ({ family }: DraftRequest, name: string): readonly string[] =>
  family?.columns.find(({ names }) => names.includes(name))?.names ?? [name];

/** Columns that can name things, the best first: those known as names, else the texts that tell things apart best. */
function namesOf({ profile }: DraftRequest, columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const known = columns
    .filter(({ nameRank, fate }) => nameRank !== undefined && fate.kind === 'used')
    .sort((a, b) => (a.nameRank ?? 0) - (b.nameRank ?? 0));
  if (known.length > 0) return known;
  const texts = columns.filter(
    ({ column, fate, separator }) =>
      fate.kind === 'used' &&
      (column.kind.value === 'text' || column.kind.value === 'closed-list') &&
      separator === undefined &&
      column.longest <= LONGEST &&
      column.filled >= profile.records * 0.9,
  );
  return texts.sort((a, b) => b.column.distinct - a.column.distinct).slice(0, 1);
}

/** A longer text is a description. */
const LONGEST = 250;
