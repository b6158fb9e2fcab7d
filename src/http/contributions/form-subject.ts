import {
  type ContributionKind,
  datasetIri,
  isMeant,
  type ReportedStatement,
  type ResourceDescription,
  valueName,
  withoutFragment,
} from '../../model/index.ts';
import type { ContributionSubject } from '../../pages/index.ts';
import { isIri, parseLines, termText } from '../../rdf/index.ts';
import { type AppContext, publishedDataset } from '../context.ts';
import type { Form } from '../form.ts';
import { notFound, problem } from '../problem.ts';
import { firstValue } from './read-form.ts';

/** What a form is about, checked against the release. */
export interface FormSubject {
  /** Absent for messages. */
  readonly subject?: ContributionSubject;
  /** Names and values that say so in an address or in hidden fields. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/** Values longer than this are named by their hash in addresses, `sha256:…`. */
const LONGEST_NAMED = 1000;
/** And longer than this in what is kept of a report. */
const LONGEST_KEPT = 20_000;

/**
 * Reads what a form is about. Things, datasets and statements are looked up: what is shown and kept comes from the
 * release, never from the address.
 * @throws HttpProblem 404 for what the release does not hold, 400 for what names nothing
 */
export function readSubject(context: AppContext, kind: ContributionKind, form: Form): FormSubject {
  if (kind === 'message') return { parameters: [] };
  return kind === 'reuse' ? readDataset(context, firstValue(form, 'dataset')) : readThing(context, form);
}

function readDataset(context: AppContext, slug: string): FormSubject {
  if (slug === '') throw missing('dataset');
  if (!publishedDataset(context, slug)) throw notFound();
  const iri = datasetIri(context.release.manifest.base, slug);
  return { subject: { iri, isDataset: true }, parameters: [['dataset', slug]] };
}

function readThing(context: AppContext, form: Form): FormSubject {
  const given = firstValue(form, 'thing');
  if (given === '') throw missing('thing');
  const { base } = context.release.manifest;
  const slug = given.startsWith(`${base}dataset/`) ? given.slice(`${base}dataset/`.length) : undefined;
  if (slug !== undefined && publishedDataset(context, slug))
    return { subject: { iri: given, isDataset: true }, parameters: [['thing', given]] };
  const iri = withoutFragment(given);
  const found = isIri(iri) ? context.index.describe(iri) : undefined;
  if (!found) throw notFound();
  return withStatement(found, form);
}

function withStatement(found: ResourceDescription, form: Form): FormSubject {
  const { iri } = found;
  const [subject, property, value] = ['subject', 'property', 'value'].map((name) =>
    firstValue(form, name),
  ) as [string, string, string];
  const whole: FormSubject = { subject: { iri, isDataset: false }, parameters: [['thing', iri]] };
  if (property === '' && value === '') return whole;
  const statement = statementIn(found, { subject: subject || iri, property, value });
  if (!statement) return { ...whole, subject: { iri, isDataset: false, isStatementGone: true } };
  return {
    subject: { iri, isDataset: false, statement },
    parameters: [
      ['thing', iri],
      ['subject', statement.subject],
      ['property', statement.property],
      ...(statement.value === undefined ? [] : [['value', shortName(statement.value)] as const]),
    ],
  };
}

/**
 * The statement as the release writes it; its value may be named by its N-Triples text or by the hash of that. Without a
 * value: the only one of the property, or all of them.
 */
function statementIn(
  { lines }: ResourceDescription,
  { subject, property, value }: ReportedStatement,
): ReportedStatement | undefined {
  const start = `<${subject}> <${property}> `;
  const values = lines
    .filter((line) => line.startsWith(start))
    .map((line) => line.slice(start.length, -' .'.length));
  const [only, ...others] = values;
  if (only === undefined) return undefined;
  if (!value) return { subject, property, ...(others.length === 0 && { value: only }) };
  const found = values.find(
    (text) => isMeant(text, value) || isMeant(parsedText(start, text) ?? text, value),
  );
  return found === undefined ? undefined : { subject, property, value: found };
}

const shortName = (value: string): string => (value.length > LONGEST_NAMED ? valueName(value) : value);

/** A statement as it is kept with a report: a very long value by its name alone. */
export const keptStatement = ({ value, ...named }: ReportedStatement): ReportedStatement =>
  value === undefined ? named : { ...named, value: value.length > LONGEST_KEPT ? valueName(value) : value };

/** As RDF libraries write the term again: language tags in small letters, say. */
function parsedText(start: string, text: string): string | undefined {
  const [quad] = parseLines([`${start}${text} .`]);
  return quad && termText(quad.object);
}

const missing = (name: string) =>
  problem('parameter-missing', {
    fr: `Le paramètre ${name} manque : partez de la page de la chose ou du jeu de données.`,
    en: `The parameter ${name} is missing: start from the page of the thing or the dataset.`,
  });
