import type { Bilingual, ColumnProfile } from '../model/index.ts';
import { aliasesOf, createKeys, isSafeKey, referenceOf } from './column-keys.ts';
import type { DraftRequest, Fate, PlannedColumn } from './draft.ts';
import { FORM_OF_KIND, type Form, KINDS_OF_FORM, type KnownColumn, type Use } from './known-column.ts';
import { headerOf, labelOf } from './names.ts';
import { createTermNames, type TermNames } from './own-terms.ts';
import * as why from './reasons.ts';
import { createColumnFinder } from './recognise.ts';
import { SURE, setAside } from './set-aside.ts';

/** What becomes of each column of a source, in its order. */
export function planColumns(request: DraftRequest): readonly PlannedColumn[] {
  const planner = createPlanner(request);
  return request.profile.columns.map((column, at) => planner(column, at));
}

/** Properties that say something again with each statement. */
const REPEATED: ReadonlySet<string> = new Set([
  'schema:award',
  'schema:category',
  'schema:keywords',
  'schema:image',
  'schema:alternateName',
  'rdfs:seeAlso',
]);

interface Planner {
  readonly request: DraftRequest;
  readonly terms: TermNames;
  readonly taken: Set<string>;
}

function createPlanner(request: DraftRequest): (column: ColumnProfile, at: number) => PlannedColumn {
  const { profile, family, answers, project } = request;
  const isTable = profile.source.format === 'csv';
  const find = createColumnFinder(family);
  const keys = createKeys(profile.columns.map(({ name }) => name));
  const planner: Planner = {
    request,
    terms: createTermNames({ slug: answers.slug, terms: project.terms }),
    taken: new Set(),
  };
  const headers = new Map<string, number>();
  return (column, at) => {
    const header = headerOf(column.name, isTable);
    const met = find(header);
    const known = met?.column;
    const isRepeated = headers.has(column.name);
    headers.set(column.name, at);
    const named = isTable && !isSafeKey(column.name) ? keys(column.name) : referenceOf(column.name);
    const isReadable = !isRepeated && column.name !== '';
    const chosen = isReadable
      ? choose(planner, column, { known, header, isOfFamily: met?.isOfFamily === true })
      : unreadable(column);
    const generations = met?.isOfFamily && isTaken(chosen.fate, known) ? known : undefined;
    const aliases =
      isTable && isReadable ? aliasesOf({ column, key: named, known: generations }, profile.columns) : [];
    return { column, key: named, aliases, confidence: column.kind.confidence, ...chosen };
  };
}

type Chosen = Omit<PlannedColumn, 'column' | 'key' | 'aliases' | 'confidence'> & {
  readonly confidence?: number;
};

const unreadable = (column: ColumnProfile): Chosen => ({
  label: labelOf(column.name),
  fate: { kind: 'left' },
  reasons: [column.name === '' ? why.NAMELESS : why.REPEATED_HEADER],
});

/** Whether a column is what its header is known for. */
function isTaken(fate: Fate, known: KnownColumn | undefined): boolean {
  if (fate.kind !== 'used') return true;
  const property = 'property' in fate.use ? fate.use.property : undefined;
  return known !== undefined && property === known.use.property;
}

interface Met {
  readonly known: KnownColumn | undefined;
  readonly header: string;
  readonly isOfFamily: boolean;
}

function choose(planner: Planner, column: ColumnProfile, met: Met): Chosen {
  const { known, header } = met;
  const label = known?.label ?? labelOf(header);
  const fixed = (fate: Fate, ...reasons: readonly Bilingual[]): Chosen => ({ label, fate, reasons });
  const aside = setAside(planner.request, column, known);
  if (aside !== undefined) return fixed(aside.fate, ...aside.reasons);
  return used(planner, column, met);
}

