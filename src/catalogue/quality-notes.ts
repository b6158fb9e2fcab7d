import { type Bilingual, datasetIri, LANGUAGES, type Severity, type ShapeResult } from '../model/index.ts';
import { dqv, iriText, isIri, oa, prov, quadLine, type RDF, rdf, rdfs, sh, text } from '../rdf/index.ts';
import { validationIri } from './describe-quality.ts';
import { describeDimensions, dimensionOf } from './quality-dimensions.ts';
import { kindName, qualityIri, type ResultKind } from './quality-names.ts';
import { about, distinct } from './statements.ts';

/** A dataset whose things get notes. */
export interface NotedDataset {
  readonly slug: string;
  /** Base IRI, ending in `/`. */
  readonly base: string;
}

type Note = ResultKind & { readonly message: Bilingual };

const BATCH = 4096;

/**
 * What things that are published with a fault say of it: one statement a thing and kind of result, and at the end one
 * `dqv:QualityAnnotation` for each kind (Web Annotation: its words in French and English). N-Quads lines of the graph
 * `<base>dataset/<slug>/quality`, not sorted. Memory grows with the kinds of result, not with the things.
 * @param results of things that are published, those of one thing one after the other: warnings, as the release has it
 */
export async function* qualityNotes(
  results: Iterable<ShapeResult> | AsyncIterable<ShapeResult>,
  dataset: NotedDataset,
): AsyncGenerator<readonly string[]> {
  const notes = new Map<string, Note>();
  const graph = qualityIri(dataset.base, dataset.slug);
  let thing = '';
  let said = new Set<string>();
  let lines: string[] = [];
  for await (const result of results) {
    if (result.thing !== thing) said = new Set();
    thing = result.thing;
    const name = kindName(result);
    if (said.has(name)) continue;
    said.add(name);
    if (!notes.has(name)) notes.set(name, result);
    lines.push(`${iriText(thing)} ${HAS_NOTE} ${iriText(noteIri(graph, name))} ${iriText(graph)} .`);
    if (lines.length < BATCH) continue;
    yield lines;
    lines = [];
  }
  yield [...lines, ...describeNotes(notes, dataset).map((quad) => quadLine(quad, graph))];
}

const HAS_NOTE = iriText(dqv.hasQualityAnnotation);

const noteIri = (quality: string, name: string): string => `${quality}#note-${name}`;

const SEVERITY_IRIS: Readonly<Record<Severity, string>> = {
  violation: sh.Violation,
  warning: sh.Warning,
  info: sh.Info,
};

function describeNotes(notes: ReadonlyMap<string, Note>, { base, slug }: NotedDataset): readonly RDF.Quad[] {
  const quality = qualityIri(base, slug);
  const described = [...notes].flatMap(([name, { shape, component, severity, message }]) => {
    const note = noteIri(quality, name);
    return [
      ...about(
        note,
        [dqv.QualityAnnotation],
        [
          [rdfs.label, message],
          [oa.motivatedBy, dqv.qualityAssessment],
          [oa.hasTarget, datasetIri(base, slug)],
          [oa.hasBody, ...LANGUAGES.map((language) => `${note}-${language}`)],
          [dqv.inDimension, dimensionOf(component)],
          [sh.resultSeverity, SEVERITY_IRIS[severity]],
          [sh.sourceShape, shape],
          [sh.sourceConstraintComponent, isIri(component) ? component : sh.namespace + component],
          [prov.wasGeneratedBy, validationIri(quality)],
        ],
      ),
      ...LANGUAGES.flatMap((language) =>
        about(`${note}-${language}`, [oa.TextualBody], [[rdf.value, text(message[language], language)]]),
      ),
    ];
  });
  if (described.length === 0) return [];
  const dimensions = [...notes.values()].map(({ component }) => dimensionOf(component));
  return distinct([...described, ...describeDimensions(dimensions)]);
}
