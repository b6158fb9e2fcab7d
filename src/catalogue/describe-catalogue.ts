import type { Agent, Bilingual, Dataset, ReleasedDataset, ReleaseMoment } from '../model/index.ts';
import { dcat, dcterms, euAuthority, foaf, type RDF, skos, typed, xsd } from '../rdf/index.ts';
import { authorityLabel } from './authority-labels.ts';
import { CATALOGUE_TEXTS } from './catalogue-texts.ts';
import { describeAgent } from './describe-agent.ts';
import { describeDataServices, serviceIris } from './describe-data-services.ts';
import { describeDataset } from './describe-dataset.ts';
import { type DatasetVersion, versionsOf } from './describe-versions.ts';
import { describeWholeDumps, wholeDumpIris } from './describe-whole-dumps.ts';
import { about, distinct, plain } from './statements.ts';

/** What the catalogue says of a release. */
export interface CatalogueInput {
  readonly datasets: readonly Dataset[];
  /** Datasets of the release; one that is not declared, or not released, is left out. */
  readonly released: readonly ReleasedDataset[];
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly release: ReleaseMoment;
  readonly title?: Bilingual;
  readonly description?: Bilingual;
  /** The datasets as kept releases had them, the oldest first; this release is not among them. */
  readonly versions?: readonly DatasetVersion[];
  /** Who publishes the catalogue; the publisher of the first dataset unless given. */
  readonly publisher?: Agent;
}

/**
 * The catalogue `<base>catalogue` of a release as DCAT-AP 3 and VoID: datasets, distributions with checksums, the
 * endpoint as a service, and the labels of what they refer to. Quads of the default graph; no blank nodes.
 * @see https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
export function describeCatalogue(input: CatalogueInput): RDF.Quad[] {
  const { base, release } = input;
  const described = input.released.flatMap((released) => {
    const dataset = input.datasets.find(({ slug }) => slug === released.slug);
    return dataset ? [{ dataset, released }] : [];
  });
  const datasets = described.map(({ dataset }) => dataset);
  const publisher = input.publisher ?? datasets[0]?.publisher;
  const titleOf = (slug: string) => datasets.find((one) => one.slug === slug)?.title;
  return distinct([
    ...catalogueItself(input, datasets, publisher),
    ...described.flatMap((one) =>
      describeDataset({ ...one, base, release, titleOf, versions: versionsIn(input, one.released) }),
    ),
    ...describeDataServices({ base, datasets, publisher }),
    ...describeWholeDumps(wholeDumpsOf(input, datasets)),
    ...languages(),
    ...(publisher ? describeAgent(publisher) : []),
    ...themeTaxonomy(datasets),
  ]);
}

const versionsIn = ({ versions = [], release }: CatalogueInput, { slug, dump }: ReleasedDataset) =>
  versionsOf(
    versions.filter((one) => one.slug === slug),
    { slug, release, dump },
  );

const wholeDumpsOf = ({ base, release, released }: CatalogueInput, datasets: readonly Dataset[]) => ({
  base,
  release,
  released,
  licence: commonLicence(datasets),
});

function catalogueItself(
  input: CatalogueInput,
  datasets: readonly Dataset[],
  publisher: Agent | undefined,
): RDF.Quad[] {
  const { base, release, title, description } = input;
  return [
    ...about(
      `${base}catalogue`,
      [dcat.Catalog],
      [
        [dcterms.title, title ?? CATALOGUE_TEXTS.title],
        [dcterms.description, description ?? CATALOGUE_TEXTS.description],
        [dcterms.identifier, plain(`${base}catalogue`)],
        [dcterms.publisher, publisher?.iri],
        [dcterms.license, commonLicence(datasets)],
        [dcterms.language, ...LANGUAGES_USED],
        [dcterms.modified, typed(release.createdAt, xsd.dateTime)],
        [foaf.homepage, base],
        [dcat.themeTaxonomy, usesThemes(datasets) ? euAuthority['data-theme'] : undefined],
        [dcat.dataset, ...datasets.map(({ slug }) => `${base}dataset/${slug}`)],
        [dcat.service, ...serviceIris(base)],
        [dcat.distribution, ...wholeDumpIris(wholeDumpsOf(input, datasets))],
      ],
    ),
    ...about(base, [foaf.Document]),
  ];
}

/** The licence of the descriptions, where all datasets have the same. */
function commonLicence(datasets: readonly Dataset[]): string | undefined {
  const licences = new Set(datasets.map(({ licence }) => licence.iri));
  return licences.size === 1 ? [...licences][0] : undefined;
}

const LANGUAGES_USED = [euAuthority['language/FRA'], euAuthority['language/ENG']];

const languages = (): RDF.Quad[] =>
  LANGUAGES_USED.flatMap((language) =>
    about(language, [dcterms.LinguisticSystem], [[skos.prefLabel, authorityLabel(language)]]),
  );

const usesThemes = (datasets: readonly Dataset[]): boolean =>
  datasets.some(({ themes }) => themes.some((theme) => theme.startsWith(`${euAuthority['data-theme']}/`)));

function themeTaxonomy(datasets: readonly Dataset[]): RDF.Quad[] {
  if (!usesThemes(datasets)) return [];
  return about(euAuthority['data-theme'], [skos.ConceptScheme], [[dcterms.title, CATALOGUE_TEXTS.themes]]);
}
