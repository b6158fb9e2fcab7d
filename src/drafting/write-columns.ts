import type { Language } from '../model/index.ts';
import { commentsOf, evidenceLine, textObject, VALUE_OF_FORM, valuesOf } from './column-words.ts';
import type { DraftRequest, PlannedColumn } from './draft.ts';
import { NOTHING, type PropertyFact, type Statement, together, type Written } from './facts.ts';
import type { Use } from './known-column.ts';
import type { Subject } from './subject.ts';
import { callOf, quoted, reference } from './terms-text.ts';
import { writeProtection } from './write-protection.ts';
import { writeSpan } from './write-span.ts';

/** What columns say of the thing itself; addresses, coordinates and names are written elsewhere. */
export const writeColumns = (
  request: DraftRequest,
  columns: readonly PlannedColumn[],
  subject: Subject,
): Written => together(columns.map((one) => written(request, one, subject)));

function written(request: DraftRequest, planned: PlannedColumn, subject: Subject): Written {
  const { fate } = planned;
  if (fate.kind !== 'used') return NOTHING;
  const own = ownStatements(request, { planned, use: fate.use, subject });
  const link = linkOf(planned, request.language);
  return link === undefined ? own : together([own, link]);
}

interface Used {
  readonly planned: PlannedColumn;
  readonly use: Use;
  readonly subject: Subject;
}

function ownStatements(request: DraftRequest, { planned, use, subject }: Used): Written {
  const { language } = request;
  const { fate } = planned;
  if (use.kind === 'address' || fate.kind !== 'used') return NOTHING;
  const comments = commentsOf(planned, language);
  if (use.kind === 'flag') return flagOf(planned, use, comments);
  if (use.kind === 'codes') return codesOf(planned, use, comments);
  // A name is said once, by the rule of names.
  if (use.property === 'schema:name') return NOTHING;
  if (fate.form === 'span') {
    const span = writeSpan(planned, use.property, subject, language);
    return { ...span, facts: [factOf(request, planned, use.property)] };
  }
  if (fate.form === 'protection') return writeProtection(planned, { subject, request });
  if (fate.form === 'notice') return noticeOf(request, planned, { property: use.property, comments });
  const statement: Statement = {
    property: use.property,
    object: textObject(valuesOf(planned), fate.form),
    comments,
  };
  return { ...NOTHING, statements: [statement], facts: [factOf(request, planned, use.property)] };
}

function factOf({ profile }: DraftRequest, planned: PlannedColumn, property: string): PropertyFact {
  const { column, label, fate, separator } = planned;
  const form = fate.kind === 'used' ? fate.form : 'plain';
  const isClosed = form === 'text' || form === 'plain';
  return {
    property,
    label,
    from: [column.name],
    isAlways: column.filled === profile.records && column.odd.length === 0,
    isOne: separator === undefined,
    value: VALUE_OF_FORM[form],
    ...(isClosed &&
      column.kind.value === 'closed-list' &&
      column.values !== undefined && { values: column.values }),
  };
}

type Flag = Extract<Use, { readonly kind: 'flag' }>;

const flagOf = (planned: PlannedColumn, { property, label }: Flag, comments: readonly string[]): Written => {
  const cell = reference(planned.key);
  const condition =
    planned.column.kind.value === 'boolean'
      ? callOf('cim:matches', cell, quoted('^(?:[Oo]ui|OUI|[Vv]rai|VRAI|[Tt]rue|TRUE|[Yy]es|1|[Xx])$'))
      : callOf('cim:isNotEmpty', cell);
  return {
    ...NOTHING,
    statements: [{ property, object: { texts: label }, condition, comments }],
    facts: [{ property, label, from: [planned.column.name], isAlways: false, isOne: false, value: 'text' }],
  };
};

type Codes = Extract<Use, { readonly kind: 'codes' }>;

const codesOf = (
  planned: PlannedColumn,
  { property, codes }: Codes,
  comments: readonly string[],
): Written => {
  const cell = reference(planned.key);
  const known = codes.map(
    ({ code, label }, at): Statement => ({
      property,
      object: { texts: label },
      condition: callOf('cim:equal', cell, quoted(code)),
      ...(at === 0 && { comments }),
    }),
  );
  const others = `^(?!(?:${codes.map(({ code }) => code).join('|')})$).+$`;
  const rest: Statement = {
    property,
    object: { call: callOf('cim:extract', cell, quoted(others)), language: 'fr' },
  };
  return {
    ...NOTHING,
    statements: [...known, rest],
    facts: [
      {
        property,
        label: planned.label,
        from: [planned.column.name],
        isAlways: false,
        isOne: false,
        value: 'text',
      },
    ],
  };
};

/** Where records of the national bases are read, and what checks their references. */
const NOTICES: Readonly<Record<string, { readonly base: string; readonly check: string }>> = {
  museofile: { base: 'museo', check: 'cim:museofileId' },
  joconde: { base: 'joconde', check: 'cim:jocondeId' },
  merimee: { base: 'merimee', check: 'cim:merimeeId' },
  palissy: { base: 'palissy', check: 'cim:palissyId' },
};

interface Said {
  readonly property: string;
  readonly comments: readonly string[];
}

function noticeOf(request: DraftRequest, planned: PlannedColumn, { property, comments }: Said): Written {
  const register = NOTICES[planned.column.kind.value];
  // The thing itself is here: its record elsewhere is told there.
  if (planned.linked?.by === 'identifier' && property.startsWith('def:')) return NOTHING;
  if (register === undefined) {
    const object = textObject(valuesOf(planned), 'plain');
    return { ...NOTHING, statements: [{ property, object, comments }] };
  }
  const start = quoted(`https://www.pop.culture.gouv.fr/notice/${register.base}/`);
  const call = callOf('cim:concat', callOf(register.check, valuesOf(planned)), start, '""');
  return {
    ...NOTHING,
    statements: [{ property, object: { call, type: 'iri' }, comments }],
    facts: [factOf(request, planned, property)],
  };
}

/** The thing of another dataset here that a cell names. */
function linkOf(planned: PlannedColumn, language: Language): Written | undefined {
  const { linked, column } = planned;
  if (linked === undefined) return undefined;
  const { link } = column;
  const comments =
    link === undefined
      ? []
      : [
          evidenceLine(
            [column.name],
            { said: link.evidence[language], confidence: link.confidence },
            language,
          ),
        ];
  const values = valuesOf(planned);
  const call =
    linked.by === 'label'
      ? callOf('cim:lookup', values, linked.dataset)
      : callOf('cim:concat', values, quoted(`id/${linked.dataset}/`), '""');
  return { ...NOTHING, statements: [{ property: linked.property, object: { call, type: 'iri' }, comments }] };
}
