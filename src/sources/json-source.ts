import {
  type Located,
  type RecordSource,
  ReferenceSyntaxError,
  RefusedInput,
  type Source,
  type SourceFault,
} from '../model/index.ts';
import { badIterator, faultyJson } from './json-complaints.ts';
import { JsonFault, type JsonItem } from './json-item.ts';
import { jsonLanguage } from './json-language.ts';
import { type JsonPath, parseJsonPath } from './json-path.ts';
import { JsonSlicer } from './json-slicer.ts';
import { parseJson } from './json-values.ts';
import { partsOf } from './text-parts.ts';
import { openText } from './text-stream.ts';
import { nullTest } from './values.ts';

/**
 * A JSON, GeoJSON or NDJSON document as records: what the iterator selects, in document order. The iterator's plain
 * steps are walked while the document streams by; the rest of it is evaluated on each value they lead to, so that a
 * query such as `$..x` reads the document as one value (bounded, see `JsonSlicer`). Without iterator: the items of an
 * array, else each document.
 */
export async function openJson(source: Source, shown: string): Promise<RecordSource<unknown>> {
  const path = iteratorOf(source, shown);
  const faults: SourceFault[] = [];
  return {
    ...jsonLanguage(nullTest(source.nulls)),
    shown,
    faults,
    records: () => records(source, path, faults),
  };
}

function iteratorOf({ iterator }: Source, shown: string): JsonPath | undefined {
  if (iterator === undefined) return undefined;
  try {
    return parseJsonPath(iterator);
  } catch (error) {
    if (!(error instanceof ReferenceSyntaxError)) throw error;
    throw new RefusedInput([badIterator(shown, iterator, error.message)]);
  }
}

async function* records(
  source: Source,
  path: JsonPath | undefined,
  faults: SourceFault[],
): AsyncGenerator<readonly Located<unknown>[]> {
  const { places, pieces } = await openText(source);
  const slicer = new JsonSlicer(path?.steps, places);
  const counter = { row: 0 };
  const parsed = (items: readonly JsonItem[]) => items.flatMap((item) => recordsOf(item, path, counter));
  try {
    for await (const { text, ascii } of pieces) {
      for (const part of partsOf(text)) {
        const batch = parsed(slicer.push(part, ascii));
        if (batch.length > 0) yield batch;
      }
    }
    const batch = parsed(slicer.end());
    if (batch.length > 0) yield batch;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new RefusedInput([faultyJson(source.shown, error)]);
  }
  if (counter.row === 0 && !slicer.reached)
    faults.push({ code: 'iterator-without-match', row: 0, line: 1, detail: source.iterator ?? '$' });
}

function recordsOf(item: JsonItem, path: JsonPath | undefined, counter: { row: number }): Located<unknown>[] {
  const { line, offset } = item;
  const value = parsedItem(item);
  const values = path?.rest === undefined ? [value] : path.rest(value);
  return values.map((record) => ({ record, row: ++counter.row, line, offset }));
}

function parsedItem({ text, line, hasLongNumber }: JsonItem): unknown {
  try {
    return parseJson(text, hasLongNumber);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new JsonFault('not-json', line);
  }
}
