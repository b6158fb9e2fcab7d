import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Graph, STANDARD_VOCABULARIES, standardVocabulary } from '../graph/index.ts';
import { type Bilingual, type Complaint, LANGUAGES, type Term, type Terms } from '../model/index.ts';
import { parsePlacedTurtle, type RDF, rdfs, skos } from '../rdf/index.ts';
import { illegalIris } from './complaints.ts';

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

/** Reads every `*.ttl` of a folder of the project, in the order of their names. */
export async function readTurtleFolder(
  root: string,
  folder: string,
  base: string,
  complaints: Complaint[],
): Promise<readonly TurtleFile[]> {
  const names = (await readdir(join(root, folder)).catch(() => []))
    .filter((name) => name.endsWith('.ttl'))
    .sort();
  const found: TurtleFile[] = [];
  for (const name of names) {
    const path = join(root, folder, name);
    const file = `${folder}/${name}`;
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
      if (!known.has(iri))
        known.set(
          iri,
          graphs.map((graph) => termIn(graph, iri)).find((term) => term !== undefined),
        );
      return known.get(iri);
    },
    order: (iri) => order.get(iri) ?? Number.MAX_SAFE_INTEGER,
  };
}

/** Something that gives the labels and comments of an IRI. */
interface Labels {
  objects(subject: string, predicate: string): readonly RDF.Term[];
}

/** Standard vocabularies are large: only their labels and comments are kept. */
function labelIndex(quads: readonly RDF.Quad[]): Labels {
  const wanted = new Set<string>([rdfs.label, rdfs.comment, skos.prefLabel, skos.definition]);
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
  return comment === undefined ? { iri, label } : { iri, label, comment };
}

/** Texts by language; a language that is missing takes another's text. */
function bilingual(terms: readonly RDF.Term[]): Bilingual | undefined {
  const literals = terms.filter((term): term is RDF.Literal => term.termType === 'Literal');
  const first = literals.find((one) => one.language === 'en' || one.language.startsWith('en')) ?? literals[0];
  if (first === undefined) return undefined;
  const text = (language: string) => literals.find((one) => one.language === language)?.value ?? first.value;
  return Object.fromEntries(LANGUAGES.map((language) => [language, text(language)])) as unknown as Bilingual;
}
