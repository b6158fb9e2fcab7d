import type { Bilingual, Language } from '../../model/index.ts';
import type { FunctionDescription, FunctionExample, FunctionParameter } from './function.ts';
import { CIM, GREL, IDLAB } from './namespaces.ts';
import { SUBJECTS } from './registry.ts';

const TITLES: Readonly<Record<keyof typeof SUBJECTS, Bilingual>> = {
  text: { fr: 'Texte', en: 'Text' },
  conditions: { fr: 'Conditions', en: 'Conditions' },
  dates: { fr: 'Dates en français', en: 'French dates' },
  people: { fr: 'Personnes et organismes', en: 'People and bodies' },
  measures: { fr: 'Mesures', en: 'Measures' },
  places: { fr: 'Lieux', en: 'Places' },
  identifiers: { fr: 'Identifiants vérifiés', en: 'Checked identifiers' },
  links: { fr: 'Liens', en: 'Links' },
  grel: { fr: 'GREL (OpenRefine)', en: 'GREL (OpenRefine)' },
  idlab: { fr: 'IDLab', en: 'IDLab' },
};

const PREFIXES = [
  [CIM, 'cim:'],
  [GREL, 'grel:'],
  [IDLAB, 'idlab-fn:'],
] as const;

/** `cim:slug`: how a mapping writes the function. */
export function shortName({ iri }: FunctionDescription): string {
  const found = PREFIXES.find(([namespace]) => iri.startsWith(namespace));
  return found ? found[1] + iri.slice(found[0].length) : iri;
}

/** `cim:split(value, separator)`; what may be left out is in brackets. */
const signature = (one: FunctionDescription): string =>
  `${shortName(one)}(${one.parameters.map(({ name, required }) => (required ? name : `[${name}]`)).join(', ')})`;

const shown = (value: string | readonly string[]): string =>
  (typeof value === 'string' ? [value] : value).map(quoted).join(' ');

/** Quoted, with spaces and marks that one would not see written as escapes. */
const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    /[\u00a0\u202f\p{M}]/gu,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const NOTHING: Bilingual = { fr: 'rien', en: 'nothing' };

const result = ({ gives, notes }: FunctionExample, language: Language): string =>
  [gives.length === 0 ? NOTHING[language] : shown(gives), ...(notes ?? []).map((code) => `(${code})`)].join(
    ' ',
  );

const arguments_ = ({ args }: FunctionExample, language: Language): string =>
  Object.entries(args)
    .map(
      ([name, value]) =>
        `${name}: ${value.length === 0 && Array.isArray(value) ? NOTHING[language] : shown(value)}`,
    )
    .join(', ');

const colon: Bilingual = { fr: '\u00a0:', en: ':' };

const explained = ({ name, required, description }: FunctionParameter, language: Language): string =>
  `${required ? name : `[${name}]`}${colon[language]} ${description[language]}`;

/** One function for a terminal, line by line. */
export function functionPage(one: FunctionDescription, language: Language): readonly string[] {
  return [
    signature(one),
    `  ${one.description[language]}`,
    ...one.parameters.map((parameter) => `  ${explained(parameter, language)}`),
    ...one.examples.map((example) => `    ${arguments_(example, language)} → ${result(example, language)}`),
    `  ${one.iri}`,
  ];
}

/** The reference of all functions, in Markdown, French and English: `data/FUNCTIONS.md`. */
export function functionReference(): string {
  const subjects = Object.entries(SUBJECTS).flatMap(([subject, functions]) => [
    `## ${title(TITLES[subject as keyof typeof SUBJECTS])}`,
    '',
    ...functions.flatMap((one) => [...section(one), '']),
  ]);
  return `${[...HEAD, '', ...subjects].join('\n').trimEnd()}\n`;
}

const HEAD = [
  '# Fonctions des mappings · Functions of mappings',
  '',
  'Écrit par `cimaise functions --markdown` : ne pas modifier à la main. Chaque exemple est un test.',
  '',
  'Written by `cimaise functions --markdown`: do not edit by hand. Each example is a test.',
];

const title = ({ fr, en }: Bilingual): string => (fr === en ? fr : `${fr} · ${en}`);

function section(one: FunctionDescription): readonly string[] {
  return [
    `### \`${signature(one)}\``,
    '',
    one.description.fr,
    '',
    `*${one.description.en}*`,
    '',
    ...one.parameters.map(
      ({ name, description }) => `- \`${name}\`\u00a0: ${description.fr} · *${description.en}*`,
    ),
    '',
    '```',
    ...one.examples.map((example) => `${arguments_(example, 'en')} → ${result(example, 'en')}`),
    '```',
  ];
}
