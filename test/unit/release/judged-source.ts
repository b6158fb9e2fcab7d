import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapSource, parseMapping } from '../../../src/mapping/index.ts';
import { complaintText, type ShapeResult, type Source } from '../../../src/model/index.ts';
import { parseTurtle, utf8Text } from '../../../src/rdf/index.ts';
import { type LocatedResults, locate } from '../../../src/release/cells/locate.ts';
import { OriginsWriter } from '../../../src/release/dataset/origins.ts';
import { starsOf } from '../../../src/release/dataset/stars.ts';
import { openSource } from '../../../src/sources/index.ts';
import { createShapeValidator } from '../../../src/validation/index.ts';

export const BASE = 'http://example.org/';
export const XSD = 'http://www.w3.org/2001/XMLSchema#';

const PREFIXES = `@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <http://schema.org/> .
@prefix xsd: <${XSD}> . @prefix dcterms: <http://purl.org/dc/terms/> .\n`;

export interface JudgedSource extends LocatedResults {
  readonly things: number;
}

interface World {
  readonly folder: string;
  /** Name and content of the source. */
  readonly file: readonly [name: string, content: string | Uint8Array];
  readonly source?: Partial<Source>;
  readonly mapping: string;
  /** Turtle after the usual prefixes. */
  readonly shapes: string;
  readonly limits?: { readonly records: number; readonly characters: number };
}

/** A source of a test, at its place. */
export function sourceIn({
  folder,
  file: [name, content],
  source,
}: Pick<World, 'folder' | 'file' | 'source'>): Source {
  const path = join(folder, name);
  writeFileSync(path, content);
  return {
    path,
    shown: `source/${name}`,
    format: 'csv',
    dialect: { delimiter: ';', quote: '"', encoding: 'utf-8' },
    namespaces: {},
    ...source,
  };
}

/** Maps a source, judges what comes out by shapes, and locates the results: as a build does. */
export async function judgedSource(world: World): Promise<JudgedSource> {
  const source = sourceIn(world);
  const mapping = parsedMapping(world.mapping);
  const met = new OriginsWriter(join(world.folder, '.work'));
  const run = mapSource({ mapping, source: await openSource(source), base: BASE });
  const lines = new Set<string>();
  for await (const { nquads, origins: found } of run.chunks) {
    for (const origin of found) met.add(origin);
    for (const line of utf8Text(nquads).split('\n')) if (line !== '') lines.add(line);
  }
  const origins = await met.close();
  const results = await validated([...lines].sort(), world.shapes);
  const limits = world.limits ? { limits: world.limits } : {};
  const located = await locate(results.results, { origins, mapping, base: BASE, source, ...limits });
  origins.close();
  return { ...located, things: results.things };
}

export function parsedMapping(text: string) {
  const parsed = parseMapping(text, 'mapping.yml', BASE);
  if (parsed.kind === 'refused')
    throw new Error(parsed.complaints.map((one) => complaintText(one, 'en')).join('\n'));
  return parsed.mapping;
}

async function validated(lines: readonly string[], shapes: string) {
  const stars = await Array.fromAsync(
    starsOf(
      (async function* () {
        yield lines;
      })(),
    ),
  );
  const turtle = parseTurtle(PREFIXES + shapes, 'shapes.ttl', BASE);
  if (turtle.kind === 'malformed') throw new Error(turtle.complaint.found.en);
  const created = createShapeValidator({ shapes: [{ file: 'shapes.ttl', quads: turtle.quads }] });
  if (created.kind === 'refused')
    throw new Error(created.complaints.map((one) => complaintText(one, 'en')).join('\n'));
  return { things: stars.length, results: await created.validator.validate(stars) };
}

/** What a result tells of its place. */
export const placeOf = ({ file, row, line, sheetRow, column, cell }: ShapeResult) => ({
  file,
  row,
  line,
  sheetRow,
  column,
  cell,
});
