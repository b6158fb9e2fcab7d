import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How many parts of a staging graph the server has confirmed. */
export interface Journal {
  partsOf(graph: string): number;
  /** Tells that one more part is there. */
  confirm(graph: string): Promise<void>;
  /** Forgets a graph. */
  forget(graph: string): Promise<void>;
  /** Forgets everything: the release is in place. */
  remove(): Promise<void>;
}

/**
 * A journal in a file: a first line that names the server and the sizes of parts, then a line for each part. Written for
 * another server, or other sizes, it says nothing. A last line that was cut off is left out: its part is sent again.
 */
export async function openJournal(file: string, server: string): Promise<Journal> {
  const parts = new Map<string, number>();
  const [first, ...lines] = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(0, -1);
  const heading = JSON.stringify({ server });
  if (first === heading) for (const graph of lines) parts.set(graph, (parts.get(graph) ?? 0) + 1);
  const rewrite = (): Promise<void> => {
    const kept = [...parts].flatMap(([graph, count]) => Array.from({ length: count }, () => graph));
    return writeFile(file, [heading, ...kept, ''].join('\n'));
  };
  await mkdir(dirname(file), { recursive: true });
  await rewrite();
  return {
    partsOf: (graph) => parts.get(graph) ?? 0,
    confirm: async (graph) => {
      parts.set(graph, (parts.get(graph) ?? 0) + 1);
      await appendFile(file, `${graph}\n`);
    },
    forget: async (graph) => {
      parts.delete(graph);
      await rewrite();
    },
    remove: () => rm(file, { force: true }),
  };
}
