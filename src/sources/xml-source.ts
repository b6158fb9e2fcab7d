import {
  type Located,
  type RecordSource,
  ReferenceSyntaxError,
  RefusedInput,
  type Source,
  type SourceFault,
} from '../model/index.ts';
import { partsOf } from './text-parts.ts';
import { openText } from './text-stream.ts';
import { nullTest } from './values.ts';
import { XmlCollector, XmlFault } from './xml-collector.ts';
import { badIterator, faultyXml, noIterator } from './xml-complaints.ts';
import { parseIterator, type XmlIterator } from './xml-iterator.ts';
import { xmlLanguage } from './xml-language.ts';
import type { XmlNode } from './xml-tree.ts';

/**
 * An XML document as records: what the iterator selects, caught as the document streams by. References must be compiled
 * before records are read: they tell how much of what is around a record must be held.
 */
export async function openXml(source: Source, shown: string): Promise<RecordSource<XmlNode>> {
  const iterator = iteratorOf(source, shown);
  const faults: SourceFault[] = [];
  let climb = 0;
  const language = xmlLanguage({
    namespaces: source.namespaces,
    isNull: nullTest(source.nulls),
    climbs(levels) {
      climb = Math.max(climb, levels);
    },
  });
  return { ...language, shown, faults, records: () => records(source, iterator, climb, faults) };
}

function iteratorOf({ iterator, namespaces }: Source, shown: string): XmlIterator {
  if (iterator === undefined) throw new RefusedInput([noIterator(shown)]);
  try {
    return parseIterator(iterator, namespaces);
  } catch (error) {
    if (!(error instanceof ReferenceSyntaxError)) throw error;
    throw new RefusedInput([badIterator(shown, iterator, error.message)]);
  }
}

async function* records(
  source: Source,
  iterator: XmlIterator,
  climb: number,
  faults: SourceFault[],
): AsyncGenerator<readonly Located<XmlNode>[]> {
  const { places, pieces } = await openText(source, (first) => declaredEncoding(first, source));
  const collector = new XmlCollector(iterator, climb, places);
  let found = 0;
  try {
    for await (const { text, ascii } of pieces) {
      for (const part of partsOf(text)) {
        const batch = collector.write(part, ascii);
        found += batch.length;
        if (batch.length > 0) yield batch;
      }
    }
    const last = collector.close();
    found += last.length;
    if (last.length > 0) yield last;
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    throw new RefusedInput([faultyXml(source.shown, error)]);
  }
  if (found === 0)
    faults.push({ code: 'iterator-without-match', row: 0, line: 1, detail: source.iterator ?? '' });
}

/** What the document says of its encoding, where the source says nothing but the usual utf-8. */
function declaredEncoding(first: Uint8Array, { dialect }: Source): string | undefined {
  if (!/^utf-?8$/i.test(dialect.encoding)) return undefined;
  if (first[0] === 0xff && first[1] === 0xfe) return 'utf-16le';
  if (first[0] === 0xfe && first[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(first.subarray(0, 200)).toString('latin1');
  const declared = /^(?:\u00ef\u00bb\u00bf)*<\?xml\s[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
  return declared === undefined || /^utf-?16/i.test(declared) ? undefined : declared;
}
