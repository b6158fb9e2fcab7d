import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { childOf, parseYaml, textOf } from '../documents/index.ts';
import type { Complaint, Dataset } from '../model/index.ts';
import { dqv, PREFIXES, prov, quadLine, type RDF, rdf } from '../rdf/index.ts';
import { registerComplaints, unknownRegisters } from './identifier-registers.ts';
import { isOfPlatform, type LayeredFile, layeredFiles, ownFiles, shownPath } from './layers.ts';
import { readTurtleFiles, type TurtleFile } from './ontologies.ts';

/** What of a project is known when its shapes and terms are read. */
interface Named {
  readonly root: string;
  readonly base: string;
  readonly datasets: readonly Dataset[];
}

interface TermUsers extends Named {
  readonly shapes: readonly TurtleFile[];
}

/** Every file of `shapes/`, and those of the platform that a dataset names. */
export async function readShapes(
  { root, base, datasets }: Named,
  complaints: Complaint[],
): Promise<readonly TurtleFile[]> {
  const own = [...(await ownFiles(root, 'shapes', '.ttl')).values()];
  const listed = [...new Set(datasets.flatMap(({ shapes }) => shapes))]
    .map((path): LayeredFile => ({ path, file: shownPath(root, path) }))
    .filter(({ path, file }) => isOfPlatform(file) && existsSync(path));
  return readTurtleFiles([...own, ...listed], base, complaints);
}

/**
 * Every file of `ontologies/`, and of the platform's the terms that mappings, shapes and ontologies of the project use,
 * with what these terms are said by: 150 terms that nobody uses are not published. What the project says of a term
 * stands in the place of what the platform says of it.
 */
export async function readOntologies(
  named: TermUsers & { readonly publishedTerms?: (() => Promise<ReadonlySet<string>>) | undefined },
  complaints: Complaint[],
): Promise<readonly TurtleFile[]> {
  const { root, base, datasets } = named;
  const files = [...(await layeredFiles(root, 'ontologies', '.ttl')).values()];
  const [below, own] = [true, false].map((isBelow) =>
    files.filter(({ file }) => isOfPlatform(file) === isBelow),
  ) as [LayeredFile[], LayeredFile[]];
  const ownTerms = await readTurtleFiles(own, base, complaints);
  const platformTerms = await readTurtleFiles(below, base, complaints);
  const taken = below.length > 0 ? await takenTerms(platformTerms, ownTerms, named) : [];
  // The platform's first: pages show properties in this order, a name before what a project adds.
  const all = [...taken, ...ownTerms];
  complaints.push(
    ...all.flatMap(registerComplaints),
    ...unknownRegisters(datasets, [...all, ...platformTerms]),
  );
  return all;
}

/** Terms of the platform that the project names, or that it has published. */
async function takenTerms(
  platformTerms: readonly TurtleFile[],
  ownTerms: readonly TurtleFile[],
  named: TermUsers & { readonly publishedTerms?: (() => Promise<ReadonlySet<string>>) | undefined },
): Promise<readonly TurtleFile[]> {
  const isUsed = await usedBy(named, ownTerms);
  const kept = await keptTerms(named, await named.publishedTerms?.());
  return takeTerms(platformTerms, ownTerms, (iri) => isUsed(iri) || kept.has(iri));
}

/** An address that was published answers for ever: a term that nobody uses any more stays, unless somebody withdrew it. */
async function keptTerms(
  { root, base }: Named,
  published: ReadonlySet<string> = new Set(),
): Promise<ReadonlySet<string>> {
  const table = await readFile(join(root, 'ontologies', 'withdrawn.csv'), 'utf8').catch(() => '');
  const withdrawn = new Set(table.split(/\r?\n/).map((row) => /^"?([^",;]*)/.exec(row)?.[1] ?? ''));
  const space = `${base}def/`;
  const namesOf = (iri: string) => [iri, `def/${iri.slice(space.length)}`, iri.slice(space.length)];
  return new Set([...published].filter((iri) => !namesOf(iri).some((name) => withdrawn.has(name))));
}

/** Whether a text may name a term. */
type Uses = (iri: string) => boolean;

/** What the platform itself says of things: their quality, and whence it is known. */
const isOfQuality: Uses = (iri) => [dqv, prov].some(({ namespace }) => iri.startsWith(namespace));

async function usedBy(
  { root, base, datasets, shapes }: TermUsers,
  ontologies: readonly TurtleFile[],
): Promise<Uses> {
  const own = [...shapes.filter(({ file }) => !isOfPlatform(file)), ...ontologies];
  const mappings = datasets.map(({ mapping }) => mapping).filter((path) => existsSync(path));
  const used = new Set<string>([
    rdf.type,
    ...datasets.flatMap(({ register = [] }) => register),
    ...own.flatMap(({ quads }) => quads.flatMap(irisOf)),
    ...(await Promise.all(mappings.map((path) => irisInMapping(path, shownPath(root, path), base)))).flat(),
  ]);
  return (iri) => used.has(iri) || (datasets.length > 0 && isOfQuality(iri));
}

const irisOf = ({ subject, predicate, object }: RDF.Quad): readonly string[] =>
  [subject, predicate, object].filter(({ termType }) => termType === 'NamedNode').map(({ value }) => value);

/** A name with a prefix, a whole IRI, or one relative to the base: whatever else looks so is no term of the platform. */
const NAMES = /[A-Za-z][\w.-]*:[^\s"'`,;()[\]{}~$<>|\\]+|\bdef\/[\w-]+/g;

/** IRIs that the text of a mapping writes out. A mapping that cannot be read is complained of where it is checked. */
async function irisInMapping(path: string, file: string, base: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8');
  const yaml = parseYaml(text, file);
  const declared = yaml.kind === 'malformed' ? undefined : childOf(yaml.node, 'prefixes');
  const own = declared?.kind === 'map' ? declared.entries : [];
  const prefixes = new Map([
    ...Object.entries(PREFIXES),
    ['def', `${base}def/`],
    ...own.map(({ key, node }) => [key, textOf(node) ?? ''] as const),
  ]);
  return [...text.matchAll(NAMES)].map(([name]) => {
    const at = name.indexOf(':');
    if (at < 0) return base + name;
    const namespace = prefixes.get(name.slice(0, at));
    return namespace === undefined ? name : namespace + name.slice(at + 1);
  });
}

/** Terms that are used, and those by which these are said, file by file. */
function takeTerms(
  files: readonly TurtleFile[],
  own: readonly TurtleFile[],
  uses: Uses,
): readonly TurtleFile[] {
  const said = new Set(own.flatMap(({ quads }) => quads.map(({ subject }) => subject.value)));
  const about = Map.groupBy(
    files.flatMap(({ quads }) => quads),
    ({ subject }) => subject.value,
  );
  const taken = new Set([...about.keys()].filter(uses));
  for (const term of taken)
    for (const { object } of about.get(term) ?? []) if (about.has(object.value)) taken.add(object.value);
  return files.map((file) => partOf(file, (term) => taken.has(term) && !said.has(term)));
}

/** Its text is that of the statements, so that nothing is made anew for a term that is not used. */
function partOf(file: TurtleFile, isTaken: Uses): TurtleFile {
  const kept = file.quads.flatMap((quad, at) => (isTaken(quad.subject.value) ? [{ quad, at }] : []));
  const quads = kept.map(({ quad }) => quad);
  return {
    ...file,
    text: quads.map((quad) => quadLine(quad)).join('\n'),
    quads,
    lines: kept.map(({ at }) => file.lines[at] ?? 1),
  };
}