function used(planner: Planner, column: ColumnProfile, met: Met): Chosen {
  const { known, header } = met;
  const agreed = known !== undefined && isFree(planner, known.use) ? agreedUse(known.use, column) : undefined;
  const use = agreed ?? ownUse(planner, column, header);
  const separation = separationOf(use, column);
  const linked = linkedBy(use, column.link);
  if (use.kind === 'value' || use.kind === 'address') planner.taken.add(use.property);
  const { confidence, evidence } = column.kind;
  return {
    label: (agreed === undefined ? undefined : known?.label) ?? labelOf(header),
    fate: { kind: 'used', use, form: formOf(use, column) },
    confidence: agreed === undefined ? confidence : Math.max(0.9, confidence),
    reasons: [
      ...headerReasons(planner, met, agreed !== undefined),
      evidence,
      ...(separation === undefined ? [] : [separation.evidence]),
    ],
    ...(separation !== undefined && { separator: separation.value.separator }),
    ...(linked !== undefined && { linked }),
    ...(agreed !== undefined && known?.nameRank !== undefined && { nameRank: known.nameRank }),
  };
}

function headerReasons(
  { request }: Planner,
  { known, header, isOfFamily }: Met,
  agrees: boolean,
): readonly Bilingual[] {
  if (known === undefined) return [];
  return [
    agrees
      ? why.knownHeader(isOfFamily ? request.family : undefined)
      : why.otherwise(known.names[0] ?? header),
  ];
}

/** How cells are separated, where they are and may be. */
function separationOf(use: Use, { separation }: ColumnProfile): ColumnProfile['separation'] {
  const isWhole = use.kind !== 'value' || use.whole === true || use.property === 'dcterms:identifier';
  return separation === undefined || isWhole || separation.confidence < SURE ? undefined : separation;
}

/** What the header says, where the values say it too; an own term takes values of any kind as they are. */
function agreedUse(use: Use, { kind }: ColumnProfile): Use | undefined {
  if (use.kind !== 'value' || use.form === undefined) return use;
  if (use.property === 'dcterms:identifier') return undefined;
  if (KINDS_OF_FORM[use.form]?.includes(kind.value) ?? true) return use;
  if (!use.property.startsWith('def:') || use.form === 'protection') return undefined;
  return { ...use, form: FORM_OF_KIND[kind.confidence >= SURE ? kind.value : 'text'] };
}

/** A property that says one thing is given by one column. */
function isFree({ taken }: Planner, use: Use): boolean {
  if (use.kind === 'flag' || use.kind === 'codes') return true;
  return !taken.has(use.property) || REPEATED.has(use.property);
}

/** A term of the project’s own, of the header’s words. */
function ownUse({ terms, taken }: Planner, { kind }: ColumnProfile, header: string): Use {
  const form = FORM_OF_KIND[kind.confidence >= SURE ? kind.value : 'text'];
  const name = terms.nameFor(header);
  return {
    kind: 'value',
    property: `def:${taken.has(`def:${name}`) ? terms.nameFor(`${header} 2`) : name}`,
    form,
  };
}

/** The form that the values bear. */
function formOf(use: Use, column: ColumnProfile): Form {
  const byKind = FORM_OF_KIND[column.kind.confidence >= SURE ? column.kind.value : 'text'];
  const wanted = use.kind === 'value' ? (use.form ?? byKind) : 'plain';
  if (wanted === 'html' && column.html === 0) return 'text';
  if (wanted === 'text' && column.html > 0) return 'html';
  if (wanted === 'boolean' && !isXsdBoolean(column)) return 'text';
  return wanted;
}

const isXsdBoolean = ({ values = [], frequent }: ColumnProfile): boolean =>
  [...values, ...frequent.map(({ value }) => value)].every((one) => /^(?:true|false|0|1)$/.test(one));

/** Links that were found among most values, where somebody said what they mean. */
function linkedBy(use: Use, link: ColumnProfile['link']): PlannedColumn['linked'] {
  const property = use.kind === 'value' || use.kind === 'address' ? use.linked : undefined;
  if (property === undefined || link === undefined || link.confidence < LINK_SURE) return undefined;
  return { property, ...link.value };
}

const LINK_SURE = 0.75;
