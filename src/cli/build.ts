import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from '../declarations/index.ts';
import { nearest } from '../documents/index.ts';
import { Fault, type ReleasedDataset } from '../model/index.ts';
import { type BuildOptions, type BuildOutcome, build as buildRelease } from '../release/index.ts';
import { askDraft } from './asking/ask-draft.ts';
import { breakLines } from './break-lines.ts';
import { capacityComplaints, tellCapacity } from './capacity.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { progressLines } from './progress-lines.ts';
import { openProject } from './project.ts';
import { pruneCaches } from './release-caches.ts';
import { sayJson } from './releases/words.ts';
import { tellComplaints, tellMapping, tellValidation } from './report-lines.ts';
import { besideOutput, figure } from './terminal.ts';

export interface BuildFlags {
  readonly source: readonly string[];
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `cimaise build [dataset…]`. With `--json`, what is for people goes to standard error. */
export async function build(
  context: CommandContext,
  only: readonly string[],
  flags: BuildFlags,
): Promise<number> {
  const speaking = flags.json
    ? { ...context, terminal: besideOutput(context.streams, context.terminal) }
    : context;
  const project = await openProject(speaking, flags.source);
  if (project === undefined) return REFUSED;
  return buildProject(speaking, project, only, flags);
}

/** Builds a loaded project and tells how it went. */
export async function buildProject(
  context: CommandContext,
  project: Project,
  only: readonly string[],
  { force = false, dryRun = false, json = false }: Omit<BuildFlags, 'source'>,
): Promise<number> {
  const progress = progressLines(context.terminal);
  const outcome = await releaseProject(context, project, { only, force, dryRun, progress });
  await tellOutcome(outcome, { only, dryRun }, context);
  if (json) await sayJson(context, outcomeDocument(outcome));
  return outcome.kind === 'refused' ? REFUSED : DONE;
}

/** What of a project is built, and what is said meanwhile. */
export interface ProjectBuild
  extends Pick<BuildOptions, 'only' | 'force' | 'dryRun' | 'refuses' | 'progress'> {
  readonly only: readonly string[];
}

/** Builds a loaded project and says nothing of how it ended. @throws Fault for an unknown dataset */
export async function releaseProject(
  context: CommandContext,
  project: Project,
  build: ProjectBuild,
): Promise<BuildOutcome> {
  const { settings, toolVersion } = context;
  assertKnown(build.only, project);
  const outcome = await buildRelease({
    ...build,
    project,
    releases: settings.releases,
    toolVersion,
    objections: (manifest) => capacityComplaints(settings, manifest),
    ask: askDraft(context, project, build.dryRun === true),
  });
  if (outcome.kind === 'released' && !build.dryRun) await pruneOldCaches(outcome, settings.releases);
  return outcome;
}

/** A server needs those of the release that it serves until it has moved. */
const pruneOldCaches = (
  { release, breaks: { previous } }: Extract<BuildOutcome, { kind: 'released' }>,
  releases: string,
): Promise<void> => pruneCaches(releases, [release.manifest.id, previous ?? ''], () => {});

/** For scripts: how it ended, and what it changes. */
function outcomeDocument(outcome: BuildOutcome): object {
  const { kind } = outcome;
  if (kind === 'refused') return { kind, complaints: outcome.complaints };
  const { id, statements } = outcome.release.manifest;
  return { kind, id, statements, ...(kind === 'released' ? { breaks: outcome.breaks } : {}) };
}

function assertKnown(only: readonly string[], { datasets }: Project): void {
  const slugs = datasets.map(({ slug }) => slug);
  const unknown = only.find((slug) => !slugs.includes(slug));
  if (unknown === undefined) return;
  const near = nearest(unknown, slugs);
  throw new Fault(
    { fr: `Aucun jeu de données ne s’appelle « ${unknown} ».`, en: `No dataset is called “${unknown}”.` },
    near
      ? { fr: `Vouliez-vous dire « ${near} » ?`, en: `Did you mean “${near}”?` }
      : { fr: `Il y a ${slugs.join(', ')}.`, en: `There are ${slugs.join(', ')}.` },
  );
}

async function tellOutcome(
  outcome: BuildOutcome,
  { only, dryRun }: { readonly only: readonly string[]; readonly dryRun: boolean },
  { terminal, settings }: CommandContext,
): Promise<void> {
  const { language } = terminal;
  if (outcome.kind === 'refused') {
    tellDatasets(outcome.datasets, only, terminal);
    terminal.error({ fr: 'La version est refusée :', en: 'The release is refused:' }[language]);
    tellComplaints(outcome.complaints, terminal);
    if (outcome.reports === undefined) return;
    terminal.tell({ fr: `Rapports : ${outcome.reports}`, en: `Reports: ${outcome.reports}` });
    tellCorrections(await readdir(outcome.reports), outcome.reports, terminal);
    return;
  }
  const { manifest } = outcome.release;
  const { id, datasets, statements, files } = manifest;
  if (outcome.kind === 'unchanged') {
    terminal.tell({
      fr: `Rien n’a changé : la version ${id} reste.`,
      en: `Nothing has changed: release ${id} stays.`,
    });
    return;
  }
  tellDatasets(datasets, only, terminal);
  for (const line of breakLines(outcome.breaks, language)) terminal.say(line);
  const things = datasets.reduce((sum, dataset) => sum + dataset.things, 0);
  const holds = {
    fr: `${figure(things, 'fr')} choses, ${figure(statements, 'fr')} énoncés`,
    en: `${figure(things, 'en')} things, ${figure(statements, 'en')} statements`,
  };
  tellCapacity(settings, manifest, terminal);
  if (dryRun) {
    terminal.tell({
      fr: `À blanc : la version ${id} aurait ${holds.fr}. Rien n’est publié.`,
      en: `Dry run: release ${id} would have ${holds.en}. Nothing is published.`,
    });
    return;
  }
  terminal.tell({
    fr: `Version ${id} : ${holds.fr}, dans ${settings.releases}`,
    en: `Release ${id}: ${holds.en}, in ${settings.releases}`,
  });
  const paths = files.map(({ path }) => path);
  tellCorrections(paths, join(settings.releases, id), terminal);
}

/** What was found; what mapping could not read only of the datasets that were asked for, where some were. */
function tellDatasets(
  datasets: readonly ReleasedDataset[],
  only: readonly string[],
  terminal: CommandContext['terminal'],
): void {
  for (const dataset of datasets) {
    if (only.length === 0 || only.includes(dataset.slug)) tellMapping(dataset, terminal);
    tellValidation(dataset, terminal);
  }
}

/** Where the tables of what is to be corrected lie, in the reader's language. */
function tellCorrections(
  files: readonly string[],
  folder: string,
  { language, say }: CommandContext['terminal'],
): void {
  const end = { fr: '.corrections.csv', en: '.corrections.en.csv' }[language];
  const tables = files.filter((path) => path.endsWith(end)).map((path) => join(folder, path));
  if (tables.length > 0)
    say({ fr: 'À corriger dans un tableur :', en: 'To correct in a spreadsheet:' }[language]);
  for (const table of tables) say(`  ${table}`);
}
