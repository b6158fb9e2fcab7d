import { type ProofCheck, type ProofReport, visible } from '../model/index.ts';
import { proofDocument } from '../pages/index.ts';
import { NoOutcome, noAnswer, prove } from '../proof/index.ts';
import { CATALOGUE_SHAPES, platformShapes } from '../release/index.ts';
import { type CommandContext, DONE, FAULT, REFUSED } from './context.ts';
import { writeText } from './file-aside.ts';
import { interruptible } from './interruptible.ts';
import { proofLines } from './proof-lines.ts';
import { besideOutput, figure, type Terminal } from './terminal.ts';
import { parseVerifyFlags, type VerifyFlags, type VerifyOptions } from './verify-flags.ts';

/**
 * `cimaise verify <address>`: proves a publication from outside.
 * @returns 0 where everything promised was shown, 1 where something failed, 2 where nothing failed and something could not
 * be asked, or nothing was promised
 */
export async function verify(context: CommandContext, address: string, flags: VerifyFlags): Promise<number> {
  const { streams, terminal } = context;
  const options = parseVerifyFlags(address, flags);
  const aside = options.json ? besideOutput(streams, terminal) : terminal;
  const report = await interruptible((signal) => proved(context, { options, aside, signal }));
  if (options.json) await writeText(undefined, `${JSON.stringify(report, null, 2)}\n`, streams.out);
  else for (const line of proofLines(report, terminal.language)) terminal.say(line);
  if (options.html !== undefined)
    await writeText(options.html, proofDocument(report, terminal.language), streams.out);
  return exitCode(report);
}

async function proved(
  { toolVersion }: CommandContext,
  {
    options,
    aside,
    signal,
  }: { readonly options: VerifyOptions; readonly aside: Terminal; readonly signal: AbortSignal },
): Promise<ProofReport> {
  const shapes = await platformShapes({ shapes: [], base: options.address }, CATALOGUE_SHAPES);
  const tell = createProgress(aside);
  try {
    return await prove({ ...options, shapes, toolVersion, signal, tell });
  } catch (error) {
    throw error instanceof NoOutcome ? noAnswer(options.address, error.reason) : error;
  }
}

function createProgress(terminal: Terminal): (check: ProofCheck) => void {
  let count = 0;
  return ({ title, asked }) => {
    count += 1;
    terminal.flash(`${figure(count, terminal.language)}  ${title[terminal.language]}  ${visible(asked)}`);
  };
}

/** Nothing failed and nothing was left out, and there was something. */
function exitCode({ counts }: ProofReport): number {
  if (counts.failed > 0) return REFUSED;
  return counts.passed > 0 && counts['not-reached'] === 0 ? DONE : FAULT;
}
