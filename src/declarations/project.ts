import type {
  ApiQuery,
  ChartQuery,
  Complaint,
  Dataset,
  Profile,
  ServiceEndpoint,
  SiteIdentity,
  StoredQuery,
} from '../model/index.ts';
import { readApiQueries } from './api-queries.ts';
import { readChartQueries } from './chart-queries.ts';
import { readDatasets, vocabulariesFirst } from './declared-datasets.ts';
import type { TurtleFile } from './ontologies.ts';
import { readOntologies, readShapes } from './platform-terms.ts';
import { readProfiles } from './profiles.ts';
import { readQueries } from './queries.ts';
import { readServices } from './services.ts';
import { shareSources } from './share-sources.ts';
import { readSiteIdentity } from './site-identity.ts';

/** Everything a project declares, checked as far as single files go, with what it takes of the platform's own folders. */
export interface Project {
  /** Absolute path of the folder that holds `data shapes ontologies queries`. */
  readonly root: string;
  readonly base: string;
  /** Datasets, those that others look up in first. */
  readonly datasets: readonly Dataset[];
  readonly shapes: readonly TurtleFile[];
  readonly ontologies: readonly TurtleFile[];
  readonly queries: readonly StoredQuery[];
  /** Queries that ask what VoID tells of each dataset. */
  readonly statisticsQueries: readonly StoredQuery[];
  /** Other endpoints that queries may ask by SERVICE. */
  readonly services: readonly ServiceEndpoint[];
  /** Queries that are addresses: `/api/<name>`. */
  readonly apiQueries: readonly ApiQuery[];
  /** Queries whose rows are drawn: `/chart/<dataset>/<name>`. */
  readonly chartQueries: readonly ChartQuery[];
  /** Other ways of describing things. */
  readonly profiles: readonly Profile[];
  /** Who publishes the site: `data/site.yml`, where there is one. */
  readonly identity?: SiteIdentity;
}

export type LoadedProject =
  | { readonly kind: 'loaded'; readonly project: Project; readonly complaints: readonly [] }
  | {
      readonly kind: 'refused';
      readonly complaints: readonly Complaint[];
      /** What could be read all the same, so that more can be told at once. */
      readonly project: Project;
    };

export interface LoadOptions {
  readonly root: string;
  readonly base: string;
  /** `--source`: slug → path of a file to read instead, relative to where one stands. */
  readonly sources?: ReadonlyMap<string, string>;
  /** Terms that are published already, asked for where the project lies above the platform: its terms stay, used or not. */
  readonly publishedTerms?: () => Promise<ReadonlySet<string>>;
}

/** Loads the four declarative folders, and what they name of the platform's. All complaints come at once. */
export async function loadProject(options: LoadOptions): Promise<LoadedProject> {
  const { root, base, sources = new Map(), publishedTerms } = options;
  const complaints: Complaint[] = [];
  const declared = await readDatasets(root, base, complaints);
  const datasets = shareSources(declared, sources, complaints);
  const shapes = await readShapes({ root, base, datasets }, complaints);
  const ontologies = await readOntologies({ root, base, datasets, shapes, publishedTerms }, complaints);
  const queries = await readQueries({ root, base, kind: 'examples' }, complaints);
  const statisticsQueries = await readQueries({ root, base, kind: 'statistics' }, complaints);
  const services = await readServices(root, complaints);
  const slugs = declared.map(({ dataset }) => dataset.slug);
  const apiQueries = await readApiQueries({ root, base, slugs }, complaints);
  const chartQueries = await readChartQueries({ root, base, slugs }, complaints);
  const profiles = await readProfiles({ root, base }, complaints);
  const identity = await readSiteIdentity(root, complaints);
  const project = {
    root,
    base,
    datasets: vocabulariesFirst(datasets),
    shapes,
    ontologies,
    queries,
    statisticsQueries,
    services,
    apiQueries,
    chartQueries,
    profiles,
    ...(identity && { identity }),
  };
  return complaints.length > 0
    ? { kind: 'refused', complaints, project }
    : { kind: 'loaded', project, complaints: [] };
}
