import type { Bilingual } from '../../model/index.ts';
import { readJson } from './json-place.ts';
import { malformedJson, tooMuch, unexpected } from './reconciliation-problems.ts';

/** A JSON object of strangers. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws HttpProblem 400 with line and column */
export function parsedJson(text: string, name: string): unknown {
  const read = readJson(text);
  if (read.kind === 'malformed') throw malformedJson(name, read.place);
  return read.value;
}

export function objectAt(value: unknown, at: string): JsonObject {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as JsonObject;
  throw unexpected(at, OBJECT);
}

/** @throws HttpProblem 400 for what is no list, 413 for more than there may be */
export function listAt(value: unknown, at: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw unexpected(at, LIST);
  if (value.length > most) throw tooMuch(at, most);
  return value;
}

export function textAt(value: unknown, at: string): string {
  if (typeof value === 'string') return value;
  throw unexpected(at, TEXT);
}

export const member = (object: JsonObject, name: string): unknown =>
  Object.hasOwn(object, name) && object[name] !== null ? object[name] : undefined;

export const OBJECT: Bilingual = { fr: 'un objet JSON', en: 'a JSON object' };
const LIST: Bilingual = { fr: 'une liste', en: 'a list' };
const TEXT: Bilingual = { fr: 'un texte', en: 'a text' };
