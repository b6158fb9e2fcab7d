import type { Project } from '../declarations/index.ts';
import { type HarvestOutcome, isCircumstance } from '../harvest/index.ts';
import { type CommandContext, DONE, FAULT, REFUSED } from './context.ts';
import { type HarvestedDataset, tellHarvest } from './harvest-lines.ts';
import { harvestable, harvestProject } from './harvest-project.ts';
import { interruptible } from './interruptible.ts';
import { openProject } from './project.ts';
import { sayJson } from './releases/words.ts';
import { besideOutput } from './terminal.ts';

export interface HarvestFlags {
  readonly force?: boolean;
  readonly accept?: boolean;
  readonly json?: boolean;
}

/** `cimaise harvest [dataset…]`. With `--json`, what is for people goes to standard error. */
export async function harvest(
  context: CommandContext,
  only: readonly string[],
  flags: HarvestFlags,
): Promise<number> {
  const speaking = flags.json
    ? { ...context, terminal: besideOutput(context.streams, context.terminal) }
    : context;
  const project = await openProject(speaking);
  if (project === undefined) return REFUSED;
  return harvestAndTell(speaking, project, only, flags);
}

async function harvestAndTell(
  context: CommandContext,
  project: Project,
  only: readonly string[],
  flags: HarvestFlags,
): Promise<number> {
  const { terminal } = context;
  const datasets = harvestable(project, only);
  if (datasets.length === 0)
    terminal.tell({
      fr: 'Aucun jeu ne dit d’où vient sa source (source: { harvest: … }, dans dataset.yml).',
      en: 'No dataset says where its source comes from (source: { harvest: … }, in dataset.yml).',
    });
  const harvested = await interruptible((signal) =>
    harvestProject(context, project, {
      datasets,
      ...flags,
      signal,
      done: (one) => tellHarvest(one, terminal),
    }),
  );
  if (flags.json) await sayJson(context, { datasets: harvested.map(document) });
  return harvestCode(harvested);
}

/** For scripts: slug and outcome as one. */
export const document = ({ slug, outcome }: HarvestedDataset): object => ({ slug, ...outcome });

/** 1 where something was refused, 2 where something could only not be reached. */
export function harvestCode(harvested: readonly HarvestedDataset[]): number {
  const refused = harvested.map(({ outcome }) => outcome).filter(isRefused);
  if (refused.some(({ code }) => !isCircumstance(code))) return REFUSED;
  return refused.length > 0 ? FAULT : DONE;
}

const isRefused = (outcome: HarvestOutcome): outcome is Extract<HarvestOutcome, { kind: 'refused' }> =>
  outcome.kind === 'refused';
