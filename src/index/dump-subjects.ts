import { Fault } from '../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../rdf/index.ts';

/** A dump of one dataset: canonical N-Quads sorted by line, plain or gzip. */
export interface Dump {
  /** Slug of the dataset. */
  readonly dataset: string;
  readonly path: string;
}

/** A subject with what is said of it, in the order of the dump: predicate and object as N-Triples writes them. */
export interface SubjectStatements {
  readonly subject: string;
  readonly statements: readonly string[];
}

/**
 * Reads a dump subject by subject, some thousands at a time; memory grows with the largest subject only.
 * @throws Fault where the file cannot be read or is not one of ours
 */
export async function* readSubjects({ path }: Dump): AsyncGenerator<readonly SubjectStatements[]> {
  let open: { subject: string; start: string; statements: string[] } | undefined;
  let graph = '';
  for await (const batch of readBatches(path)) {
    const closed: SubjectStatements[] = [];
    for (const line of batch) {
      // Lines about one subject follow each other, and nearly all are in one graph.
      if (!open || !line.startsWith(open.start)) {
        if (open) closed.push(open);
        const subject = lineSubjectIri(line);
        open = { subject, start: `<${subject}> `, statements: [] };
      }
      if (graph === '' || !line.endsWith(graph)) graph = graphOf(line, path);
      open.statements.push(statementOf(line, open.start.length, line.length - graph.length, path));
    }
    yield closed;
  }
  if (open) yield [open];
}

async function* readBatches(path: string): AsyncGenerator<readonly string[]> {
  try {
    yield* readQuadLines(path);
  } catch (error) {
    throw unreadable(path, (error as Error).message, error);
  }
}

/** The end of a line from the space before its graph on. Published data has a graph in each line, and no blank nodes. */
function graphOf(line: string, path: string): string {
  const at = line.lastIndexOf(' <');
  if (at < 0 || !line.endsWith('> .')) throw noStatement(line, path);
  return line.slice(at);
}

function statementOf(line: string, start: number, end: number, path: string): string {
  const object = line.indexOf('> ', start);
  const isWhole = line.startsWith('<') && line[start] === '<' && object > 0 && object + 2 < end;
  if (!isWhole) throw noStatement(line, path);
  return line.slice(start, end);
}

const noStatement = (line: string, path: string): Fault => unreadable(path, `“${line.slice(0, 100)}”`);

function unreadable(path: string, reason: string, cause?: unknown): Fault {
  return new Fault(
    {
      fr: `Le fichier de la publication ${path} est illisible ou abîmé : ${reason}.`,
      en: `The file ${path} of the release cannot be read or is damaged: ${reason}.`,
    },
    {
      fr: 'Refaites la publication, ou revenez à la précédente.',
      en: 'Make the release again, or go back to the one before.',
    },
    cause,
  );
}
