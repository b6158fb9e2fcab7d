import { type Language, RefusedInput, SEVERITIES } from '../model/index.ts';
import { inDefaultGraph, parsePlacedTurtle, reportPrefixes, serialise } from '../rdf/index.ts';
import { createGraphStore } from '../store/index.ts';
import {
  createReport,
  GRAPH_REPORT_PREFIXES,
  type GraphReport,
  graphReportDocument,
  graphReportHtml,
  graphReportJunit,
  graphReportQuads,
  graphReportText,
  type ShapesFile,
  validateGraphWithStore,
} from '../validation/index.ts';
import { type CommandContext, DONE, FAULT, REFUSED } from './context.ts';
import { writeText } from './file-aside.ts';
import { type RdfFile, RdfFileReader } from './rdf-files.ts';
import { tellComplaints } from './report-lines.ts';
import { besideOutput } from './terminal.ts';
import {
  parseValidateFlags,
  type ValidateFlags,
  type ValidateOptions,
  type ValidationFormat,
} from './validate-flags.ts';

/**
 * `cimaise validate DATA… --shapes SHAPES…`: judges RDF files by SHACL shapes, outside any project.
 * @returns 0 where the data conform (as `--fail-on` says), 1 where not, 2 where nothing could be judged
 */
export async function validate(
  { streams, terminal }: CommandContext,
  data: readonly string[],
  flags: ValidateFlags,
): Promise<number> {
  const options = parseValidateFlags(data, flags);
  try {
    const report = await judge(options);
    await write(report, options, { language: terminal.language, out: streams.out });
    return isFailure(report, options) ? REFUSED : DONE;
  } catch (error) {
    if (!(error instanceof RefusedInput)) throw error;
    // Standard output is for the report; and what could not be judged must not look like data that were found wanting.
    const aside = besideOutput(streams, terminal);
    tellComplaints(error.complaints, aside);
    if (error instanceof RefusedShapes && options.reading === 'house') aside.tell(OTHERS_SHAPES);
    return FAULT;
  }
}

/** Shapes that would not be applied as they are written. */
class RefusedShapes extends RefusedInput {}

const OTHERS_SHAPES = {
  fr: 'Si ces formes ne sont pas les vôtres, --reading letter les lit comme SHACL : il laisse passer ce que SHACL ignore.',
  en: 'If these shapes are not yours, --reading letter reads them as SHACL does: it lets pass what SHACL ignores.',
};

/** @throws RefusedInput for malformed files, and for shapes that would not be applied as they are written */
async function judge({
  data,
  shapes,
  ontologies,
  dataFormat,
  base,
  reading,
  limit,
}: ValidateOptions): Promise<GraphReport> {
  const files = new RdfFileReader({ base });
  const shapesFiles = await files.read(shapes);
  const ontologyFiles = await files.read(ontologies);
  const ontologyQuads = ontologyFiles.flatMap(({ quads }) => quads);
  const dataFiles = await files.read(data, dataFormat);
  // All graphs of all files are one graph here: SHACL judges graphs, not datasets.
  const statements = inDefaultGraph(dataFiles.flatMap(({ quads }) => quads));
  const prefixes = reportPrefixes(
    [...dataFiles, ...shapesFiles, ...ontologyFiles].map((file) => file.prefixes),
    GRAPH_REPORT_PREFIXES,
  );
  const validated = await validateGraphWithStore(
    {
      shapes: shapesFiles.map(withLines),
      data: statements,
      ontologies: ontologyQuads,
      reading,
      prefixes,
    },
    createGraphStore,
  );
  if (validated.kind === 'refused') throw new RefusedShapes(validated.complaints);
  const { judged } = validated;
  return createReport({
    data,
    shapes,
    statements,
    judged,
    prefixes,
    ...(limit === undefined ? {} : { limit }),
  });
}

/** Characters of a shapes file whose lines are told: nobody looks for a line in more. */
const MOST_PLACED = 8 * 1024 * 1024;

/** Shapes in Turtle are read once more for the line of each statement: complaints have to name it. */
export function withLines({ file, text, mediaType, base, quads }: RdfFile): ShapesFile {
  if (mediaType !== 'text/turtle' || text.length > MOST_PLACED) return { file, text, quads };
  const placed = parsePlacedTurtle(text, file, base);
  if (placed.kind === 'malformed') throw new RefusedInput([placed.complaint]);
  return {
    file,
    text,
    quads: placed.quads.map(({ quad }) => quad),
    lines: placed.quads.map(({ line }) => line),
  };
}

/** One row a form of the report. */
const WRITERS: Readonly<Record<ValidationFormat, Writer>> = {
  text: (report, _, language) => `${graphReportText(report, language).join('\n')}\n`,
  turtle: (report) => serialise(graphReportQuads(report), 'text/turtle', report.prefixes),
  jsonld: (report) => serialise(graphReportQuads(report), 'application/ld+json', report.prefixes),
  json: (report) => `${JSON.stringify(graphReportDocument(report), null, 2)}\n`,
  html: (report, _, language) => graphReportHtml(report, language),
  junit: (report, { failOn }, language) => graphReportJunit(report, { failOn, language }),
};

type Writer = (report: GraphReport, options: ValidateOptions, language: Language) => string | Promise<string>;

async function write(
  report: GraphReport,
  options: ValidateOptions,
  { language, out }: { readonly language: Language; readonly out: CommandContext['streams']['out'] },
): Promise<void> {
  const text = await WRITERS[options.format](report, options, language);
  await writeText(options.output, text, out);
}

/** Whether there is a result as grave as `--fail-on`, or graver. */
const isFailure = ({ counts }: GraphReport, { failOn }: ValidateOptions): boolean =>
  SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1).some((severity) => counts[severity] > 0);
