import type { Bilingual, Language } from '../model/index.ts';
import { evidenceLine } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import type { Rule, Statement, View, Written } from './facts.ts';
import { joinedReasons } from './reasons.ts';
import { pairLines, reference } from './terms-text.ts';
import { comment, flow, scalar, schemaLine } from './yaml-text.ts';

interface MappingParts {
  readonly columns: readonly PlannedColumn[];
  readonly main: Rule;
  readonly written: Written;
}

/** `mapping.yml`: each line under what it was concluded from. */
export function mappingText(request: DraftRequest, { columns, main, written }: MappingParts): string {
  const { views = [], rules } = written;
  const isTable = request.profile.source.format === 'csv';
  const lines = [
    ...schemaLine(request, 'mapping'),
    ...head(request).flatMap((text) => comment(text)),
    ...(isTable ? columnLines(columns, request.language) : []),
    ...viewLines(views),
    'mappings:',
    ...ruleLines(main),
    ...rules.flatMap(ruleLines),
    ...leftLines(columns, request),
  ];
  return `${lines.join('\n')}\n`;
}

const head = ({ answers, file, profile, language }: DraftRequest): readonly string[] => {
  const texts: Bilingual = {
    fr: `${answers.title.fr}\u00a0: esquisse faite par «\u00a0cimaise add\u00a0» d’après ${file} (${profile.records.toLocaleString('fr')} enregistrements, ${profile.columns.length} colonnes).`,
    en: `${answers.title.en}: drafted by “cimaise add” from ${file} (${profile.records.toLocaleString('en')} records, ${profile.columns.length} columns).`,
  };
  const advice: Bilingual = {
    fr: 'Au-dessus de chaque ligne, ce qui l’a fait proposer. Corrigez ce qui est faux, effacez les commentaires relus, puis «\u00a0cimaise preview\u00a0».',
    en: 'Above each line is what made it be proposed. Correct what is wrong, delete comments that you have read, then “cimaise preview”.',
  };
  return [texts[language], advice[language]];
};

/** Columns with another name, or other names in other files. */
function columnLines(columns: readonly PlannedColumn[], language: Language): readonly string[] {
  const named = columns.filter(({ aliases, fate }) => aliases.length > 0 && fate.kind !== 'left');
  if (named.length === 0) return [];
  return [
    ...comment(ALIASES[language]),
    'columns:',
    ...named.map(({ key, aliases }) => `  ${scalar(key)}: ${flow(aliases)}`),
  ];
}

const isRead = (fate: PlannedColumn['fate']['kind']): boolean => fate !== 'left' && fate !== 'private';

const ALIASES: Bilingual = {
  fr: 'Noms des colonnes ici, puis dans le fichier ou dans d’autres exports du même fichier.',
  en: 'Names of columns here, then in the file or in other exports of the same file.',
};

const viewLines = (views: readonly View[]): readonly string[] =>
  views.length === 0
    ? []
    : ['sources:', ...views.map(({ name, each, as }) => `  ${name}: { each: ${scalar(each)}, as: ${as} }`)];

function ruleLines({
  name,
  comments = [],
  sources,
  subject,
  condition,
  statements,
}: Rule): readonly string[] {
  const isCall = subject.startsWith('{');
  return [
    ...comments.flatMap((text) => comment(text, '  ')),
    `  ${name}:`,
    ...(sources === undefined ? [] : [`    sources: ${sources}`]),
    `    subjects: ${isCall ? subject : scalar(subject)}`,
    ...(condition === undefined ? [] : [`    condition: ${scalar(condition)}`]),
    '    predicateobjects:',
    ...statements.flatMap(statementLines),
  ];
}

const INDENT = '      ';

const statementLines = ({ property, object, condition, comments = [] }: Statement): readonly string[] => [
  ...comments.flatMap((text) => comment(text, INDENT)),
  ...pairLines(property, object, condition).map((line) => INDENT + line),
];

/** Columns of which nothing is said, with the line that would say it. */
function leftLines(
  columns: readonly PlannedColumn[],
  { profile, language }: DraftRequest,
): readonly string[] {
  const published = profile.source.format === 'csv' ? PUBLISHED : PUBLISHED_ELSEWHERE;
  const left = columns.filter(({ fate }) => !isRead(fate.kind));
  if (left.length === 0) return [];
  return [
    ...comment(LEFT[language]),
    ...left.flatMap(({ column, key, fate, reasons, confidence }) => [
      ...comment(
        `- ${evidenceLine([column.name], { said: joinedReasons(reasons, language), confidence }, language)}`,
      ),
      ...(fate.kind === 'private'
        ? [
            ...comment(published[language]),
            ...comment(`- [${propertyOfPersonal(column.kind.value)}, ${reference(key)}]`),
          ]
        : []),
    ]),
  ];
}

const PUBLISHED: Bilingual = {
  fr: 'Pour la publier, ôtez-la de privateColumns (dataset.yml) et écrivez ici\u00a0:',
  en: 'To publish it, take it out of privateColumns (dataset.yml) and write here:',
};

/** Of a document nothing is kept that no rule reads: there are no privateColumns. */
const PUBLISHED_ELSEWHERE: Bilingual = {
  fr: 'Pour le publier, écrivez ici\u00a0:',
  en: 'To publish it, write here:',
};

const LEFT: Bilingual = {
  fr: 'Ce qui n’est pas publié, et pourquoi\u00a0:',
  en: 'What is not published, and why:',
};

const propertyOfPersonal = (kind: string): string => (kind === 'phone' ? 'schema:telephone' : 'schema:email');
