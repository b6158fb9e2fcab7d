import { type Bilingual, LANGUAGES, type Severity } from '../../model/index.ts';
import { iri, isIri, type RDF, sh } from '../../rdf/index.ts';
import { inLanguage } from '../messages.ts';
import { severityOf } from '../reports/report.ts';
import { shapeName } from '../shape-complaint.ts';
import type { ShapeGraph } from '../shape-graph.ts';
import type { ShapeNames } from './explanation.ts';

/** How a shape presents itself. */
export function namesOf(graph: ShapeGraph, shape: RDF.Term): ShapeNames {
  const shapeIri = shapeName(graph, shape);
  const name = textOf(graph, shape, sh.name);
  const description = textOf(graph, shape, sh.description);
  return {
    shape,
    ...(isIri(shapeIri) && { shapeIri }),
    ...(name && { name }),
    ...(description && { description }),
  };
}

/** A text in both languages: what one language lacks is taken from the other. */
function textOf(graph: ShapeGraph, shape: RDF.Term, property: string): Bilingual | undefined {
  const texts = graph.objects(shape, property);
  const [fr, en] = LANGUAGES.map((language) => inLanguage(texts, language));
  const any = fr ?? en ?? texts[0]?.value;
  return any === undefined ? undefined : { fr: fr ?? any, en: en ?? any };
}

export const severityOfShape = (graph: ShapeGraph, shape: RDF.Term): Severity =>
  severityOf({ severity: graph.object(shape, sh.severity) ?? iri(sh.Violation) });
