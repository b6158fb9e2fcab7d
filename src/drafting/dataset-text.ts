import { type Bilingual, type Harvest, originAddress, spaced } from '../model/index.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { harvestText } from './harvest-text.ts';
import { identifierLines, limitLines } from './identifier-words.ts';
import { sureness } from './reasons.ts';
import { isOfRegister } from './register-identifier.ts';
import type { Subject } from './subject.ts';
import { comment, flow, scalar, schemaLine } from './yaml-text.ts';

interface DatasetParts {
  readonly columns: readonly PlannedColumn[];
  readonly subject: Subject;
  readonly shapes: readonly string[];
}

/** `dataset.yml`: what nobody has said yet is marked. */
export function datasetText(request: DraftRequest, { columns, subject, shapes }: DatasetParts): string {
  const { answers, family, language, profile } = request;
  const { title, publisher, licence } = answers;
  const todo = (key: 'title' | 'publisher' | 'licence', text: Bilingual) =>
    answers.guessed.includes(key) ? comment(`${TODO[language]} ${text[language]}`) : [];
  const vocabularies = [
    ...new Set(columns.flatMap(({ linked }) => (linked?.by === 'label' ? [linked.dataset] : []))),
  ];
  const secret = profile.source.format === 'csv' ? columns.filter(({ fate }) => fate.kind === 'private') : [];
  const lines = [
    ...schemaLine(request, 'dataset'),
    ...todo('title', {
      fr: 'relisez le titre, dans les deux langues.',
      en: 'read the title again, in both languages.',
    }),
    `title: ${both(title)}`,
    ...comment(`${TODO[language]} ${DESCRIBE[language]}`),
    'description:',
    `  fr: ${scalar(described(request, columns).fr)}`,
    `  en: ${scalar(described(request, columns).en)}`,
    ...todo('publisher', {
      fr: 'qui publie ces données\u00a0? Une adresse et un nom.',
      en: 'who publishes these data? An address and a name.',
    }),
    `publisher: { id: ${scalar(publisher.id)}, name: ${both(publisher.name)} }`,
    ...todo('licence', {
      fr: 'vérifiez la licence auprès du producteur.',
      en: 'check the licence with the producer.',
    }),
    `licence: { id: ${scalar(licence.id)}, label: ${both(licence.label)} }`,
    ...comment(`${TODO[language]} ${subjectWords(request)[language]}`),
    'keywords:',
    `  fr: ${flow(keywords(request, 'fr'))}`,
    `  en: ${flow(keywords(request, 'en'))}`,
    `themes: ${flow(family?.themes ?? ['EDUC'])}`,
    'spatial: [http://publications.europa.eu/resource/authority/country/FRA]',
    ...(request.harvest === undefined ? [] : [`origins: ${flow([siteOf(request.harvest)])}`]),
    ...writingWords(request),
    ...sourceLines(request),
    ...identifierLines(request, subject),
    `uriPattern: ${scalar(subject.pattern)}`,
    ...(family?.register === undefined || !isOfRegister(request) ? [] : [`register: ${family.register}`]),
    `shapes: ${flow(shapes)}`,
    ...(vocabularies.length === 0 ? [] : [`vocabularies: ${flow(vocabularies)}`]),
    ...(secret.length === 0
      ? []
      : [...comment(SECRET[language]), `privateColumns: ${flow(secret.map(({ column }) => column.name))}`]),
    ...limitLines(request),
  ];
  return `${lines.join('\n')}\n`;
}

const TODO: Bilingual = { fr: 'À COMPLÉTER\u00a0:', en: 'TO COMPLETE:' };
const DESCRIBE: Bilingual = {
  fr: 'dites en deux ou trois phrases ce que le jeu contient, d’où il vient et à qui il sert.',
  en: 'say in two or three sentences what the dataset holds, where it comes from and whom it serves.',
};
const SECRET: Bilingual = {
  fr: 'Peut-être des données personnelles\u00a0: aucune version ne contient ces cellules.',
  en: 'Perhaps personal data: no release holds these cells.',
};

