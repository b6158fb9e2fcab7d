import { join } from 'node:path';
import type { Changes, DumpFile, Release, ReleaseFile } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { GraphChanges } from '../changes/graph-changes.ts';
import { dumpSyntaxes } from '../dumps/dump-syntaxes.ts';
import { DumpWriter } from '../dumps/dump-writer.ts';
import { readDump } from './read-dump.ts';

/** A graph as a part of the whole. */
export interface GraphPart {
  /** Absolute path of the folder in which its files lie. */
  readonly folder: string;
  readonly dumps: readonly DumpFile[];
  /** Absent where nothing changed, or there is nothing to compare with. */
  readonly changes?: Changes;
}

/** A graph that is published as N-Quads alone, beside the datasets: what is said of their quality, terms, the catalogue. */
export interface GraphToPublish {
  /** Its dump in the draft; absent for a graph that the release before had and this one has not. */
  readonly file?: ReleaseFile;
  /** Its path in every release. */
  readonly path: string;
  readonly base: string;
  /** The draft's folder. */
  readonly draft: string;
  /** Absolute path of the folder for the parts. */
  readonly folder: string;
  readonly previous: Release | undefined;
}

/** Makes of a graph what the whole is joined of; it is not published by itself. */
export async function publishGraph(graph: GraphToPublish): Promise<GraphPart> {
  const { base, draft, file, folder, path } = graph;
  const stem = path.replace(/\.nq\.gz$/, '');
  const dumps = file ? dumpSyntaxes(base).map((syntax) => new DumpWriter(syntax, { folder, stem })) : [];
  const changes = changesOf(graph, stem);
  if (file) await readDump(join(draft, file.path), [...dumps, ...(changes ? [changes] : [])]);
  const written = await Promise.all(dumps.map((dump) => dump.close()));
  const found = await changes?.close();
  return {
    folder,
    dumps: written.flatMap((one) => (one.kind === 'written' ? one.files : [])),
    ...(found ? { changes: found } : {}),
  };
}

function changesOf({ file, folder, path, previous }: GraphToPublish, stem: string): GraphChanges | undefined {
  const before = previous?.manifest.files.find((one) => one.path === path);
  if (!previous || before?.sha256 === file?.sha256) return undefined;
  return new GraphChanges({
    before: before ? readQuadLines(join(previous.folder, before.path)) : [],
    folder,
    stem,
    space: '',
    work: join(folder, stem),
  });
}
