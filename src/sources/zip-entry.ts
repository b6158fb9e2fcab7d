import { type Entry, openPromise } from 'yauzl';
import { RefusedInput } from '../model/index.ts';
import { notOneFile } from './source-complaints.ts';
import { isIgnored } from './tar-entry.ts';

/** The bytes of the one file in a zip, whose sizes are checked against its table of contents. */
export async function* zipEntry(path: string, shown: string): AsyncGenerator<Uint8Array> {
  const zip = await openPromise(path, { autoClose: false, validateEntrySizes: true });
  try {
    const entries: Entry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (!entry.fileName.endsWith('/') && !isIgnored(entry.fileName)) entries.push(entry);
      if (entries.length > 10) break;
    }
    const [only] = entries;
    if (only === undefined || entries.length > 1)
      throw new RefusedInput([
        notOneFile(
          shown,
          entries.map(({ fileName }) => fileName),
        ),
      ]);
    yield* (await zip.openReadStreamPromise(only)) as AsyncIterable<Uint8Array>;
  } finally {
    zip.close();
  }
}
