import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Fault } from '../../model/index.ts';
import { readQuadLines } from '../../rdf/index.ts';
import { ResourceDirectory } from '../resource-directory.ts';
import { BUILD_PRAGMAS } from '../schema.ts';
import { keyOf, LineBlocks, ORIGIN_TABLES, packed } from './origin-tables.ts';

/** The files of a release that tell where the statements of a dataset come from. */
export interface OriginInput {
  /** Slug. */
  readonly dataset: string;
  /** Paths of `….origins.tsv.gz`, `….rules.json.gz`, `….cells.ndjson.gz`. */
  readonly origins: string;
  readonly rules: string;
  readonly cells: string;
}

/**
 * Adds to an index that is otherwise complete where the statements of its things come from. Line by line: memory does not
 * grow.
 * @throws Fault where a file cannot be read
 */
export async function writeOrigins(file: string, inputs: readonly OriginInput[]): Promise<void> {
  const database = new DatabaseSync(file);
  try {
    database.exec(BUILD_PRAGMAS);
    database.exec(ORIGIN_TABLES);
    database.exec('BEGIN');
    const directory = new ResourceDirectory(database);
    for (const [id, input] of inputs.entries()) await writeDataset({ database, directory, id }, input);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

interface Writing {
  readonly database: DatabaseSync;
  readonly directory: ResourceDirectory;
  readonly id: number;
}

async function writeDataset(writing: Writing, input: OriginInput): Promise<void> {
  const { database, id } = writing;
  const rules = await wholeText(input.rules);
  const files = await writeThings(writing, input.origins);
  const columns = await writeCells(writing, input.cells);
  const insert = database.prepare('INSERT INTO origin_datasets VALUES (?, ?, ?, ?, ?)');
  insert.run(id, input.dataset, packed(rules), packed(columns), JSON.stringify(files));
}

/** Records of things; the paths of files by their numbers are given back. */
async function writeThings({ database, directory, id }: Writing, path: string): Promise<readonly string[]> {
  const files: string[] = [];
  const blocks = blocksOf(database.prepare('INSERT INTO origin_things VALUES (?, ?)'), id);
  for await (const line of withoutHeader(path)) {
    const [thing = '', file = '', ...places] = line.split('\t');
    const found = directory.find(thing);
    if (!found) continue;
    if (!files.includes(file)) files.push(file);
    blocks.add(found.id, [found.id, files.indexOf(file), ...places].join('\t'));
  }
  blocks.close();
  return files;
}

/** Cells of records; their file and the names of their columns are given back, as JSON. */
async function writeCells({ database, id }: Writing, path: string): Promise<string> {
  const blocks = blocksOf(database.prepare('INSERT INTO origin_cells VALUES (?, ?)'), id);
  let columns: string | undefined;
  for await (const line of linesOf(path)) {
    if (columns === undefined) columns = line;
    else blocks.add(Number.parseInt(line.slice(1), 10), line);
  }
  blocks.close();
  return columns ?? '{}';
}

const blocksOf = (insert: StatementSync, dataset: number): LineBlocks =>
  new LineBlocks((first, block) => insert.run(keyOf(dataset, first), block));

async function* withoutHeader(path: string): AsyncGenerator<string> {
  let isHeader = true;
  for await (const line of linesOf(path)) {
    if (!isHeader) yield line;
    isHeader = false;
  }
}

async function wholeText(path: string): Promise<string> {
  let text = '';
  for await (const line of linesOf(path)) text += line;
  return text;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  try {
    for await (const lines of readQuadLines(path)) yield* lines;
  } catch (error) {
    throw unreadable(path, error as Error);
  }
}

const unreadable = (path: string, error: Error): Fault =>
  new Fault(
    {
      fr: `Le fichier ${path}, qui dit d’où viennent les énoncés, est illisible ou abîmé : ${error.message}.`,
      en: `The file ${path}, which tells where statements come from, cannot be read or is damaged: ${error.message}.`,
    },
    { fr: 'Refaites la publication (cimaise build).', en: 'Make the release again (cimaise build).' },
    error,
  );
