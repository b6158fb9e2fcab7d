import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { iriText, parseTurtle, quadLine, type RDF, rdf, sh, termText } from '../../src/rdf/index.ts';
import { type GraphResult, pathText } from '../../src/validation/index.ts';
import { SHARED } from '../shared.ts';

/** Core cases of the W3C suite (https://w3c.github.io/data-shapes/data-shapes-test-suite/). */
export const SUITE = 'suites/shacl/tests/core';
/** Cases of SHACL-SPARQL. */
export const SPARQL_SUITE = 'suites/shacl/tests/sparql';

const MANIFEST = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const TEST = 'http://www.w3.org/ns/shacl-test#';

/** One `sht:Validate`: shapes, data, and the results that the specification expects. */
export interface ShaclCase {
  /** `node/class-001` */
  readonly name: string;
  readonly shapes: readonly RDF.Quad[];
  readonly data: readonly RDF.Quad[];
  /** Whether the shapes are to be refused. */
  readonly fails: boolean;
  readonly conforms: boolean;
  readonly expected: readonly ComparedResult[];
}

/** What two results are compared by; what an expected result leaves open is not compared. */
export interface ComparedResult {
  readonly focusNode: string | undefined;
  readonly component: string | undefined;
  readonly path: string | undefined;
  readonly value: string | undefined;
  readonly severity: string | undefined;
  /** Undefined for shapes without a name. */
  readonly sourceShape: string | undefined;
  /** Undefined where it is not told, or has no name. */
  readonly sourceConstraint: string | undefined;
  readonly messages: readonly string[];
}

/** Every case of the suite in the order of their names; none where the suite is not there. */
export function shaclCases(suite: string): readonly ShaclCase[] {
  const folder = join(SHARED, suite);
  if (!existsSync(folder)) return [];
  const files = globSync(join(folder, '*/*.ttl')).sort();
  return files.flatMap((file) => casesOf(file, relative(folder, file).replace(/\.ttl$/, '')));
}

function casesOf(file: string, name: string): readonly ShaclCase[] {
  const quads = read(file);
  const entries = quads.filter(
    ({ predicate, object }) => predicate.value === rdf.type && object.value === `${TEST}Validate`,
  );
  return entries.map(({ subject }) => {
    const action = objectOf(quads, subject, `${MANIFEST}action`);
    const report = objectOf(quads, subject, `${MANIFEST}result`);
    return {
      name,
      shapes: graphOf(objectOf(quads, action, `${TEST}shapesGraph`), file, quads),
      data: graphOf(objectOf(quads, action, `${TEST}dataGraph`), file, quads),
      fails: report?.value === `${TEST}Failure`,
      conforms: objectOf(quads, report, `${sh.namespace}conforms`)?.value === 'true',
      expected: objectsOf(quads, report, `${sh.namespace}result`).map((result) =>
        expectedResult(quads, result),
      ),
    };
  });
}

function read(file: string): readonly RDF.Quad[] {
  const parsed = parseTurtle(readFileSync(file, 'utf8'), file, pathToFileURL(file).href);
  if (parsed.kind === 'malformed') throw new Error(JSON.stringify(parsed.complaint));
  return parsed.quads;
}

/** The graph a case names: another file, or its own without what describes the test. */
function graphOf(name: RDF.Term | undefined, file: string, quads: readonly RDF.Quad[]): readonly RDF.Quad[] {
  if (name !== undefined && name.value !== pathToFileURL(file).href)
    return read(new URL(name.value).pathname);
  const about = reached(quads, [
    pathToFileURL(file).href,
    ...quads
      .filter(({ predicate }) => predicate.value === `${MANIFEST}result`)
      .map(({ subject }) => subject.value),
  ]);
  return quads.filter(({ subject }) => !about.has(subject.value));
}

/** What a result names, but does not describe. */
const NAMES: readonly string[] = ['sourceShape', 'focusNode', 'value'].map((name) => sh.namespace + name);

/** The named nodes and the blank nodes hanging from them. */
function reached(quads: readonly RDF.Quad[], roots: readonly string[]): ReadonlySet<string> {
  const found = new Set(roots);
  for (const node of found)
    for (const { subject, predicate, object } of quads)
      if (subject.value === node && object.termType === 'BlankNode' && !NAMES.includes(predicate.value))
        found.add(object.value);
  return found;
}

