import { type Bilingual, type DatasetStatistics, datasetIri, type Linkset } from '../model/index.ts';
import { dcterms, integer, type RDF, RDF_FORMAT_IRIS, rdfFormatOf, voidVocabulary } from '../rdf/index.ts';
import { linksetTitle } from './catalogue-texts.ts';
import { localName, nameOfIri, namespaceOf } from './short-hash.ts';
import { about, type Properties, plain } from './statements.ts';

/** What was counted of a dataset. */
export interface CountedStatistics {
  readonly slug: string;
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly statistics: DatasetStatistics;
  /** Title of a dataset of the release; undefined where it is not described. */
  readonly titleOf: (slug: string) => Bilingual | undefined;
}

/** What VoID says of a dataset by its figures: to stand among the statements about the dataset itself. */
export function statisticsProperties(counted: CountedStatistics): Properties {
  const { slug, base, statistics } = counted;
  const subject = datasetIri(base, slug);
  const { subjects, classes, properties, examples } = statistics;
  const vocabularies = new Set([...classes, ...properties].map(({ iri }) => namespaceOf(iri)));
  return [
    [voidVocabulary.distinctSubjects, integer(subjects)],
    [voidVocabulary.classes, integer(classes.length)],
    [voidVocabulary.properties, integer(properties.length)],
    [voidVocabulary.vocabulary, ...[...vocabularies].sort()],
    [voidVocabulary.feature, ...FEATURES],
    [voidVocabulary.exampleResource, ...examples],
    [voidVocabulary.classPartition, ...classes.map(({ iri }) => classIri(subject, iri))],
    [voidVocabulary.propertyPartition, ...properties.map(({ iri }) => propertyIri(subject, iri))],
    [voidVocabulary.subset, ...linksetsOf(counted).map((one) => linksetIri(subject, one))],
  ];
}

/** The partitions and linksets themselves (https://www.w3.org/TR/void/ sections 4.6 and 5), each with an IRI. */
export function describeStatistics(counted: CountedStatistics): RDF.Quad[] {
  const { slug, base, statistics } = counted;
  const subject = datasetIri(base, slug);
  return [
    ...statistics.classes.flatMap(({ iri, count }) =>
      about(
        classIri(subject, iri),
        [voidVocabulary.Dataset],
        [
          [voidVocabulary.class, iri],
          [voidVocabulary.entities, integer(count)],
        ],
      ),
    ),
    ...statistics.properties.flatMap(({ iri, count, subjects }) =>
      about(
        propertyIri(subject, iri),
        [voidVocabulary.Dataset],
        [
          [voidVocabulary.property, iri],
          [voidVocabulary.triples, integer(count)],
          [voidVocabulary.distinctSubjects, integer(subjects)],
        ],
      ),
    ),
    ...linksetsOf(counted).flatMap((linkset) => describeLinkset(counted, linkset)),
  ];
}

/** Links to datasets of the release, and elsewhere. */
const linksetsOf = ({ statistics, titleOf }: CountedStatistics): readonly Linkset[] =>
  statistics.linksets.filter(({ target }) => isOrigin(target) || titleOf(target) !== undefined);

const isOrigin = (target: string): boolean => target.includes(':');

function describeLinkset({ slug, base, titleOf }: CountedStatistics, linkset: Linkset): RDF.Quad[] {
  const subject = datasetIri(base, slug);
  const { property, target, count } = linkset;
  const isElsewhere = isOrigin(target);
  const targetIri = isElsewhere ? `${base}catalogue#${nameOfIri(target)}` : datasetIri(base, target);
  const named = (of: string): Bilingual => titleOf(of) ?? { fr: localName(of), en: localName(of) };
  return [
    ...about(
      linksetIri(subject, linkset),
      [voidVocabulary.Linkset],
      [
        [dcterms.title, linksetTitle(named(slug), localName(property), named(target))],
        [voidVocabulary.linkPredicate, property],
        [voidVocabulary.subjectsTarget, subject],
        [voidVocabulary.objectsTarget, targetIri],
        [voidVocabulary.triples, integer(count)],
      ],
    ),
    ...(isElsewhere
      ? about(targetIri, [voidVocabulary.Dataset], [[voidVocabulary.uriSpace, plain(target)]])
      : []),
  ];
}

/** The syntaxes in which things dereference. */
const FEATURES = Object.keys(RDF_FORMAT_IRIS).filter((iri) => rdfFormatOf(RDF_FORMAT_IRIS[iri] ?? ''));

const classIri = (subject: string, iri: string): string => `${subject}#class-${nameOfIri(iri)}`;
const propertyIri = (subject: string, iri: string): string => `${subject}#property-${nameOfIri(iri)}`;
const linksetIri = (subject: string, { property, target }: Linkset): string =>
  `${subject}#links-${nameOfIri(`${property} ${target}`)}`;
