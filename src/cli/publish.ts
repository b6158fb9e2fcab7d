import { type Bilingual, complaintText, Fault } from '../model/index.ts';
import { type BuildOutcome, lockPublication, verifyRelease } from '../release/index.ts';
import { releaseProject } from './build.ts';
import { type CommandContext, REFUSED } from './context.ts';
import { document, harvestCode } from './harvest.ts';
import { type HarvestedDataset, refusedLine } from './harvest-lines.ts';
import { harvestable, harvestProject } from './harvest-project.ts';
import { Interrupted, interruptible } from './interruptible.ts';
import { quietProgress } from './progress-lines.ts';
import { openProject } from './project.ts';
import { refusedBreaks } from './publish-breaks.ts';
import { enter, type PublishEntry, wasVerified } from './publish-journal.ts';
import { publishedParagraph } from './publish-lines.ts';
import { sayJson } from './releases/words.ts';
import { tellComplaints } from './report-lines.ts';
import { besideOutput, type Terminal } from './terminal.ts';

export interface PublishFlags {
  readonly acceptBreaks?: boolean;
  readonly json?: boolean;
}

/** What came of a publication, step by step. */
interface Published {
  readonly harvested: readonly HarvestedDataset[];
  readonly built: BuildOutcome;
  /** What is wrong with the files of the release; absent: they were found whole before. */
  readonly faults?: readonly { readonly file: string; readonly found: Bilingual }[];
}

/**
 * `cimaise publish [dataset…]`: quiet where nothing has changed, a paragraph where something has. Each step can be repeated,
 * so a run that was killed anywhere is made good by the next.
 */
export async function publish(
  context: CommandContext,
  only: readonly string[],
  flags: PublishFlags,
): Promise<number> {
  const { settings, streams } = context;
  const speaking = flags.json ? { ...context, terminal: besideOutput(streams, context.terminal) } : context;
  const lock = await lockPublication(settings.releases);
  const began = Date.now();
  const note = (entry: Omit<PublishEntry, 'at' | 'milliseconds'>): Promise<void> =>
    enter(settings.releases, {
      at: new Date(began).toISOString(),
      milliseconds: Date.now() - began,
      ...entry,
    });
  try {
    const published = await publishedIn(speaking, only, flags);
    if (published === undefined) {
      await note({ kind: 'refused' });
      return REFUSED;
    }
    await note(entryOf(published));
    tellPublished(published, speaking.terminal);
    if (flags.json) await sayJson(context, jsonOf(published));
    return codeOf(published);
  } catch (error) {
    // Who ends a run by hand knows it; everything else is worth remembering.
    if (!(error instanceof Interrupted)) await note({ kind: 'failed', reasons: [reasonOf(error)] });
    throw error;
  } finally {
    await lock.release();
  }
}

/** Harvest → build → verify. Undefined where the declarations are refused, which is told already. */
async function publishedIn(
  context: CommandContext,
  only: readonly string[],
  { acceptBreaks = false }: PublishFlags,
): Promise<Published | undefined> {
  const project = await openProject(context);
  if (project === undefined) return undefined;
  const datasets = harvestable(project, []).filter(({ slug }) => only.length === 0 || only.includes(slug));
  const harvested = await interruptible((signal) => harvestProject(context, project, { datasets, signal }));
  const built = await releaseProject(context, project, {
    only,
    progress: quietProgress(context.terminal),
    ...(!acceptBreaks && { refuses: refusedBreaks }),
  });
  if (built.kind === 'refused') return { harvested, built };
  const { id } = built.release.manifest;
  const { releases } = context.settings;
  if (built.kind === 'unchanged' && (await wasVerified(releases, id))) return { harvested, built };
  const { faults } = await verifyRelease(releases, id);
  return { harvested, built, faults };
}

function tellPublished({ harvested, built, faults = [] }: Published, terminal: Terminal): void {
  const { language } = terminal;
  for (const { slug, outcome } of harvested)
    if (outcome.kind === 'refused') terminal.error(refusedLine(slug, outcome)[language]);
  if (built.kind === 'refused') {
    terminal.error({ fr: 'La version est refusée :', en: 'The release is refused:' }[language]);
    tellComplaints(built.complaints, terminal);
    return;
  }
  const { id } = built.release.manifest;
  if (built.kind === 'released') terminal.say(publishedParagraph(built, harvested, language));
  for (const { file, found } of faults) terminal.error(`${id}/${file}  ${found[language]}`);
}

function entryOf({ harvested, built, faults }: Published): Omit<PublishEntry, 'at' | 'milliseconds'> {
  const sources = harvested.filter(({ outcome }) => outcome.kind !== 'unchanged').map(document);
  const told = { kind: built.kind, ...(sources.length > 0 && { sources }) };
  if (built.kind === 'refused')
    return { ...told, reasons: built.complaints.slice(0, 20).map((one) => complaintText(one, 'en')) };
  const release = built.release.manifest.id;
  return { ...told, release, ...(faults && { verified: faults.length === 0 }) };
}

function jsonOf({ harvested, built, faults = [] }: Published): object {
  const sources = harvested.map(document);
  if (built.kind === 'refused') return { kind: built.kind, complaints: built.complaints, sources };
  const { id, statements } = built.release.manifest;
  const breaks = built.kind === 'released' ? { breaks: built.breaks } : {};
  return { kind: built.kind, id, statements, ...breaks, faults, sources };
}

/** The first that counts: refused data, a damaged release, a source that could not be reached. */
function codeOf({ harvested, built, faults = [] }: Published): number {
  if (built.kind === 'refused' || faults.length > 0) return REFUSED;
  return harvestCode(harvested);
}

const reasonOf = (error: unknown): string =>
  error instanceof Fault ? error.explanation.en : error instanceof Error ? error.message : String(error);
