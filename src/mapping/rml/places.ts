import { rml } from '../../rdf/index.ts';
import type { RmlDocument, RmlNode } from './node.ts';
import { FUNCTION_VALUE } from './old-vocabulary.ts';
import { misplaced, severalExpressions, severalTags } from './place-complaints.ts';

/** What a node of a mapping is. */
export type Role = 'triplesMap' | 'pair' | 'subject' | 'term';

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  triplesMap: 'rml:TriplesMap',
  pair: 'rml:predicateObjectMap',
  subject: 'rml:subjectMap',
  term: 'rml:objectMap',
};

/** Where properties stand; on a node of another role no one would read them. */
const HOMES: Readonly<Record<string, Role>> = {
  [rml.logicalSource]: 'triplesMap',
  [rml.subject]: 'triplesMap',
  [rml.subjectMap]: 'triplesMap',
  [rml.predicateObjectMap]: 'triplesMap',
  [rml.predicate]: 'pair',
  [rml.predicateMap]: 'pair',
  [rml.object]: 'pair',
  [rml.objectMap]: 'pair',
  [rml.class]: 'subject',
  [rml.reference]: 'term',
  [rml.template]: 'term',
  [rml.constant]: 'term',
  [rml.termType]: 'term',
  [rml.language]: 'term',
  [rml.datatype]: 'term',
};

/** Homes that a node of each role offers: a subject map is a term map too. */
const OFFERS: Readonly<Record<Role, readonly Role[]>> = {
  triplesMap: ['triplesMap'],
  pair: ['pair'],
  subject: ['subject', 'term'],
  term: ['term'],
};

/** Properties of the vocabulary that stand on the wrong node. */
export function checkPlaces(node: RmlNode, role: Role, document: RmlDocument): void {
  for (const { property, place } of node.properties()) {
    const home = HOMES[property];
    if (home === undefined || OFFERS[role].includes(home)) continue;
    const name = property.replace(rml.namespace, 'rml:');
    document.complain(place, ...misplaced(name, ROLE_NAMES[role], ROLE_NAMES[home]));
  }
}

const EXPRESSIONS: Readonly<Record<string, string>> = {
  [rml.constant]: 'rml:constant',
  [rml.reference]: 'rml:reference',
  [rml.template]: 'rml:template',
  [rml.functionExecution]: 'rml:functionExecution',
  [FUNCTION_VALUE]: 'fnml:functionValue',
};

const TAGS: Readonly<Record<string, string>> = {
  [rml.language]: 'rml:language',
  [rml.languageMap]: 'rml:languageMap',
  [rml.datatype]: 'rml:datatype',
  [rml.datatypeMap]: 'rml:datatypeMap',
};

/** Several expressions on one map: one of them would count, and no one would know which. */
export function checkExpressions(node: RmlNode, { complain }: RmlDocument): void {
  const [, second, ...rest] = given(node, EXPRESSIONS);
  if (second) complain(second.place, ...severalExpressions(names(node, EXPRESSIONS), rest.length + 2));
}

/** A literal has a language or a datatype. */
export function checkTags(node: RmlNode, { complain }: RmlDocument): void {
  const [, second] = given(node, TAGS);
  if (second) complain(second.place, ...severalTags(names(node, TAGS)));
}

const given = (node: RmlNode, table: Readonly<Record<string, string>>) =>
  node.properties().filter(({ property }) => table[property] !== undefined);

const names = (node: RmlNode, table: Readonly<Record<string, string>>): readonly string[] =>
  given(node, table).map(({ property }) => table[property] ?? '');
