import { nearestFew } from '../documents/index.ts';
import { type RDF, sh, xsd } from '../rdf/index.ts';
import { patternExample } from './pattern-example.ts';
import type { ShapeGraph } from './shape-graph.ts';

const MOST = 3;

/** What is asked: the parameter's value, its members where it is a list, the shape it stands in, the value at fault. */
export interface AskedValue {
  readonly parameter: RDF.Term;
  readonly members: readonly RDF.Term[];
  readonly shape: RDF.Term;
  readonly value: RDF.Term | undefined;
}

/** Values that would be right. */
type Suggest = (asked: AskedValue, graph: ShapeGraph) => readonly string[];

/** Constraints of which one knows what would be right, one row each: parameter → valid values near to one at fault. */
const SUGGESTIONS: Readonly<Record<string, Suggest>> = {
  [sh.in]: ({ members, value }) => among(members, value),
  [sh.hasValue]: ({ parameter }) => [textOf(parameter)],
  [sh.languageIn]: ({ members }) => members.map(textOf).slice(0, MOST),
  [sh.datatype]: ({ parameter }) => DATATYPES[parameter.value.slice(xsd.namespace.length)] ?? [],
  [sh.pattern]: ({ parameter, shape }, graph) => {
    const example = patternExample(parameter.value, graph.object(shape, sh.flags)?.value);
    return example === undefined ? [] : [example];
  },
};

/** Examples by datatype of XSD. */
const DATATYPES: Readonly<Record<string, readonly string[]>> = {
  boolean: ['true', 'false'],
  date: ['2024-05-31'],
  dateTime: ['2024-05-31T14:30:00'],
  time: ['14:30:00'],
  gYear: ['1850'],
  gYearMonth: ['1850-05'],
  integer: ['12'],
  nonNegativeInteger: ['12'],
  positiveInteger: ['12'],
  int: ['12'],
  long: ['12'],
  decimal: ['48.85'],
  double: ['48.85'],
  float: ['48.85'],
  anyURI: ['https://example.org/'],
};

/** Valid values near to one at fault, or examples of such; none where nothing is known. */
export const suggestionsFor = (parameter: string, asked: AskedValue, graph: ShapeGraph): readonly string[] =>
  SUGGESTIONS[parameter]?.(asked, graph) ?? [];

/** Whether what is suggested depends on the value at fault. */
export const dependsOnValue = (parameter: string): boolean => parameter === sh.in;

/** A list that is short enough is told whole. */
function among(members: readonly RDF.Term[], value: RDF.Term | undefined): readonly string[] {
  const byName = new Map(members.map((member) => [nameOf(member), member.value]));
  const near = value === undefined ? [] : nearestFew(nameOf(value), byName.keys(), MOST);
  const found = near.flatMap((name) => byName.get(name) ?? []);
  return found.length > 0 || members.length > MOST ? found : members.map(textOf);
}

/** Addresses begin alike: what tells one from the other is their end. */
const nameOf = ({ termType, value }: RDF.Term): string =>
  termType === 'NamedNode' ? (/[^/#]+[/#]?$/.exec(value)?.[0] ?? value) : value;

const textOf = (term: RDF.Term): string => term.value;
