import { nearest } from '../documents/index.ts';
import { type Bilingual, Fault, RefusedInput, same } from '../model/index.ts';
import { inDefaultGraph, quadLine, type RDF, termText } from '../rdf/index.ts';
import { explainResourceWithStore, type MetValue, type ShapesFile } from '../validation/index.ts';
import type { Answer } from './explain-answer.ts';
import type { ExplainOptions } from './explain-flags.ts';
import { storeOf } from './explain-store.ts';
import { RdfFileReader } from './rdf-files.ts';
import { withLines } from './validate.ts';

type Options = Extract<ExplainOptions, { kind: 'files' }>;

/**
 * Explains a resource of RDF files, all graphs of which are one graph.
 * @throws Fault where the files do not know it, RefusedInput for files that cannot be read or applied
 */
export async function explainInFiles(options: Options): Promise<Answer> {
  const { resource, base, reading } = options;
  const files = new RdfFileReader({ base });
  const shapes = (await files.read(options.shapes)).map(withLines);
  const ontologies = (await files.read(options.ontologies)).flatMap(({ quads }) => quads);
  const dataFiles = (await files.read(options.data)).map(withLines);
  const data = inDefaultGraph(dataFiles.flatMap(({ quads }) => quads));
  const explained = await explainResourceWithStore({ resource, shapes, data, ontologies, reading }, () =>
    storeOf([data.map((quad) => quadLine(quad))]),
  );
  if (explained.kind === 'refused') throw new RefusedInput(explained.complaints);
  const { explanation } = explained;
  if (!explanation.described && explanation.judged.count === 0 && !isObject(resource, data))
    throw nowhere(resource, data);
  return { explanation, locate: createLocator(dataFiles) };
}

const isObject = (resource: string, data: readonly RDF.Quad[]): boolean =>
  data.some(({ object }) => object.termType === 'NamedNode' && object.value === resource);

function nowhere(resource: string, data: readonly RDF.Quad[]): Fault {
  const known = new Set(
    data.flatMap(({ subject }) => (subject.termType === 'NamedNode' ? [subject.value] : [])),
  );
  const near = nearest(resource, known);
  return new Fault(
    {
      fr: `Ces fichiers ne disent rien de <${resource}>.`,
      en: `These files say nothing of <${resource}>.`,
    },
    near === undefined
      ? {
          fr: 'Donnez l’IRI entier d’une ressource qu’ils décrivent, et --base si leurs IRI sont relatifs.',
          en: 'Give the whole IRI of a resource that they describe, and --base if their IRIs are relative.',
        }
      : { fr: `Vouliez-vous dire <${near}> ?`, en: `Did you mean <${near}>?` },
  );
}

/** `data.ttl:12` of a value, or of the node where a value is missing: for files in Turtle, whose lines are known. */
function createLocator(files: readonly ShapesFile[]): (met: MetValue) => Bilingual | undefined {
  const places = new Map<string, string>();
  for (const { file, quads, lines } of files)
    for (const [at, { subject, predicate, object }] of quads.entries()) {
      const line = lines?.[at];
      if (line === undefined) continue;
      const place = `${file}:${line}`;
      for (const key of [termText(subject), `${termText(subject)} ${predicate.value} ${termText(object)}`])
        if (!places.has(key)) places.set(key, place);
    }
  return ({ focusNode, path, value }) => {
    const node = focusNode.termType === 'Literal' ? undefined : termText(focusNode);
    const statement =
      value && path?.kind === 'predicate' ? `${node} ${path.iri} ${termText(value)}` : undefined;
    const place = places.get(statement ?? node ?? '');
    return place === undefined ? undefined : same(place);
  };
}
