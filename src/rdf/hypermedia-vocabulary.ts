import { vocabulary } from './make-vocabulary.ts';

/** Hypermedia controls (https://www.hydra-cg.com/spec/latest/core/). */
export const hydra = vocabulary(
  'http://www.w3.org/ns/hydra/core#',
  'Collection PartialCollectionView search template mapping variable property variableRepresentation ExplicitRepresentation IriTemplate IriTemplateMapping view first next previous last totalItems itemsPerPage member memberAssertion object',
);
/** Activity Streams 2.0, for what happens to things. */
export const activity = vocabulary(
  'https://www.w3.org/ns/activitystreams#',
  'Create Update Delete object published',
);
/** Fragmented collections (https://w3id.org/tree/specification). */
export const tree = vocabulary(
  'https://w3id.org/tree#',
  'Collection Node Relation GreaterThanOrEqualToRelation view member relation node path value',
);
/** Linked Data Event Streams (https://w3id.org/ldes/specification). */
export const ldes = vocabulary(
  'https://w3id.org/ldes#',
  'EventStream EventSource timestampPath versionOfPath versionCreateObject versionUpdateObject versionDeleteObject immutable retentionPolicy RetentionPolicy startingFrom',
);
