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
import { hasSameCharts } from './charts/released-charts.ts';
import { keptVersions } from './kept-versions.ts';
import { ledgerFiles, type WholeLedger } from './ledger/whole-ledger.ts';
import type { BuildOptions, BuildOutcome } from './outcome.ts';
import { checkCatalogue } from './platform-shapes.ts';
import { projectInputs } from './project-inputs.ts';
import { filesOf } from './publish/publish-dataset.ts';
import { publishWhole } from './publish/publish-whole.ts';
import type { Draft } from './releases.ts';
import { saysTheSame } from './same-release.ts';
import { seal } from './seal.ts';
import { writeLines } from './written-file.ts';

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
export async function finish(given: Finish): Promise<BuildOutcome> {
  const { draft, release, options, released, ledger, previous, allReused } = given;
  const { project } = options;
  const ontology = await writeSorted(
    draft.folder,
    'ontology.nq.gz',
    project.ontologies.flatMap(({ quads }) => quads),
    `${project.base}def/`,
  );
  const says = previous && allReused && saysTheSame(previous, released, [ontology.file, ledger.whole]);
  if (says && (!options.ask || (await hasSameCharts(previous, project.chartQueries))))
    return { kind: 'unchanged', release: previous };
  const { base, datasets } = project;
  const versions = await keptVersions(options.releases, base);
  const described = describeCatalogue({ datasets, released, base, release, versions });
  const complaints = await checkCatalogue(project, described);
  if (complaints.length > 0) return { kind: 'refused', complaints, datasets: released };
  const catalogue = await writeSorted(draft.folder, 'catalogue.nq.gz', described, `${project.base}catalogue`);
  const manifest = await manifestOf({ ...given, ontology, catalogue });
  const objections = options.objections?.(manifest) ?? [];
  if (objections.length > 0) return { kind: 'refused', complaints: objections, datasets: released };
  const draftRelease = { folder: draft.folder, manifest };
  const { breaks, files } = await findBreaks(draftRelease, {
    ...options,
    previous,
    charts: project.chartQueries,
  });
  const refused = options.refuses?.(breaks) ?? [];
  if (refused.length > 0) return { kind: 'refused', complaints: refused, datasets: released };
  const sealed = { ...manifest, files: [...manifest.files, ...files] };
  await seal(draft.folder, sealed);
  if (options.dryRun)
    return { kind: 'released', release: { folder: draft.folder, manifest: sealed }, breaks };
  return { kind: 'released', release: await draft.publish(release.id), breaks };
}

interface Described extends Finish {
  readonly ontology: WrittenGraph;
  readonly catalogue: WrittenGraph;
}

/** Joins the whole, and says what the release is. */
async function manifestOf({
  draft,
  release,
  options: { project, toolVersion, progress = () => undefined },
  released,
  ledger,
  reports,
  previous,
  ontology,
  catalogue,
}: Described): Promise<ReleaseManifest> {
  const { base } = project;
  const { withdrawn } = ledger;
  const qualities = released.flatMap(({ slug, quality }) => (quality ? [{ slug, quality }] : []));
  const graphs = [
    ...released.map(({ slug, statements }) => ({ iri: datasetIri(base, slug), statements })),
    ...qualities.map(({ slug, quality }) => ({
      iri: qualityIri(base, slug),
      statements: quality.statements,
    })),
    { iri: ontology.graph, statements: ontology.lines },
    { iri: catalogue.graph, statements: catalogue.lines },
    ...(withdrawn ? [{ iri: withdrawn.graph, statements: withdrawn.file.statements }] : []),
  ];
  const whole = await publishWhole({
    draft: draft.folder,
    base,
    released,
    graphs: [
      ...qualities.map(({ quality }) => quality),
      ontology.file,
      catalogue.file,
      ...(withdrawn ? [withdrawn.file] : []),
    ],
    previous,
    progress,
  });
  const files = [
    ...released.flatMap(filesOf),
    ...reports,
    ontology.file,
    catalogue.file,
    ...ledgerFiles(ledger, released),
    ...whole.files,
  ];
  return {
    ...release,
    base,
    toolVersion,
    datasets: released,
    graphs,
    ledger: ledger.whole,
    statements: graphs.reduce((sum, { statements }) => sum + statements, 0),
    ...(previous ? { previous: momentOf(previous) } : {}),
    dumps: whole.dumps,
    ...(whole.changes ? { changes: whole.changes } : {}),
    inputs: await projectInputs(project, released),
    files: files.map(({ body: _, ...file }) => file),
  };
}

const momentOf = ({ manifest: { id, createdAt } }: Release): ReleaseMoment => ({ id, createdAt });

/** Statements of the ontologies, sorted lines of their graph. */
export const ontologyLines = ({ ontologies, base }: Project): readonly string[] =>
  sortedLines(
    ontologies.flatMap(({ quads }) => quads),
    `${base}def/`,
  );

const sortedLines = (quads: readonly RDF.Quad[], graph: string): readonly string[] =>
  [...new Set(quads.map((quad) => quadLine(quad, graph)))].sort();

/** A small graph in its file. */
interface WrittenGraph {
  readonly file: ReleaseFile;
  readonly graph: string;
  readonly lines: number;
}

async function writeSorted(
  folder: string,
  path: string,
  quads: readonly RDF.Quad[],
  graph: string,
): Promise<WrittenGraph> {
  const lines = sortedLines(quads, graph);
  return { file: await writeLines(folder, path, [lines]), graph, lines: lines.length };
}
