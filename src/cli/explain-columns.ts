import { createColumnTracer, type Mapping } from '../mapping/index.ts';
import { type Bilingual, type Source, withoutFragment } from '../model/index.ts';
import { openSource } from '../sources/index.ts';
import type { ExplanationWords, MetValue, Path } from '../validation/index.ts';

/** What a mapping made a thing from. */
export interface MappedSource {
  readonly mapping: Mapping;
  readonly source: Source;
  readonly base: string;
}

type Locate = NonNullable<ExplanationWords['locate']>;

/** Names the columns (references, in JSON and XML) of a thing's records that a value, or the want of one, comes from. */
export async function columnLocator({ mapping, source, base }: MappedSource, thing: string): Promise<Locate> {
  const { columns: header } = await openSource(source);
  const trace = createColumnTracer(mapping, { base, ...(header && { header }) });
  return ({ focusNode, path }: MetValue) => {
    const predicates = path === undefined ? [] : predicatesOf(path);
    // The records are those of the thing itself.
    if (!predicates || withoutFragment(focusNode.value) !== withoutFragment(thing)) return undefined;
    const { columns, subject, missing } = trace({ node: focusNode.value, path: predicates });
    return columnsText(predicates.length === 0 ? subject : columns, missing);
  };
}

/** Predicates one after the other; undefined for a path that is more. */
function predicatesOf(path: Path): readonly string[] | undefined {
  if (path.kind === 'predicate') return [path.iri];
  if (path.kind !== 'sequence') return undefined;
  const parts = path.paths.map(predicatesOf);
  return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
}

function columnsText(columns: readonly string[], missing: readonly string[]): Bilingual | undefined {
  if (columns.length + missing.length === 0) return undefined;
  const found = { fr: columns.map((name) => `« ${name} »`), en: columns.map((name) => `“${name}”`) };
  const lacking = {
    fr: missing.map((name) => `« ${name} » (absente de la source)`),
    en: missing.map((name) => `“${name}” (not in the source)`),
  };
  const isOne = columns.length + missing.length === 1;
  return {
    fr: `${isOne ? 'colonne' : 'colonnes'} ${[...found.fr, ...lacking.fr].join(', ')}`,
    en: `${isOne ? 'column' : 'columns'} ${[...found.en, ...lacking.en].join(', ')}`,
  };
}
