import { Fault } from '../model/index.ts';
import { lineSubjectIri, readQuadLines } from '../rdf/index.ts';

/** A dump of one dataset: canonical N-Quads sorted by line, plain or gzip. */
export interface Dump {
  /** Slug of the dataset. */
  readonly dataset: string;
  readonly path: string;
}

/** A subject with its N-Triples lines, in the order of the dump. */
export interface SubjectLines {
  readonly subject: string;
  readonly lines: readonly string[];
}

/**
 * Reads a dump subject by subject, some thousands at a time; memory grows with the largest subject only.
 * @throws Fault where the file cannot be read or is not one of ours
 */
export async function* readSubjects({ path }: Dump): AsyncGenerator<readonly SubjectLines[]> {
  let open: { subject: string; lines: string[] } | undefined;
  for await (const batch of readBatches(path)) {
    const closed: SubjectLines[] = [];
    for (const line of batch) {
      const subject = lineSubjectIri(line);
      if (open?.subject !== subject) {
        if (open) closed.push(open);
        open = { subject, lines: [] };
      }
      open.lines.push(triple(line, path));
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

/** A line without its graph. Published data names a graph in each line and has no blank nodes. */
function triple(line: string, path: string): string {
  const predicate = line.indexOf('> <');
  const object = line.indexOf('> ', predicate + 3);
  const graph = line.lastIndexOf(' <');
  const isQuad =
    line.startsWith('<') && line.endsWith('> .') && predicate > 0 && object > 0 && graph > object + 1;
  if (!isQuad) throw unreadable(path, `“${line.slice(0, 100)}”`);
  return `${line.slice(0, graph)} .`;
}

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
