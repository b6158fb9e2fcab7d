import { type Language, RefusedInput } from '../model/index.ts';
import { explanationDocument, explanationText } from '../validation/index.ts';
import { type CommandContext, DONE, FAULT, REFUSED } from './context.ts';
import type { Answer } from './explain-answer.ts';
import { explainInFiles } from './explain-files.ts';
import { type ExplainFlags, type ExplanationFormat, parseExplainFlags } from './explain-flags.ts';
import { explainInProject } from './explain-project.ts';
import { writeText } from './file-aside.ts';
import { tellComplaints } from './report-lines.ts';
import { besideOutput } from './terminal.ts';

/**
 * `cimaise explain IRI`: one resource, why each shape judges it, every constraint tried. In a project, or in files.
 * @returns 0 where the resource conforms, 1 where not, 2 where it is nowhere or nothing could be judged
 */
export async function explain(context: CommandContext, typed: string, flags: ExplainFlags): Promise<number> {
  const { streams, settings, terminal } = context;
  const options = parseExplainFlags(typed, flags, settings.base);
  // Standard output is for the explanation.
  const beside = besideOutput(streams, terminal);
  try {
    const answer =
      options.kind === 'files'
        ? await explainInFiles(options)
        : await explainInProject({ ...context, terminal: beside }, options.resource, options.sources);
    if (answer === undefined) return FAULT;
    await write(answer, { language: terminal.language, format: options.format, out: streams.out });
    return answer.explanation.conforms ? DONE : REFUSED;
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    tellComplaints(error.complaints, beside);
    return FAULT;
  }
}

interface Writing {
  readonly language: Language;
  readonly format: ExplanationFormat;
  readonly out: CommandContext['streams']['out'];
}

async function write({ explanation, facts, ...words }: Answer, { language, format, out }: Writing) {
  const text =
    format === 'json'
      ? JSON.stringify({ ...explanationDocument(explanation), ...facts }, null, 2)
      : explanationText(explanation, { ...words, language }).join('\n');
  await writeText(undefined, `${text}\n`, out);
}
