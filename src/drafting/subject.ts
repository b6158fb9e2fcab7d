import type { DraftRequest, PlannedColumn, SubjectKind } from './draft.ts';
import { callOf, type Object3, quoted, reference } from './terms-text.ts';

/** How the address of a thing, and of what belongs to it, is written in the mapping. */
export interface Subject {
  readonly kind: SubjectKind;
  /** What stands behind `subjects:`. */
  readonly text: string;
  /** The identifier as a value. */
  readonly identifier: Object3;
  /** `uriPattern` of `dataset.yml`. */
  readonly pattern: string;
  /** The address of a part of the thing, as an object. */
  part(fragment: string): Object3;
  /** The same as a subject. */
  partSubject(fragment: string): string;
  /** The address of the thing with this behind it, as an argument of a call. */
  within(end: string): string;
  /** The identifier within a longer text (`…/notice/$(ref)`), where it can stand there. */
  readonly template?: string;
}

/** Characters of an identifier that stand in an address as they are. */
const CLEAN = /^[A-Za-z0-9._~-]+$/;

/** Addresses of cells as they are, of readable forms of them, or of a hash of all that a record says. */
export function createSubject(
  { answers, profile }: DraftRequest,
  columns: readonly PlannedColumn[],
): Subject {
  const naming = answers.identifier.flatMap((name) =>
    columns.filter(({ column }) => column.name === name).slice(0, 1),
  );
  const start = `id/${answers.slug}/`;
  if (naming.length === 0) return hashed(start, columns);
  const template = naming.map(({ key }) => reference(key)).join('-');
  const pattern = naming.map(({ key }) => `{${key}}`).join('-');
  const shown = naming.flatMap(({ column }) => column.frequent.map(({ value }) => value));
  const isClean = profile.records === 0 || shown.every((one) => CLEAN.test(one.trim()));
  if (!isClean)
    return called('slug', {
      start,
      pattern,
      value: callOf('cim:slug', quotedOrBare(template, naming.length)),
      plain: template,
    });
  return {
    kind: 'cells',
    text: `id:${answers.slug}/${template}`,
    identifier: { template },
    pattern,
    template,
    within: (end) => quoted(`${start}${template}${end}`),
    part: (fragment) => ({ template: `id:${answers.slug}/${template}#${fragment}~iri` }),
    partSubject: (fragment) => `id:${answers.slug}/${template}#${fragment}`,
  };
}

const quotedOrBare = (template: string, parts: number): string => (parts === 1 ? template : quoted(template));

interface Made {
  readonly start: string;
  readonly pattern: string;
  readonly value: string;
  /** The identifier as a value, where it is another than what stands in the address. */
  readonly plain?: string;
}

function called(kind: SubjectKind, { start, pattern, value, plain }: Made): Subject {
  const within = (end: string) => callOf('cim:concat', value, quoted(start), quoted(end));
  return {
    kind,
    text: `{ function: ${yamlQuoted(within(''))} }`,
    identifier: plain === undefined ? { call: value } : { template: plain },
    pattern,
    ...(plain !== undefined && { template: plain }),
    within,
    part: (fragment) => ({ call: within(`#${fragment}`), type: 'iri' }),
    partSubject: (fragment) => `{ function: ${yamlQuoted(within(`#${fragment}`))} }`,
  };
}

const yamlQuoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** The whole content of a record, the same for the same cells: any correction makes another address. */
function hashed(start: string, columns: readonly PlannedColumn[]): Subject {
  const told = columns.filter(({ fate }) => fate.kind !== 'left' && fate.kind !== 'private');
  const lists = told.map(({ key }) => `p_array_a=${reference(key)}`);
  const joined = callOf('grel:array_join', ...lists, 'p_string_sep="|"');
  return called('hash', { start, pattern: '{empreinte}', value: callOf('grel:string_sha1', joined) });
}
