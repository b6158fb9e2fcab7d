import { commentsOf } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import type { Written } from './facts.ts';
import type { Subject } from './subject.ts';
import { callOf, quoted, reference } from './terms-text.ts';

/** `1993/04/01 : inscrit MH ; 1995/05/10 : classé MH`: an event each, with its date and its text. */
export function writeProtection(
  planned: PlannedColumn,
  { subject, request }: { readonly subject: Subject; readonly request: DraftRequest },
): Written {
  const { language } = request;
  const mention = reference('mention');
  const address = callOf('cim:concat', callOf('cim:slug', mention), subject.within('#protection-'), '""');
  const day = '^[0-9]{4}/[0-9]{2}/[0-9]{2}';
  return {
    statements: [],
    views: [{ name: 'protections', each: callOf('cim:split', reference(planned.key), '";"'), as: 'mention' }],
    rules: [
      {
        name: 'chose-protegee',
        comments: commentsOf(planned, language),
        sources: 'protections',
        subject: subject.text,
        statements: [{ property: 'def:protection', object: { call: address, type: 'iri' } }],
      },
      {
        name: 'protection',
        sources: 'protections',
        subject: `{ function: '${address.replaceAll("'", "''")}' }`,
        statements: [
          { property: 'a', object: { template: 'crm:E7_Activity' } },
          { property: 'rdfs:label', object: { template: mention, language: 'fr' } },
          {
            property: 'dcterms:date',
            object: {
              call: callOf('cim:isoDate', callOf('cim:extract', mention, quoted(day))),
              datatype: 'xsd:date',
            },
          },
        ],
      },
    ],
    facts: [
      {
        property: 'def:protection',
        label: planned.label,
        from: [planned.column.name],
        isAlways: false,
        isOne: false,
        value: 'iri',
      },
    ],
  };
}
