import type { ReleaseMoment } from '../model/index.ts';
import {
  type Bilingual,
  datasetIri,
  type MeasuredConstraint,
  SEVERITIES,
  type ShapeReport,
} from '../model/index.ts';
import { dcterms, dqv, foaf, integer, ldqd, prov, type RDF, rdfs, skos, typed, xsd } from '../rdf/index.ts';
import { describeDimensions, dimensionOf } from './quality-dimensions.ts';
import { kindName, metricsIri, qualityIri, type ResultKind } from './quality-names.ts';
import { constraintTexts, METRICS, QUALITY_TEXTS } from './quality-texts.ts';
import { about, distinct, plain } from './statements.ts';

/** What validation found in a dataset, and what it was asked. */
export interface QualityInput {
  readonly slug: string;
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly release: ReleaseMoment;
  readonly validation: ShapeReport;
  /** Constraints of the dataset's shapes; those that judged nothing are not measured. */
  readonly constraints: readonly MeasuredConstraint[];
  /** When it was validated: ISO 8601, UTC. */
  readonly computedAt: string;
}

/** One measurement and its metric. */
interface Measured {
  readonly metric: string;
  readonly measurement: string;
  readonly value: RDF.Literal;
  readonly dimension: string;
  readonly label: Bilingual;
  readonly definition: Bilingual;
}

/**
 * What is measured of a dataset's quality (DQV, https://www.w3.org/TR/vocab-dqv/): the share of its things that are
 * published, its results by severity, and for each constraint the share of nodes that keep it and the number of those
 * that do not. Quads of the default graph, for the graph `<base>dataset/<slug>/quality`; no blank nodes.
 */
export function describeQuality(input: QualityInput): RDF.Quad[] {
  const measured = [...overall(input), ...input.constraints.flatMap((one) => ofConstraint(one, input))];
  return distinct([
    ...documents(input),
    ...measured.flatMap((one) => measurement(one, input)),
    ...describeDimensions(measured.map(({ dimension }) => dimension)),
  ]);
}

function documents({ slug, base, release, computedAt }: QualityInput): RDF.Quad[] {
  const quality = qualityIri(base, slug);
  return [
    ...about(
      quality,
      [dqv.QualityMetadata],
      [
        [dcterms.title, QUALITY_TEXTS.title(slug)],
        [foaf.primaryTopic, datasetIri(base, slug)],
        [dcterms.identifier, plain(release.id)],
        [prov.wasGeneratedBy, validationIri(quality)],
        [prov.generatedAtTime, typed(computedAt, xsd.dateTime)],
      ],
    ),
    ...about(
      validationIri(quality),
      [prov.Activity],
      [
        [rdfs.label, QUALITY_TEXTS.validation(slug)],
        [prov.endedAtTime, typed(computedAt, xsd.dateTime)],
      ],
    ),
    ...about(metricsIri(base), [skos.ConceptScheme], [[dcterms.title, QUALITY_TEXTS.metrics]]),
  ];
}

/** The act of validating, which makes measurements and notes. */
export const validationIri = (quality: string): string => `${quality}#validation`;

function measurement(
  { metric, measurement: subject, value, dimension, label, definition }: Measured,
  { slug, base, computedAt }: QualityInput,
): RDF.Quad[] {
  return [
    ...about(
      metric,
      [dqv.Metric],
      [
        [rdfs.label, label],
        [skos.definition, definition],
        [dqv.expectedDataType, value.datatype.value],
        [dqv.inDimension, dimension],
      ],
    ),
    ...about(
      subject,
      [dqv.QualityMeasurement],
      [
        [rdfs.label, label],
        [dqv.isMeasurementOf, metric],
        [dqv.computedOn, datasetIri(base, slug)],
        [dqv.value, value],
        [prov.wasGeneratedBy, validationIri(qualityIri(base, slug))],
        [prov.generatedAtTime, typed(computedAt, xsd.dateTime)],
      ],
    ),
  ];
}

/** Metrics that every dataset has, under IRIs of their own. */
function overall({ slug, base, validation }: QualityInput): readonly Measured[] {
  const { things, quarantined, groups } = validation;
  const one = (name: keyof typeof METRICS, value: RDF.Literal): Measured => ({
    metric: `${metricsIri(base)}#${name}`,
    measurement: `${qualityIri(base, slug)}#${name}`,
    value,
    dimension: ldqd.consistency,
    ...METRICS[name],
  });
  const counted = SEVERITIES.map((severity) =>
    one(
      `${severity}-count`,
      integer(
        groups.filter((group) => group.severity === severity).reduce((sum, { count }) => sum + count, 0),
      ),
    ),
  );
  return [...(things > 0 ? [one('published-share', share(things - quarantined, things))] : []), ...counted];
}

function ofConstraint(
  constraint: MeasuredConstraint,
  { slug, base, validation }: QualityInput,
): readonly Measured[] {
  const judged = constraint.targets.reduce((sum, target) => sum + (validation.judged?.[target] ?? 0), 0);
  if (judged === 0) return [];
  const alike = kindName(constraint);
  const concerned = validation.groups
    .filter((group) => isOf(group, constraint))
    .reduce((sum, { concerned, count }) => sum + (concerned ?? count), 0);
  // A node may be at fault in several ways of one kind.
  const faults = Math.min(concerned, judged);
  const quality = qualityIri(base, slug);
  const dimension = dimensionOf(constraint.component);
  const texts = constraintTexts(constraint);
  const named = (name: string) => ({
    metric: `${quality}#metric-${name}-${alike}`,
    measurement: `${quality}#${name}-${alike}`,
    dimension,
  });
  return [
    { ...named('kept'), value: share(judged - faults, judged), ...texts.kept },
    { ...named('faults'), value: integer(faults), ...texts.faults },
  ];
}

/** Results of `sh:closed` have the path of what is too much. */
function isOf(group: ResultKind, { path, ...constraint }: MeasuredConstraint): boolean {
  const own = group.component === CLOSED ? group.path : path;
  return kindName(group) === kindName({ ...constraint, ...(own !== undefined && { path: own }) });
}

const CLOSED = 'ClosedConstraintComponent';

const DECIMALS = 1e6;

/** A part of a whole, 0 to 1, to a millionth. */
const share = (part: number, whole: number): RDF.Literal =>
  typed(Math.round((part / whole) * DECIMALS) / DECIMALS, xsd.decimal);
