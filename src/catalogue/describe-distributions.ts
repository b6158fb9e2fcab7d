import { type Dataset, type DumpFile, datasetIri, type ReleasedDataset } from '../model/index.ts';
import { dcat, dcterms, euAuthority, type RDF, skos, w3cReport } from '../rdf/index.ts';
import { authorityLabel } from './authority-labels.ts';
import { CATALOGUE_TEXTS, dumpTitle } from './catalogue-texts.ts';
import { describeFile, type FileDistribution } from './describe-file.ts';
import { DUMP_SYNTAXES, PACKINGS } from './dump-formats.ts';
import { about } from './statements.ts';

/** A dataset of a release and what its distributions share. */
export interface DistributedDataset {
  readonly dataset: Dataset;
  readonly released: ReleasedDataset;
  /** Base IRI, ending in `/`. */
  readonly base: string;
  /** When the dump last changed, ISO 8601. */
  readonly modified: string;
}

/** The addresses under which a dataset's dumps are downloaded, the first syntax of the release first. */
export const dumpAddresses = ({ released, base }: DistributedDataset): readonly string[] =>
  dumpsOf(released).map((dump) => dumpAddress(datasetIri(base, released.slug), dump));

/** IRIs of the distributions of a dataset. */
export const distributionIris = (input: DistributedDataset): readonly string[] => [
  ...filesOf(input).map(({ iri }) => iri),
  sparqlIri(input),
];

/** Every file of a dataset and the endpoint, as `dcat:Distribution`. */
export function describeDistributions(input: DistributedDataset): RDF.Quad[] {
  const { dataset, base } = input;
  return [
    ...filesOf(input).flatMap(describeFile),
    ...about(
      sparqlIri(input),
      [dcat.Distribution],
      [
        [dcterms.title, CATALOGUE_TEXTS.sparqlTitle],
        [dcat.accessURL, `${base}sparql`],
        [dcat.accessService, `${base}sparql#service`],
        // Registers tell endpoints by the protocol that they keep.
        [dcterms.conformsTo, w3cReport['sparql11-protocol/']],
        [dcterms.format, SPARQL],
        [dcterms.license, dataset.licence.iri],
      ],
    ),
    ...about(SPARQL, [dcterms.MediaTypeOrExtent], [[skos.prefLabel, authorityLabel(SPARQL)]]),
  ];
}

const SPARQL = euAuthority['file-type/SPARQLQ'];

/** Every file of a dataset that can be downloaded: the dumps as they are stored, then tables and maps unpacked. */
export function filesOf(input: DistributedDataset): readonly FileDistribution[] {
  const { dataset, released, base, modified } = input;
  const subject = datasetIri(base, released.slug);
  const licence = dataset.licence.iri;
  const stored = dumpsOf(released).map((dump) => ({
    iri: `${subject}#${distributionName(dump)}`,
    title: dumpTitle(DUMP_SYNTAXES[dump.format].name, PACKINGS[dump.packing].name),
    address: dumpAddress(subject, dump),
    format: dump.format,
    packing: dump.packing,
    file: dump,
    licence,
    modified,
  }));
  const formats = new Set(dumpsOf(released).map(({ format }) => format));
  const plain = PLAIN.filter(({ format }) => formats.has(format)).map(
    ({ format, fragment, title, path }) => ({
      iri: `${subject}#${fragment}`,
      title,
      address: `${subject}/${path}`,
      format,
      licence,
      modified,
    }),
  );
  return [...stored, ...plain];
}

/** Files that are unpacked while they are sent, for spreadsheets, maps and the previews of portals. */
const PLAIN = [
  { format: 'csv', fragment: 'table', title: CATALOGUE_TEXTS.tableTitle, path: 'table.csv' },
  { format: 'geojson', fragment: 'places', title: CATALOGUE_TEXTS.placesTitle, path: 'places.geojson' },
] as const;

/** The dumps of a dataset; releases of before have one. */
const dumpsOf = ({ dump, dumps }: ReleasedDataset): readonly DumpFile[] =>
  dumps ?? [{ ...dump, format: 'nq', packing: 'gz' }];

/** `nquads`, `turtle-zst`: the part of the distribution's IRI. */
export const distributionName = ({ format, packing }: Pick<DumpFile, 'format' | 'packing'>): string =>
  packing === 'gz' ? DUMP_SYNTAXES[format].fragment : `${DUMP_SYNTAXES[format].fragment}-${packing}`;

const dumpAddress = (subject: string, { format, packing }: DumpFile): string =>
  `${subject}.${format}.${packing}`;

const sparqlIri = ({ released, base }: DistributedDataset): string =>
  `${datasetIri(base, released.slug)}#sparql`;
