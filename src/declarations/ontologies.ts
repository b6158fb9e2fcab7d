import { readFile } from 'node:fs/promises';
import { Graph, STANDARD_VOCABULARIES, standardVocabulary } from '../graph/index.ts';
import { type Bilingual, type Complaint, LANGUAGES, type Term, type Terms } from '../model/index.ts';
import { dcterms, parsePlacedTurtle, type RDF, rdfs, schema, skos } from '../rdf/index.ts';
import { illegalIris } from './complaints.ts';
import { registerOf } from './identifier-registers.ts';
import type { LayeredFile } from './layers.ts';

/** Turtle files of a declarative folder, parsed. */
export interface TurtleFile {
  /** Path as complaints name it. */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  readonly text: string;
  readonly quads: readonly RDF.Quad[];
  /** On which line, from 1, the object of each statement begins. */
  readonly lines: readonly number[];
}

/** Reads Turtle files, in the order given. */
export async function readTurtleFiles(
  files: Iterable<LayeredFile>,
  base: string,
  complaints: Complaint[],
): Promise<readonly TurtleFile[]> {
  const found: TurtleFile[] = [];
  for (const { path, file } of files) {
    const text = await readFile(path, 'utf8');
    const parsed = parsePlacedTurtle(text, file, base);
    if (parsed.kind === 'malformed') complaints.push(parsed.complaint);
    else {
      const quads = parsed.quads.map(({ quad }) => quad);
      complaints.push(...illegalIris(quads, { file }));
      found.push({ file, path, text, quads, lines: parsed.quads.map(({ line }) => line) });
    }
  }
  return found;
}

/** Labels from the project's ontologies first, then from the standard vocabularies. */
export async function createTerms(ontologies: readonly TurtleFile[]): Promise<Terms> {
  const own = ontologies.flatMap((file) => file.quads);
  const standard = (await Promise.all(STANDARD_VOCABULARIES.map(standardVocabulary))).flat();
  const graphs = [new Graph(own), labelIndex(standard)];
  const order = new Map<string, number>();
  for (const quad of own) if (!order.has(quad.subject.value)) order.set(quad.subject.value, order.size);
  const known = new Map<string, Term | undefined>();
  return {
    find(iri) {
      if (!known.has(iri)) known.set(iri, together(graphs.map((graph) => termIn(graph, iri))));
      return known.get(iri);
    },
    order: (iri) => order.get(iri) ?? Number.MAX_SAFE_INTEGER,
  };
}

/** Something that gives the labels and comments of an IRI. */
interface Labels {
  objects(subject: string, predicate: string): readonly RDF.Term[];
}

/** By which a term is said to be a kind of another, and of what its subjects and values are. */
const RELATIONS = {
  parents: [rdfs.subClassOf, rdfs.subPropertyOf],
  domains: [rdfs.domain, schema.domainIncludes],
  ranges: [rdfs.range, schema.rangeIncludes],
  audiences: [dcterms.audience],
} as const;

/** Standard vocabularies are large: only their labels, their comments and how their terms hang together are kept. */
function labelIndex(quads: readonly RDF.Quad[]): Labels {
  const wanted = new Set<string>([
    ...[rdfs.label, rdfs.comment, skos.prefLabel, skos.definition],
    ...Object.values(RELATIONS).flat(),
  ]);
  const index = new Map<string, RDF.Term[]>();
  for (const { subject, predicate, object } of quads) {
    if (!wanted.has(predicate.value)) continue;
    const key = `${subject.value} ${predicate.value}`;
    const list = index.get(key);
    if (list) list.push(object);
    else index.set(key, [object]);
  }
  return { objects: (subject, predicate) => index.get(`${subject} ${predicate}`) ?? [] };
}

function termIn(graph: Labels, iri: string): Term | undefined {
  const label = bilingual([...graph.objects(iri, rdfs.label), ...graph.objects(iri, skos.prefLabel)]);
  if (label === undefined) return undefined;
  const comment = bilingual([...graph.objects(iri, rdfs.comment), ...graph.objects(iri, skos.definition)]);
  const related = Object.entries(RELATIONS).map(
    ([name, properties]) =>
      [
        name,
        properties
          .flatMap((property) => [...graph.objects(iri, property)])
          .filter(({ termType, value }) => termType === 'NamedNode' && value !== iri)
          .map(({ value }) => value),
      ] as const,
  );
  const register = registerOf(graph, iri);
  return {
    iri,
    label,
    ...(register && { register }),
    ...(comment !== undefined && { comment }),
    ...Object.fromEntries(related.filter(([, iris]) => iris.length > 0)),
  };
}

/** What the project says of a term, and what its vocabulary says besides. */
function together(terms: readonly (Term | undefined)[]): Term | undefined {
  const said = terms.filter((term) => term !== undefined);
  return said.length === 0 ? undefined : Object.assign({}, ...said.toReversed());
}

/** Texts by language; a language that is missing takes another's text. */
function bilingual(terms: readonly RDF.Term[]): Bilingual | undefined {
  const literals = terms.filter((term): term is RDF.Literal => term.termType === 'Literal');
  const first = literals.find((one) => one.language === 'en' || one.language.startsWith('en')) ?? literals[0];
  if (first === undefined) return undefined;
  const text = (language: string) => literals.find((one) => one.language === language)?.value ?? first.value;
  return Object.fromEntries(LANGUAGES.map((language) => [language, text(language)])) as unknown as Bilingual;
}
