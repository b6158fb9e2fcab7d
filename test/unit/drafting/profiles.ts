import type { Answers, DraftRequest } from '../../../src/drafting/index.ts';
import { draftDataset, proposeAnswers, recognise } from '../../../src/drafting/index.ts';
import type { ColumnKind, ColumnProfile, SourceProfile } from '../../../src/model/index.ts';

/** A column of a made-up profile: its kind, what it holds, and what else is known of it. */
export interface MadeColumn extends Partial<Omit<ColumnProfile, 'kind' | 'name' | 'position'>> {
  readonly kind?: ColumnKind;
  readonly confidence?: number;
  readonly examples?: readonly string[];
}

const said = (text: string) => ({ fr: `${text} (fr)`, en: `${text} (en)` });

/** A profile of ten records, its columns by their headers in order. */
export function profileOf(
  columns: readonly (readonly [string, MadeColumn?])[],
  more: Partial<SourceProfile> = {},
): SourceProfile {
  return {
    source: {
      path: '/nowhere/objets.csv',
      shown: 'objets.csv',
      format: 'csv',
      dialect: { delimiter: ';', quote: '"', encoding: 'utf-8' },
      namespaces: {},
    },
    dialect: [],
    bytes: 1000,
    records: 10,
    columns: columns.map(([name, column = {}], position) => columnOf(name, column, position)),
    identifiers: { duplicates: [], duplicated: { values: 0, records: 0 }, refused: [] },
    places: [],
    findings: [],
    ...more,
  };
}

function columnOf(
  name: string,
  { kind = 'text', confidence = 0.95, examples = [], ...rest }: MadeColumn,
  position: number,
): ColumnProfile {
  return {
    name,
    position,
    filled: 10,
    distinct: 10,
    isDistinctExact: true,
    longest: 20,
    frequent: examples.map((value) => ({ value, count: 1 })),
    kind: { value: kind, confidence, evidence: said(kind) },
    odd: [],
    html: 0,
    ...rest,
  };
}

/** An identifier that was proposed. */
export const namedBy = (...columns: readonly string[]): Pick<SourceProfile, 'identifiers'> => ({
  identifiers: {
    proposed: { value: columns, confidence: 0.9, evidence: said('unique') },
    duplicates: [],
    duplicated: { values: 0, records: 0 },
    refused: [],
  },
});

/** What is drafted of a profile without anybody being asked. */
export function draftOf(
  profile: SourceProfile,
  answers: Partial<Answers> = {},
  more: Partial<DraftRequest> = {},
) {
  const family = recognise(profile)?.value;
  const project = { slugs: [], terms: new Map<string, string>() };
  const file = 'objets.csv';
  const proposed = proposeAnswers({ profile, family, project, file, base: 'http://localhost:3000/' });
  const drafted = draftDataset({
    profile,
    family,
    project,
    file,
    language: 'en',
    ...more,
    answers: { ...proposed, ...answers },
  });
  const text = (path: string): string =>
    drafted.files.get(path.replace('%', answers.slug ?? proposed.slug)) ?? '';
  return {
    ...drafted,
    family,
    mapping: text('data/%/mapping.yml'),
    dataset: text('data/%/dataset.yml'),
    shape: text('shapes/%.ttl'),
    ontology: text('ontologies/%.ttl'),
    query: text('queries/examples/%/par-nom.rq'),
  };
}

/** Lines of a text that are no comments, joined: what a mapping says. */
export const without = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !line.trim().startsWith('#'))
    .join('\n');
