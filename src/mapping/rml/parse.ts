import { nearest } from '../../documents/index.ts';
import type { Complaint } from '../../model/index.ts';
import { rdf, rml } from '../../rdf/index.ts';
import { yarrrmlAsTurtle } from '../other-language.ts';
import { joinsOf, type Mapping, type PairRule, type TermRule, type TriplesRule } from '../rules.ts';
import { fieldReferences } from '../view-fields.ts';
import { noTriplesMaps, notOne, unknownField, unknownParent } from './complaints.ts';
import { readExpression } from './expressions.ts';
import { type Folders, setFolders } from './folders.ts';
import { type RmlDocument, type RmlNode, readDocument } from './node.ts';
import { FUNCTION_VALUE } from './old-vocabulary.ts';
import { checkPlaces } from './places.ts';
import { checkPrefixEnds } from './prefix-ends.ts';
import { readSource } from './sources.ts';
import { constantTerm, readObject, readTerms } from './terms.ts';
import { checkTerms } from './unknown-terms.ts';

export type ParsedRml =
  | { readonly kind: 'parsed'; readonly mapping: Mapping }
  | { readonly kind: 'refused'; readonly complaints: readonly Complaint[] };

/**
 * Reads RML in Turtle: RML-Core, RML-IO, RML-FNML, RML-LV and RML-CC in the vocabulary `http://w3id.org/rml/`, or the
 * older ones. All complaints come at once, each with its line.
 * @param file the name complaints give
 */
export function parseRml(text: string, file: string, base: string, folders: Folders): ParsedRml {
  const document = readDocument(text, file, base);
  if ('found' in document) return { kind: 'refused', complaints: [yarrrmlAsTurtle(text, file) ?? document] };
  setFolders(document, folders);
  checkTerms(document);
  checkPrefixEnds(text, document);
  const maps = triplesMaps(document);
  // A misspelt term or namespace tells why there is none.
  if (maps.length === 0 && document.complaints.length === 0)
    document.complain({ file, line: 1 }, ...noTriplesMaps());
  const rules = maps.map((node) => readTriplesMap(node, document));
  checkParents(rules, document);
  const mapping = { file, foldsColumns: false, columns: [], rules };
  checkFields(mapping, document);
  if (document.complaints.length > 0) return { kind: 'refused', complaints: document.complaints };
  return { kind: 'parsed', mapping };
}

/** What has a logical source; functions of the old form have one too, and are none. */
function triplesMaps(document: RmlDocument): readonly RmlNode[] {
  const functions = new Set(document.subjectsWith(FUNCTION_VALUE).map((node) => node.value(FUNCTION_VALUE)));
  const found = new Set([
    ...document.subjectsWith(rml.logicalSource),
    ...document.subjectsOfType(rml.TriplesMap),
  ]);
  return [...found].filter((node) => !functions.has(node));
}

function readTriplesMap(node: RmlNode, document: RmlDocument): TriplesRule {
  checkPlaces(node, 'triplesMap', document);
  const subjects = readTerms(node, [rml.subject, rml.subjectMap], 'subject', document);
  if (subjects.length !== 1) document.complain(node.place, ...notOne('rml:subjectMap', subjects.length));
  const logicalSource = node.value(rml.logicalSource);
  if (logicalSource === undefined) document.complain(node.place, ...notOne('rml:logicalSource', 0));
  const source = logicalSource && readSource(logicalSource, document);
  const base = node.value(rml.baseIRI)?.term.value;
  const map = node.value(rml.subjectMap);
  const condition = map?.value(rml.condition);
  const expression = condition && readExpression(condition, document);
  return {
    name: node.term.value,
    place: node.place,
    subjects,
    graphs: map ? readGraphs(map, document) : [],
    pairs: [
      ...readClasses(map, document),
      ...node.values(rml.predicateObjectMap).map((pair) => readPair(pair, document)),
    ],
    ...(source === undefined ? {} : { source }),
    ...(base === undefined ? {} : { base }),
    ...(expression === undefined ? {} : { condition: expression }),
  };
}

const readGraphs = (node: RmlNode, document: RmlDocument): readonly TermRule[] =>
  readTerms(node, [rml.graph, rml.graphMap], 'graph', document);

function readClasses(map: RmlNode | undefined, document: RmlDocument): readonly PairRule[] {
  const classes = map?.values(rml.class) ?? [];
  if (map === undefined || classes.length === 0) return [];
  const type: TermRule = {
    kind: 'term',
    expression: { kind: 'constant', value: rdf.type, place: map.place },
    termType: 'iri',
    targets: [],
    place: map.place,
  };
  return [
    { predicates: [type], objects: classes.map((one) => constantTerm(one, 'object', document)), graphs: [] },
  ];
}

function readPair(node: RmlNode, document: RmlDocument): PairRule {
  checkPlaces(node, 'pair', document);
  const predicates = readTerms(node, [rml.predicate, rml.predicateMap], 'predicate', document);
  const objects = [
    ...node.values(rml.object).map((constant) => constantTerm(constant, 'object', document)),
    ...node.values(rml.objectMap).map((map) => readObject(map, document)),
  ];
  if (predicates.length === 0) document.complain(node.place, ...notOne('rml:predicateMap', 0));
  if (objects.length === 0) document.complain(node.place, ...notOne('rml:objectMap', 0));
  const condition = node.value(rml.condition);
  const expression = condition && readExpression(condition, document);
  return {
    predicates,
    objects,
    graphs: readGraphs(node, document),
    ...(expression === undefined ? {} : { condition: expression }),
  };
}

/** Every parent that is referred to is a rule. */
function checkParents(rules: readonly TriplesRule[], document: RmlDocument): void {
  const names = new Set(rules.map(({ name }) => name));
  for (const { parent, place } of rules.flatMap(joinsOf)) {
    if (!names.has(parent)) document.complain(place, ...unknownParent(parent, nearest(parent, names)));
  }
}

/** Every field of a logical view that is referred to is one. */
function checkFields(mapping: Mapping, document: RmlDocument): void {
  for (const { reference, keys } of fieldReferences(mapping)) {
    if (keys.includes(reference.name)) continue;
    document.complain(reference.place, ...unknownField(reference.name, nearest(reference.name, keys), keys));
  }
}