/** What keywords, themes and territory were proposed of. */
const subjectWords = ({ family }: DraftRequest): Bilingual =>
  family === undefined
    ? {
        fr: 'relisez mots-clés, thèmes et territoire : ils ne viennent que du titre. Confiance\u00a0: 30\u00a0%.',
        en: 'read keywords, themes and territory again: they come from the title only. Confidence: 30%.',
      }
    : {
        fr: `relisez mots-clés, thèmes et territoire\u00a0: ce sont ceux des fichiers «\u00a0${family.title.fr}\u00a0». Confiance\u00a0: 70\u00a0%.`,
        en: `read keywords, themes and territory again: they are those of files “${family.title.en}”. Confidence: 70%.`,
      };

/** How the file is written, as it was found. */
const writingWords = ({ profile, language }: DraftRequest): readonly string[] =>
  profile.dialect.flatMap(({ evidence, confidence }) =>
    comment(spaced(`${evidence[language]} ${sureness(confidence, language)}`, language)),
  );

const both = ({ fr, en }: Bilingual): string => `{ fr: ${scalar(fr)}, en: ${scalar(en)} }`;

function described({ answers, file, profile }: DraftRequest, columns: readonly PlannedColumn[]): Bilingual {
  const told = columns.filter(({ fate }) => fate.kind === 'used').slice(0, 6);
  const some = (language: 'fr' | 'en') => told.map(({ label }) => label[language]).join(', ');
  const count = profile.records;
  return {
    fr: `${answers.title.fr}\u00a0: ${count.toLocaleString('fr')} enregistrements du fichier ${file} (${some('fr')}…).`,
    en: `${answers.title.en}: ${count.toLocaleString('en')} records of the file ${file} (${some('en')}…).`,
  };
}

function keywords({ family, answers }: DraftRequest, language: 'fr' | 'en'): readonly string[] {
  if (family !== undefined) return family.keywords[language];
  const words = answers.title[language].split(/\s+/).filter((word) => word.length > 3);
  return words.length > 0 ? [...new Set(words.map((word) => word.toLowerCase()))] : [answers.title[language]];
}

const siteOf = ({ from }: Harvest): string => new URL(originAddress(from)).origin;

const EXTENSIONS = new Set(['csv', 'tsv', 'txt', 'json', 'geojson', 'xml']);

function sourceLines({ profile: { source }, file, harvest }: DraftRequest): readonly string[] {
  const extension = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const { delimiter, quote, encoding } = source.dialect;
  const isTable = source.format === 'csv';
  const entries: readonly (readonly [string, string] | undefined)[] = [
    ['path', scalar(`source/${file}`)],
    EXTENSIONS.has(extension) ? undefined : ['format', source.format],
    isTable && delimiter !== ',' ? ['delimiter', scalar(delimiter)] : undefined,
    isTable && quote !== '"' ? ['quote', scalar(quote)] : undefined,
    isTable && encoding.toLowerCase() !== 'utf-8' ? ['encoding', scalar(encoding)] : undefined,
    isTable && source.dialect.header === false ? ['header', 'false'] : undefined,
    source.iterator === undefined ? undefined : ['iterator', scalar(source.iterator)],
    Object.keys(source.namespaces).length === 0
      ? undefined
      : [
          'namespaces',
          `{ ${Object.entries(source.namespaces)
            .map(([prefix, iri]) => `${scalar(prefix)}: ${scalar(iri)}`)
            .join(', ')} }`,
        ],
    harvest === undefined ? undefined : ['harvest', harvestText(harvest)],
  ];
  const told = entries.filter((one) => one !== undefined).map(([key, text]) => `${key}: ${text}`);
  return [`source: { ${told.join(', ')} }`];
}
