import type { RecordLanguage } from '../model/index.ts';
import { outlineJson } from './json-outline.ts';
import { parseJsonPath, type Step } from './json-path.ts';
import { naturalDatatype, parseJson, scalarText } from './json-values.ts';
import { type IsNull, nullTest } from './values.ts';

type Read = (record: unknown) => unknown;
type ReadAll = (record: unknown) => readonly unknown[];

/** How JSON values are looked into: JSONPath (RFC 9535), its plain paths compiled to member look-ups. */
export function jsonLanguage(isNull: IsNull = nullTest(undefined)): RecordLanguage<unknown> {
  const single = (path: string) => {
    const read = oneValue(path);
    if (read === undefined) return undefined;
    return (record: unknown) => {
      const text = scalarText(read(record), path);
      return text === undefined || isNull(text) ? undefined : text;
    };
  };
  const texts = (path: string) => {
    const read = allValues(path);
    return (record: unknown) => present(read(record), path, isNull);
  };
  return {
    single,
    reference(path) {
      const one = single(path);
      if (one === undefined) {
        const read = texts(path);
        return (record) => read(record).map(({ text }) => text);
      }
      return (record) => {
        const text = one(record);
        return text === undefined ? [] : [text];
      };
    },
    datatypes(path) {
      const read = texts(path);
      return (record) => read(record).map(({ value }) => naturalDatatype(value));
    },
    datatype(path) {
      const read = oneValue(path);
      return read && ((record) => naturalDatatype(read(record)));
    },
    iterator: (path) => allValues(path),
    outline: outlineJson,
    parse: (text) => parseJson(text, /\d{16}/.test(text)),
  };
}

function present(values: readonly unknown[], path: string, isNull: IsNull) {
  const found: { text: string; value: unknown }[] = [];
  for (const value of values) {
    const text = scalarText(value, path);
    if (text !== undefined && !isNull(text)) found.push({ text, value });
  }
  return found;
}

/** The getter of a path that leads to one value at most. */
function oneValue(path: string): Read | undefined {
  const { steps, rest } = parseJsonPath(path);
  if (rest !== undefined || steps.some(({ kind }) => kind === 'all')) return undefined;
  const reads = steps.map(readerOf);
  const [first, second] = reads;
  if (first === undefined) return (record) => record;
  if (second === undefined) return first;
  return (record) => {
    let value = record;
    for (const read of reads) value = read(value);
    return value;
  };
}

function allValues(path: string): ReadAll {
  const { steps, rest } = parseJsonPath(path);
  const reads = steps.map(allOf);
  return (record) => {
    let values: readonly unknown[] = [record];
    for (const read of reads) values = values.flatMap(read);
    return rest === undefined ? values : values.flatMap(rest);
  };
}

/** One step to all values it selects. A member that is missing gives none; one that is null gives null. */
function allOf(step: Step): ReadAll {
  if (step.kind === 'all')
    return (value) => (typeof value === 'object' && value !== null ? Object.values(value) : []);
  const read = readerOf(step);
  return (value) => {
    const found = read(value);
    return found === undefined ? [] : [found];
  };
}

function readerOf(step: Step): Read {
  if (step.kind === 'index') {
    const { index } = step;
    return (value) => (Array.isArray(value) ? value[index] : undefined);
  }
  const name = step.kind === 'name' ? step.name : '';
  const isMember = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  // Names that every object inherits are looked for among its own only.
  if (name in Object.prototype)
    return (value) => (isMember(value) && Object.hasOwn(value, name) ? value[name] : undefined);
  return (value) => (isMember(value) ? value[name] : undefined);
}
