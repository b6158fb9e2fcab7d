import { classWords } from './class-words.ts';
import { evidenceLine, lowered } from './column-words.ts';
import { datasetText } from './dataset-text.ts';
import type { Draft, DraftRequest } from './draft.ts';
import { type PropertyFact, type Rule, type Statement, together } from './facts.ts';
import { mappingText } from './mapping-text.ts';
import { camelCase } from './names.ts';
import { ontologyText } from './ontology-text.ts';
import { planColumns } from './plan-columns.ts';
import { proposedAs } from './proposed-identifier.ts';
import { queryText } from './query-text.ts';
import { isOfRegister } from './register-identifier.ts';
import { shapeText } from './shape-text.ts';
import { createSubject, type Subject } from './subject.ts';
import { writeAddress } from './write-address.ts';
import { writeColumns } from './write-columns.ts';
import { writeName } from './write-name.ts';
import { writePlace } from './write-place.ts';

/** The declarations of a dataset, drafted from what its source was found to be. Pure: nothing is read or written. */
export function draftDataset(request: DraftRequest): Draft {
  const { answers } = request;
  const { slug } = answers;
  const columns = planColumns(request);
  const subject = createSubject(request, columns);
  const name = writeName(request, columns, subject);
  const written = together([
    writeColumns(request, columns, subject),
    writeAddress(request, columns, subject),
    writePlace(request, columns, subject),
  ]);
  const main = mainRule(request, subject, [
    ...name.statements,
    ...identifierOf(request, subject),
    ...written.statements,
  ]);
  const facts = [...name.facts, { ...IDENTIFIER, from: answers.identifier }, ...written.facts];
  const ontology = ontologyText(request, written.facts);
  const files = new Map([
    [`data/${slug}/dataset.yml`, datasetText(request, { columns, subject, shapes: [`${slug}.ttl`] })],
    [`data/${slug}/mapping.yml`, mappingText(request, { columns, main, written })],
    [`shapes/${slug}.ttl`, shapeText(request, facts)],
    ...(ontology === undefined ? [] : [[`ontologies/${slug}.ttl`, ontology] as const]),
    [`queries/examples/${slug}/par-nom.rq`, queryText(request, facts)],
  ]);
  return { files, columns, subject: subject.kind, isFragile: isFragile(request, subject) };
}

/** No identifier, or one that was proposed for want of a better. */
function isFragile({ profile, answers }: DraftRequest, { kind }: Subject): boolean {
  const proposed = proposedAs(answers.identifier, profile.identifiers);
  return kind === 'hash' || (proposed !== undefined && proposed.confidence < SURE);
}

/** A proposal below this is one for want of a better. */
const SURE = 0.6;

const IDENTIFIER: Omit<PropertyFact, 'from'> = {
  property: 'dcterms:identifier',
  label: { fr: 'Identifiant', en: 'Identifier' },
  isAlways: true,
  isOne: true,
  value: 'text',
};

/** The identifier, and where the national bases tell of it. */
function identifierOf(request: DraftRequest, { identifier, template }: Subject): readonly Statement[] {
  const { family } = request;
  const notice = family?.notice;
  const page: readonly Statement[] =
    notice === undefined || template === undefined || !isOfRegister(request)
      ? []
      : [{ property: 'foaf:page', object: { template: `${notice}${template}~iri` } }];
  const comments = identifierWords(request);
  return [{ property: 'dcterms:identifier', object: identifier, comments }, ...page];
}

function mainRule(request: DraftRequest, subject: Subject, statements: readonly Statement[]): Rule {
  const { family, answers } = request;
  const { classes, slug } = answers;
  const isCube = classes.includes('qb:Observation');
  return {
    name: mainName(family?.thing.fr ?? slug),
    subject: subject.text,
    statements: [
      { property: 'a', object: { templates: classes }, comments: classWords(request) },
      ...statements,
      ...(isCube ? [{ property: 'qb:dataSet', object: { template: `dataset/${slug}~iri` } }] : []),
    ],
  };
}

/** Names of rules that parts of things have are not theirs. */
const mainName = (wanted: string): string => {
  const name = camelCase(wanted);
  return /^(?:adresse|geometrie|creation|periode|protection)$/.test(name) ? `${name}Principal` : name;
};

/** Why this is the identifier. */
function identifierWords({ profile, answers, language }: DraftRequest): readonly string[] {
  const proposed = proposedAs(answers.identifier, profile.identifiers);
  if (proposed === undefined) return [];
  const said = lowered(proposed.evidence[language]);
  return [evidenceLine(proposed.value, { said, confidence: proposed.confidence }, language)];
}
