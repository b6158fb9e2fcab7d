import * as oxigraph from 'oxigraph';
import { canonize } from 'rdf-canonize';
import type { UnwrappedFile } from './rml-files.ts';

/** Media types by extension; `.rdfjson` is read here. */
const SYNTAXES: Readonly<Record<string, string>> = {
  '.nq': 'application/n-quads',
  '.nt': 'application/n-triples',
  '.ttl': 'text/turtle',
  '.n3': 'text/n3',
  '.trig': 'application/trig',
  '.jsonld': 'application/ld+json',
  '.rdfxml': 'application/rdf+xml',
};

/** More comparisons of blank nodes than this many milliseconds allow mean a graph made to be hard. */
const TIME_LIMIT = 20_000;

/**
 * The dataset of a file as sorted lines with canonical blank nodes (RDFC-1.0, https://www.w3.org/TR/rdf-canon/):
 * datasets are isomorphic when these are equal. Some expected outputs hold IRIs with spaces, so IRIs are not checked.
 */
export async function canonicalLines({
  text,
  syntax,
}: Pick<UnwrappedFile, 'text' | 'syntax'>): Promise<readonly string[]> {
  const format = SYNTAXES[syntax];
  const quads =
    format === undefined
      ? quadsOfRdfJson(text)
      : oxigraph.parse(text, { format, base_iri: 'http://example.com/', lenient: true });
  const distinct = [...new Map(quads.map((quad) => [quad.toString(), plainQuad(quad)])).values()];
  const canonical = await canonize(distinct, {
    algorithm: 'RDFC-1.0',
    maxWorkFactor: 3,
    signal: AbortSignal.timeout(TIME_LIMIT),
  });
  return canonical.split('\n').filter((line) => line !== '');
}

/** RDF/JSON (https://www.w3.org/TR/rdf-json/); a value that is a number, which it does not allow, is read as its text. */
function quadsOfRdfJson(text: string): readonly oxigraph.Quad[] {
  const node = (name: string) =>
    name.startsWith('_:') ? oxigraph.blankNode(name.slice(2)) : oxigraph.namedNode(name);
  const term = ({ type, value, lang, datatype }: RdfJsonValue) => {
    if (type !== 'literal') return node(value);
    if (lang !== undefined) return oxigraph.literal(value, lang);
    return oxigraph.literal(String(value), datatype === undefined ? undefined : oxigraph.namedNode(datatype));
  };
  const document = JSON.parse(text) as Record<string, Record<string, RdfJsonValue[]>>;
  return Object.entries(document).flatMap(([subject, properties]) =>
    Object.entries(properties).flatMap(([predicate, values]) =>
      values.map((value) => oxigraph.quad(node(subject), oxigraph.namedNode(predicate), term(value))),
    ),
  );
}

interface RdfJsonValue {
  readonly type: 'uri' | 'literal' | 'bnode';
  readonly value: string;
  readonly lang?: string;
  readonly datatype?: string;
}

/** As the canonicaliser takes them: plain objects, blank nodes with their sigil. */
const plainQuad = ({ subject, predicate, object, graph }: oxigraph.Quad) => ({
  subject: plainTerm(subject),
  predicate: plainTerm(predicate),
  object: plainTerm(object),
  graph: plainTerm(graph),
});

const plainTerm = (term: oxigraph.Term): object => {
  if (term.termType === 'BlankNode') return { termType: 'BlankNode', value: `_:${term.value}` };
  if (term.termType !== 'Literal') return { termType: term.termType, value: term.value };
  const { value, language, datatype } = term;
  return { termType: 'Literal', value, language, datatype: plainTerm(datatype) };
};
