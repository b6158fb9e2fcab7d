import type { Language } from '../model/index.ts';
import { commentsOf } from './column-words.ts';
import type { PlannedColumn } from './draft.ts';
import type { Rule, Written } from './facts.ts';
import { camelCase } from './names.ts';
import type { Subject } from './subject.ts';
import { callOf, reference } from './terms-text.ts';

const PRODUCED = 'crm:P108i_was_produced_by';

/** A time-span with the text of the record, its EDTF and its years; what things were made by is an event around it. */
export function writeSpan(
  planned: PlannedColumn,
  property: string,
  subject: Subject,
  language: Language,
): Written {
  const cell = reference(planned.key);
  const isThere = callOf('cim:isNotEmpty', cell);
  const isProduction = property === PRODUCED;
  const name = isProduction ? 'periode' : camelCase(property.replace(/^.*:/, '').replace(/([A-Z])/g, ' $1'));
  const part = isProduction ? 'creation' : name;
  const comments = commentsOf(planned, language);
  const year = (property3: string, call: string) => ({
    property: property3,
    object: { call: callOf(call, cell, '"quiet"'), datatype: 'xsd:gYear' },
  });
  const span: Rule = {
    name,
    subject: subject.partSubject(name),
    condition: isThere,
    statements: [
      { property: 'a', object: { template: 'crm:E52_Time-Span' } },
      { property: 'rdfs:label', object: { template: cell, language: 'fr' } },
      { property: 'dcterms:date', object: { call: callOf('cim:edtf', cell), datatype: 'edtf:EDTF' } },
      year('crm:P82a_begin_of_the_begin', 'cim:yearBegin'),
      year('crm:P82b_end_of_the_end', 'cim:yearEnd'),
    ],
  };
  const event: Rule = {
    name: part,
    subject: subject.partSubject(part),
    condition: isThere,
    statements: [
      { property: 'a', object: { template: 'crm:E12_Production' } },
      { property: 'crm:P4_has_time-span', object: subject.part(name) },
    ],
  };
  return {
    statements: [{ property, object: subject.part(part), condition: isThere, comments }],
    rules: isProduction ? [event, span] : [span],
    facts: [],
  };
}
