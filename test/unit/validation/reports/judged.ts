import { createReport, type GraphReport, validateGraph } from '../../../../src/validation/index.ts';
import { shapesFile } from '../shapes.ts';

/** The report on data by shapes, both in Turtle with the tests' prefixes. */
export function reportOn(shapes: string, data: string, limit?: number): GraphReport {
  const statements = shapesFile(data).quads;
  const validated = validateGraph({ shapes: [shapesFile(shapes)], data: statements });
  if (validated.kind === 'refused') throw new Error(JSON.stringify(validated.complaints, null, 1));
  return createReport({
    data: ['data.ttl'],
    shapes: ['shapes.ttl'],
    statements,
    judged: validated.judged,
    ...(limit === undefined ? {} : { limit }),
  });
}

/** Titles are obligatory; dates are days or years; addresses need a code; notes are only information. */
export const SHAPES = `
  ex:Work a sh:NodeShape ; sh:targetClass ex:Work ;
    sh:property [ sh:path ex:note ; sh:minCount 1 ; sh:severity sh:Info ] ;
    sh:property [ sh:path ex:title ; sh:minCount 1 ; sh:message "Sans titre !"@fr, "No title."@en ] ;
    sh:property [ sh:path ex:date ; sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYear ] ) ] ;
    sh:property [ sh:path ( ex:place [ sh:inversePath ex:holds ] ) ; sh:maxCount 0 ; sh:severity sh:Warning ] .
  ex:Address a sh:NodeShape ; sh:targetObjectsOf ex:address ; sh:property [ sh:path ex:code ; sh:minCount 1 ] .
  ex:Idle a sh:NodeShape ; sh:targetClass ex:Nothing ; sh:property [ sh:path ex:p ; sh:minCount 1 ] .`;

const work = (number: number) => `ex:w${number} a ex:Work ; ex:note "n" .`;

/** Eight works: seven without title, one with a date that is none, a warning and an address without code. */
export const DATA = `
  ${[1, 2, 3, 4, 5, 6, 7].map(work).join('\n')}
  ex:w8 a ex:Work ; ex:title "T" ; ex:date "1850 <?>\\u0007" ; ex:place ex:paris ; ex:address [ a ex:PostalAddress ] .
  ex:museum ex:holds ex:paris .`;
