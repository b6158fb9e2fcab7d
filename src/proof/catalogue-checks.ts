import { complaintText } from '../model/index.ts';
import { parseTurtle, type RDF, sh } from '../rdf/index.ts';
import { validateGraph } from '../validation/index.ts';
import type { Description } from './description.ts';
import { failed, figures, notApplicable, type Outcome, passed } from './outcomes.ts';
import type { ProofRecord } from './record.ts';

/** Shapes as they lie in a file, Turtle. */
export interface ShapesText {
  readonly file: string;
  readonly text: string;
}

/** Judges what was found of a catalogue by the shapes for one. */
export async function proveCatalogue(
  record: ProofRecord,
  { quads, description }: { readonly quads: readonly RDF.Quad[]; readonly description: Description },
  shapes: ShapesText,
): Promise<void> {
  const [iri] = description.catalogues;
  const asked = `GET ${iri ?? 'catalogue'}`;
  await record.check({ name: 'catalogue-shapes', ...(iri && { subject: iri }), asked }, () =>
    iri === undefined
      ? notApplicable({ fr: 'aucun dcat:Catalog n’est décrit', en: 'no dcat:Catalog is described' })
      : judged(quads, shapes),
  );
}

/** @throws Error where the shapes cannot be used: they are ours */
function judged(data: readonly RDF.Quad[], { file, text }: ShapesText): Outcome {
  const parsed = parseTurtle(text, file, 'urn:cimaise:shapes/');
  if (parsed.kind === 'malformed') throw new Error(complaintText(parsed.complaint, 'en'));
  const validated = validateGraph({ shapes: [{ file, text, quads: parsed.quads }], data });
  if (validated.kind === 'refused')
    throw new Error(validated.complaints.map((one) => complaintText(one, 'en')).join('\n'));
  const violations = validated.results.filter(({ severity }) => severity.value === sh.Violation);
  const [first] = violations;
  if (!first)
    return passed({
      fr: `${figures(data.length).fr} énoncés, aucune violation`,
      en: `${figures(data.length).en} statements, no violation`,
    });
  const { message, focusNode } = first;
  const count = figures(violations.length);
  return failed({
    fr: `${count.fr} violations ; ${focusNode.value} : ${message.fr}`,
    en: `${count.en} violations; ${focusNode.value}: ${message.en}`,
  });
}
