import { join } from 'node:path';
import { describeCatalogue, qualityIri } from '../catalogue/index.ts';
import type { Project } from '../declarations/index.ts';
import {
  datasetIri,
  type Release,
  type ReleasedDataset,
  type ReleaseFile,
  type ReleaseManifest,
  type ReleaseMoment,
} from '../model/index.ts';
import { quadLine, type RDF } from '../rdf/index.ts';
import { findBreaks } from './breaks/find-breaks.ts';
import { keptVersions } from './kept-versions.ts';
import { ledgerFiles, type WholeLedger } from './ledger/whole-ledger.ts';
import type { BuildOptions, BuildOutcome } from './outcome.ts';
import { checkCatalogue } from './platform-shapes.ts';
import { filesOf } from './publish/publish-dataset.ts';
import type { Draft } from './releases.ts';
import { sha256OfFile, writeDurably, writeJson, writeLines } from './written-file.ts';

/** What is left to do once every dataset stands in the draft. */
export interface Finish {
  readonly draft: Draft;
  readonly release: ReleaseMoment;
  readonly options: BuildOptions;
  readonly released: readonly ReleasedDataset[];
  readonly ledger: WholeLedger;
  readonly reports: readonly ReleaseFile[];
  readonly previous: Release | undefined;
  /** Whether every dataset was taken over from the release before. */
  readonly allReused: boolean;
}

/**
 * Adds ontology and catalogue, writes manifest and checksums, and publishes, unless nothing has changed or the catalogue
 * could not be harvested.
 */
export async function finish({
  draft,
  release,
  options,
  released,
  ledger,
  reports,
  previous,
  allReused,
}: Finish): Promise<BuildOutcome> {
  const { project, toolVersion } = options;
  const ontology = await writeSorted(
    draft.folder,
    'ontology.nq.gz',
    project.ontologies.flatMap(({ quads }) => quads),
    `${project.base}def/`,
  );
  if (previous && allReused && isUnchanged(previous, released, [ontology.file, ledger.whole], project))
    return { kind: 'unchanged', release: previous };
  const { base, datasets } = project;
  const versions = await keptVersions(options.releases, base);
  const described = describeCatalogue({ datasets, released, base, release, versions });
  const complaints = await checkCatalogue(project, described);
  if (complaints.length > 0) return { kind: 'refused', complaints, datasets: released };
  const catalogue = await writeSorted(draft.folder, 'catalogue.nq.gz', described, `${project.base}catalogue`);
  const graphs = [
    ...released.map(({ slug, statements }) => ({ iri: datasetIri(project.base, slug), statements })),
    ...released.flatMap(({ slug, quality }) =>
      quality ? [{ iri: qualityIri(project.base, slug), statements: quality.statements }] : [],
    ),
    { iri: ontology.graph, statements: ontology.lines },
    { iri: catalogue.graph, statements: catalogue.lines },
    ...(ledger.withdrawn
      ? [{ iri: ledger.withdrawn.graph, statements: ledger.withdrawn.file.statements }]
      : []),
  ];
  const counted: ReleaseManifest = {
    ...release,
    base: project.base,
    toolVersion,
    datasets: released,
    graphs,
    ledger: ledger.whole,
    statements: graphs.reduce((sum, { statements }) => sum + statements, 0),
    files: [
      ...released.flatMap(filesOf),
      ...reports,
      ontology.file,
      catalogue.file,
      ...ledgerFiles(ledger, released),
    ],
  };
  const objections = options.objections?.(counted) ?? [];
  if (objections.length > 0) return { kind: 'refused', complaints: objections, datasets: released };
  const draftRelease = { folder: draft.folder, manifest: counted };
  const { breaks, files } = await findBreaks(draftRelease, { ...options, previous });
  const manifest = { ...counted, files: [...counted.files, ...files] };
  await writeJson(draft.folder, 'manifest.json', manifest);
  await writeChecksums(draft.folder, manifest);
  if (options.dryRun) return { kind: 'released', release: { folder: draft.folder, manifest }, breaks };
  return { kind: 'released', release: await draft.publish(release.id), breaks };
}

/** Statements of the ontologies, sorted lines of their graph. */
export const ontologyLines = ({ ontologies, base }: Project): readonly string[] =>
  sortedLines(
    ontologies.flatMap(({ quads }) => quads),
    `${base}def/`,
  );

const sortedLines = (quads: readonly RDF.Quad[], graph: string): readonly string[] =>
  [...new Set(quads.map((quad) => quadLine(quad, graph)))].sort();

/** Same datasets, same files, same terms, same words about them. */
function isUnchanged(
  { manifest }: Release,
  released: readonly ReleasedDataset[],
  others: readonly ReleaseFile[],
  project: Project,
): boolean {
  const same = (path: string, sha256: string) =>
    manifest.files.some((file) => file.path === path && file.sha256 === sha256);
  return (
    manifest.datasets.length === released.length &&
    manifest.base === project.base &&
    others.every(({ path, sha256 }) => same(path, sha256)) &&
    released.every(({ dump }) => same(dump.path, dump.sha256))
  );
}

async function writeSorted(folder: string, path: string, quads: readonly RDF.Quad[], graph: string) {
  const lines = sortedLines(quads, graph);
  return { file: await writeLines(folder, path, [lines]), graph, lines: lines.length };
}

/** `SHA256SUMS` as `sha256sum -c` reads it. */
async function writeChecksums(folder: string, { files }: ReleaseManifest): Promise<void> {
  const manifest = { path: 'manifest.json', sha256: await sha256OfFile(join(folder, 'manifest.json')) };
  const lines = [...files, manifest].map(({ sha256, path }) => `${sha256}  ${path}\n`);
  await writeDurably(join(folder, 'SHA256SUMS'), lines.join(''));
}
