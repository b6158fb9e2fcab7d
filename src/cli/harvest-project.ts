import { readFile } from 'node:fs/promises';
import type { Project } from '../declarations/index.ts';
import { nearest } from '../documents/index.ts';
import {
  createWebClient,
  DEFAULT_BOUNDS,
  type HarvestOutcome,
  type HarvestProgress,
  harvestSource,
  type KnownColumn,
  type WebClient,
} from '../harvest/index.ts';
import { parseMapping, referencesTo } from '../mapping/index.ts';
import { type Bilingual, type Dataset, Fault, type Harvest, type Source } from '../model/index.ts';
import type { CommandContext } from './context.ts';
import { flashHarvest, flashWaiting, type HarvestedDataset } from './harvest-lines.ts';

/** A dataset whose own source is an address. */
export type HarvestableDataset = Dataset & { readonly source: Source & { readonly harvest: Harvest } };

export interface HarvestRun {
  readonly datasets: readonly HarvestableDataset[];
  readonly force?: boolean;
  readonly accept?: boolean;
  readonly signal: AbortSignal;
  /** Told as each ends. */
  readonly done?: (harvested: HarvestedDataset) => void;
}

/** Sources under way at once; a host is asked one thing at a time whatever their number. */
const AT_ONCE = 4;

/** Fetches sources again, in the order of their names as far as they are told. @throws Fault, Interrupted */
export async function harvestProject(
  context: CommandContext,
  project: Project,
  run: HarvestRun,
): Promise<readonly HarvestedDataset[]> {
  const client = createClient(context, run.signal);
  const waiting = [...run.datasets];
  const harvested: HarvestedDataset[] = [];
  const worker = async (): Promise<void> => {
    for (let dataset = waiting.shift(); dataset !== undefined; dataset = waiting.shift()) {
      const one = {
        slug: dataset.slug,
        outcome: await harvestOne({ context, project, client, run }, dataset),
      };
      harvested.push(one);
      run.done?.(one);
    }
  };
  try {
    const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
    const failed = ended.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  } finally {
    await client.close();
  }
  return harvested.sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** Who asks, and how far it may go: as the settings say. */
export function fetcherOf({ settings, toolVersion }: CommandContext) {
  const { private: hosts, bytes, secrets } = settings.harvest;
  return {
    userAgent: `Cimaise/${toolVersion} (+${settings.base})`,
    allowsPrivate: (host: string): boolean =>
      hosts === 'allowed' ||
      (hosts !== 'refused' && hosts.includes(host.replace(/^\[|\]$/g, '').toLowerCase())),
    secrets,
    bounds: { ...DEFAULT_BOUNDS, bytes },
  };
}

const createClient = (context: CommandContext, signal: AbortSignal): WebClient =>
  createWebClient({ ...fetcherOf(context), signal, tell: (event) => flashWaiting(event, context.terminal) });

async function harvestOne(
  {
    context,
    project,
    client,
    run,
  }: {
    readonly context: CommandContext;
    readonly project: Project;
    readonly client: WebClient;
    readonly run: HarvestRun;
  },
  dataset: HarvestableDataset,
): Promise<HarvestOutcome> {
  const known = await knownColumns(dataset, project);
  return harvestSource({
    source: dataset.source,
    client,
    secrets: context.settings.harvest.secrets,
    ...(known && { known }),
    isForced: run.force === true,
    isAccepted: run.accept === true,
    signal: run.signal,
    tell: (event: HarvestProgress) => flashHarvest(dataset.slug, event, context.terminal),
  });
}

/** What the mappings of a source read of it, with the names they know it by; undefined where one cannot be read. */
async function knownColumns(
  { slug, source }: Dataset,
  { datasets, base }: Project,
): Promise<readonly KnownColumn[] | undefined> {
  if (source.format !== 'csv') return undefined;
  const known: KnownColumn[] = [];
  for (const reader of datasets.filter((one) => one.slug === slug || one.source.sharedFrom === slug)) {
    const text = await readFile(reader.mapping, 'utf8').catch(() => undefined);
    const parsed = text === undefined ? undefined : parseMapping(text, reader.mapping, base);
    if (parsed?.kind !== 'parsed') return undefined;
    const declared = new Map(parsed.mapping.columns.map((column) => [column.name, column]));
    for (const name of referencesTo(parsed.mapping)) {
      const { aliases = [], optional = false } = declared.get(name) ?? {};
      known.push({ name, aliases, optional });
    }
  }
  return known;
}

/** The datasets that say where their source comes from, or those of them that are named. @throws Fault for another name */
export function harvestable({ datasets }: Project, only: readonly string[]): readonly HarvestableDataset[] {
  const all = datasets.filter(
    (dataset): dataset is HarvestableDataset =>
      dataset.source.harvest !== undefined && dataset.source.sharedFrom === undefined,
  );
  const slugs = all.map(({ slug }) => slug);
  const unknown = only.find((slug) => !slugs.includes(slug));
  if (unknown !== undefined) throw notHarvestable(unknown, slugs, datasets);
  return only.length === 0 ? all : all.filter(({ slug }) => only.includes(slug));
}

function notHarvestable(slug: string, slugs: readonly string[], datasets: readonly Dataset[]): Fault {
  if (datasets.some((dataset) => dataset.slug === slug))
    return new Fault(
      {
        fr: `« ${slug} » ne dit pas d’où vient sa source.`,
        en: `“${slug}” does not say where its source comes from.`,
      },
      {
        fr: 'Écrivez-le dans son dataset.yml : source: { harvest: { url: https://… } }.',
        en: 'Write it in its dataset.yml: source: { harvest: { url: https://… } }.',
      },
    );
  const near = nearest(slug, slugs);
  return new Fault(
    { fr: `Aucun jeu de données ne s’appelle « ${slug} ».`, en: `No dataset is called “${slug}”.` },
    near === undefined
      ? thereAre(slugs)
      : { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` },
  );
}

const thereAre = (slugs: readonly string[]): Bilingual =>
  slugs.length === 0
    ? {
        fr: 'Une adresse s’ajoute par cimaise add https://….',
        en: 'An address is added by cimaise add https://….',
      }
    : {
        fr: `Ceux qui ont une adresse : ${slugs.join(', ')}.`,
        en: `Those that have an address: ${slugs.join(', ')}.`,
      };
