import { resolve } from 'node:path';
import {
  type Mapping,
  type MappingDocument,
  type MappingOutcome,
  parseDocument,
  type RunReport,
  runRml,
} from '../mapping/index.ts';
import type { Complaint, SelectFromFile } from '../model/index.ts';
import { type CommandContext, DONE, REFUSED } from './context.ts';
import { ReaderLeft } from './file-aside.ts';
import { interruptible } from './interruptible.ts';
import { type MapContent, mapContent } from './map-content.ts';
import { type MapFlags, type MapOptions, parseMapFlags, writtenByOptions } from './map-flags.ts';
import { type MapOutputs, openOutputs } from './map-outputs.ts';
import { mapProgress } from './map-progress.ts';
import { shownAs, writeReport } from './map-report.ts';
import { tellIncomplete, tellRun, tellUngraphed, tellUnknown } from './map-words.ts';
import { assertFile } from './mapping-file.ts';
import { assertApart, perhapsReadBy, readBy, writtenBy } from './overwriting.ts';
import { besideOutput, type Terminal } from './terminal.ts';

/** One run: what is mapped, how, and where is spoken; standard output is for data. */
interface MapRun {
  readonly path: string;
  /** The mapping as it was typed. */
  readonly shown: string;
  readonly options: MapOptions;
  readonly base: string;
  readonly terminal: Terminal;
  readonly streams: CommandContext['streams'];
}

/** `cimaise map MAPPING`: runs a mapping on its own sources, outside any project. */
export async function map(context: CommandContext, mapping: string, flags: MapFlags): Promise<number> {
  const { settings, streams, terminal } = context;
  const options = parseMapFlags(flags);
  const path = resolve(mapping);
  await assertFile(path, mapping);
  const run: MapRun = {
    path,
    shown: mapping,
    options,
    base: options.base ?? settings.base,
    streams,
    terminal: besideOutput(streams, terminal),
  };
  const found = (await refusedEarly(run)) ?? (await interruptible((signal) => mapped({ ...run, signal })));
  if (found === undefined) return DONE;
  const { leaves = false, ...told } = found;
  const report = shownAs({ ...told, mapping }, path, mapping);
  if (options.report)
    await writeReport(report, options.report, { language: terminal.language, out: streams.out });
  tellRun(report, options, leaves, run.terminal);
  return report.outcome === 'mapped' ? DONE : REFUSED;
}

type Found = Omit<RunReport, 'mapping'> & {
  /** Part of a result that is given up went to standard output. */
  readonly leaves?: boolean;
};

/**
 * What can be told before any data is read and any output is opened.
 * @throws Fault where an output would overwrite what the run reads
 */
async function refusedEarly({ path, base, options }: MapRun): Promise<Found | undefined> {
  const parsed = await parseDocument({ mapping: path, base, workingDirectory: process.cwd() });
  const outputs = writtenByOptions({ ...options, report: options.report?.path });
  assertApart(
    outputs,
    parsed.kind === 'refused'
      ? perhapsReadBy(path, options.report?.path)
      : [...readBy(path, parsed.mapping), ...writtenBy(parsed.mapping)],
  );
  const complaints = parsed.kind === 'refused' ? parsed.complaints : sourceless(parsed.mapping);
  return complaints.length === 0
    ? undefined
    : { outcome: 'refused', policy: options.policy, complaints, targets: [] };
}

/** Rules of a project's mapping read the project's source; here each names its own. */
const sourceless = ({ rules }: Mapping): readonly Complaint[] =>
  rules
    .filter(({ source }) => source === undefined)
    .map(({ place, name }) => ({
      place,
      found: {
        fr: `La règle « ${name} » ne nomme pas de source.`,
        en: `The rule “${name}” names no source.`,
      },
      remedy: {
        fr: 'Donnez-lui une source (sources), ou construisez le projet dont elle fait partie (cimaise build).',
        en: 'Give it a source (sources), or build the project that it is part of (cimaise build).',
      },
    }));

/** A run that can be asked to end. */
interface Underway extends MapRun {
  readonly signal: AbortSignal;
}

/** Runs the mapping; undefined where the reader of standard output has left. */
async function mapped(run: Underway): Promise<Found | undefined> {
  const { options, streams, terminal } = run;
  const content = mapContent(options.format);
  const outputs = await openOutputs(options, streams.out);
  try {
    const found = judged(await runTo(outputs, content, run), options);
    if (found.outcome !== 'mapped') return { ...found, leaves: await outputs.giveUp() };
    const rest = await content.end();
    if (rest !== '') await outputs.sink.write(rest);
    await outputs.close();
    if (content.ungraphed > 0) tellUngraphed(content.ungraphed, options.format, terminal);
    return found;
  } catch (error) {
    const leaves = await outputs.giveUp();
    if (error instanceof ReaderLeft) return undefined;
    if (leaves) tellIncomplete(terminal);
    throw error;
  }
}

function runTo(
  { sink, writeOrigins }: MapOutputs,
  content: MapContent,
  run: Underway,
): Promise<MappingOutcome> {
  const { path, options, base, streams, terminal, signal } = run;
  // Statements and a line that is written over do not share one screen.
  const isOnScreen = options.output === undefined && streams.out.isTTY === true;
  const progress = isOnScreen ? undefined : mapProgress(terminal);
  return runRml({
    mapping: path,
    base,
    workingDirectory: process.cwd(),
    policy: options.policy,
    signal,
    select,
    tellUnknown: (columns) => tellUnknown(columns, run),
    ...limited(options),
    ...(writeOrigins ? { writeOrigins } : {}),
    write: async (nquads, soFar) => {
      progress?.tell(soFar);
      const text = content.add(nquads);
      if (text.length > 0) await sink.write(text);
    },
  });
}

/** The store is loaded for mappings that query RDF files, and for no others. */
const select: SelectFromFile = async (question) =>
  (await import('../store/index.ts')).createFileSelector()(question);

/** Under `strict` no fault is one too few, those of reading included. */
function limited({ policy, maxFaults }: MapOptions): Pick<MappingDocument, 'maxFaults'> {
  if (policy === 'strict') return { maxFaults: { value: 0, unit: 'faults' } };
  return maxFaults === undefined ? {} : { maxFaults };
}

function judged(outcome: MappingOutcome, { policy }: MapOptions): Found {
  if (outcome.kind === 'refused') {
    const { complaints, report } = outcome;
    return { outcome: 'refused', policy, complaints, targets: [], ...(report ? { report } : {}) };
  }
  const { kind, report } = outcome;
  return { outcome: kind, policy, complaints: [], report, targets: kind === 'mapped' ? outcome.targets : [] };
}