function expectedResult(quads: readonly RDF.Quad[], result: RDF.Term): ComparedResult {
  const get = (name: string) => objectOf(quads, result, sh.namespace + name);
  const path = get('resultPath');
  const shape = get('sourceShape');
  const constraint = get('sourceConstraint');
  return {
    focusNode: nodeText(get('focusNode')),
    component: get('sourceConstraintComponent')?.value,
    path: path && expectedPath(quads, path),
    value: nodeText(get('value')),
    severity: get('resultSeverity')?.value,
    sourceShape: nameOf(shape),
    sourceConstraint: nameOf(constraint),
    messages: objectsOf(quads, result, `${sh.namespace}resultMessage`).map(({ value }) => value),
  };
}

const nameOf = (term: RDF.Term | undefined): string | undefined =>
  term?.termType === 'NamedNode' ? term.value : undefined;

/** A term as text; the labels of blank nodes mean nothing outside their file. */
export const nodeText = (term: RDF.Term | undefined): string | undefined =>
  term && (term.termType === 'BlankNode' ? '[]' : termText(term));

const STEPS: Readonly<Record<string, (inner: string) => string>> = {
  [sh.inversePath]: (inner) => `^${inner}`,
  [sh.zeroOrMorePath]: (inner) => `${inner}*`,
  [sh.oneOrMorePath]: (inner) => `${inner}+`,
  [sh.zeroOrOnePath]: (inner) => `${inner}?`,
};

/** The path of an expected result as SPARQL writes it, read apart from the code that is tested. */
function expectedPath(quads: readonly RDF.Quad[], node: RDF.Term): string {
  if (node.termType === 'NamedNode') return termText(node);
  const alternative = objectOf(quads, node, sh.alternativePath);
  const members = listOf(quads, alternative ?? node).map((member) => expectedPath(quads, member));
  if (members.length > 0) return `(${members.join(alternative ? '|' : '/')})`;
  for (const [term, written] of Object.entries(STEPS)) {
    const inner = objectOf(quads, node, term);
    if (inner) return written(expectedPath(quads, inner));
  }
  throw new Error(`No path: ${node.value}`);
}

function listOf(quads: readonly RDF.Quad[], head: RDF.Term): readonly RDF.Term[] {
  const first = objectOf(quads, head, rdf.first);
  const rest = objectOf(quads, head, rdf.rest);
  return first && rest ? [first, ...listOf(quads, rest)] : [];
}

const objectsOf = (quads: readonly RDF.Quad[], subject: RDF.Term | undefined, predicate: string) =>
  quads
    .filter(
      (quad) => subject !== undefined && quad.subject.equals(subject) && quad.predicate.value === predicate,
    )
    .map(({ object }) => object);

const objectOf = (quads: readonly RDF.Quad[], subject: RDF.Term | undefined, predicate: string) =>
  objectsOf(quads, subject, predicate)[0];

/** Every subject with its statements, as a thing of its own: that is how the platform judges. */
export function starsOfGraph(quads: readonly RDF.Quad[]) {
  const groups = Map.groupBy(quads, ({ subject }) => subject.value);
  return [...groups].map(([iri, own]) => ({ iri, lines: own.map((quad) => quadLine(quad)) }));
}

/** Everything of a result that is compared, as one text. */
export const compared = (result: ComparedResult): string =>
  JSON.stringify([
    result.focusNode,
    result.component,
    result.path,
    result.value,
    result.severity,
    result.sourceShape,
    result.sourceConstraint,
    result.messages,
  ]);

/** A result as the expected one beside it is compared: messages only where the case asks for them. */
export const resultOf = (result: GraphResult, withMessages: boolean): ComparedResult => ({
  focusNode: nodeText(result.focusNode),
  component: result.component,
  path: result.path && pathText(result.path, iriText),
  value: nodeText(result.value),
  severity: result.severity.value,
  sourceShape: nameOf(result.shape),
  sourceConstraint: nameOf(result.sourceConstraint),
  messages: withMessages ? [result.message.en] : [],
});
