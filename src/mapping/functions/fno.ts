import type { Bilingual } from '../../model/index.ts';
import { dcterms, iri, literal, type RDF, rdf, rdfs, statement, text, typed, xsd } from '../../rdf/index.ts';
import type { FunctionDescription, FunctionParameter } from './function.ts';
import { CIM, GREL, IDLAB, OUTPUT_BY_IRI, type Output } from './namespaces.ts';
import { ALL_FUNCTIONS } from './registry.ts';

const FNO = 'https://w3id.org/function/ontology#';

/** Prefixes for a Turtle text of the description. */
export const FUNCTION_PREFIXES: Readonly<Record<string, string>> = {
  fno: FNO,
  grel: GREL,
  'idlab-fn': IDLAB,
  cim: CIM,
  rdf: rdf.namespace,
  rdfs: rdfs.namespace,
  xsd: xsd.namespace,
  dcterms: dcterms.namespace,
};

/** Describes every function, its parameters and outputs in the Function Ontology (https://fno.io/spec/). */
export function describeFunctions(): RDF.Quad[] {
  const parameters = new Map(ALL_FUNCTIONS.flatMap((one) => one.parameters).map((one) => [one.iri, one]));
  const outputs = new Set([...OUTPUT_BY_IRI.values()]);
  return [
    ...ALL_FUNCTIONS.flatMap(describeFunction),
    ...[...parameters.values()].flatMap(describeParameter),
    ...[...outputs].flatMap(describeOutput),
  ];
}

function describeFunction({
  iri: self,
  name,
  description,
  parameters,
  outputs,
}: FunctionDescription): RDF.Quad[] {
  const given = outputs.flatMap((one) => OUTPUT_BY_IRI.get(one)?.iri ?? []);
  return [
    statement(self, rdf.type, iri(`${FNO}Function`)),
    statement(self, `${FNO}name`, literal(name)),
    ...inBoth(self, rdfs.label, { fr: name, en: name }),
    ...inBoth(self, dcterms.description, description),
    ...list(
      self,
      'expects',
      parameters.map((one) => one.iri),
    ),
    ...list(self, 'returns', [...new Set(given)]),
  ];
}

function describeParameter({
  iri: self,
  name,
  predicate,
  required,
  description,
  type,
}: FunctionParameter): RDF.Quad[] {
  return [
    statement(self, rdf.type, iri(`${FNO}Parameter`)),
    statement(self, `${FNO}name`, literal(name)),
    statement(self, `${FNO}predicate`, iri(predicate)),
    statement(self, `${FNO}type`, iri(type ?? xsd.string)),
    statement(self, `${FNO}required`, typed(required, xsd.boolean)),
    ...inBoth(self, rdfs.label, description),
  ];
}

function describeOutput({ iri: self, predicate, name, type }: Output): RDF.Quad[] {
  return [
    statement(self, rdf.type, iri(`${FNO}Output`)),
    statement(self, `${FNO}name`, literal(name.en)),
    statement(self, `${FNO}predicate`, iri(predicate)),
    statement(self, `${FNO}type`, iri(type ?? xsd.string)),
    ...inBoth(self, rdfs.label, name),
  ];
}

const inBoth = (subject: string, predicate: string, { fr, en }: Bilingual): RDF.Quad[] => [
  statement(subject, predicate, text(fr, 'fr')),
  statement(subject, predicate, text(en, 'en')),
];

/** An RDF list whose nodes have IRIs: the description stays the same from one dump to the next. */
function list(subject: string, property: string, members: readonly string[]): RDF.Quad[] {
  const node = (index: number) =>
    index < members.length ? `urn:cimaise:list:${property}:${subject}:${index}` : rdf.nil;
  return [
    statement(subject, FNO + property, iri(node(0))),
    ...members.flatMap((member, index) => [
      statement(node(index), rdf.first, iri(member)),
      statement(node(index), rdf.rest, iri(node(index + 1))),
    ]),
  ];
}
