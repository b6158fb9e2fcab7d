import { Readable } from 'node:stream';
import { extract } from 'tar-stream';
import { RefusedInput } from '../model/index.ts';
import { notOneFile } from './source-complaints.ts';

/** What file managers add to archives beside the files. */
export const isIgnored = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(name);

/**
 * The bytes of the one file in a tar. A tar has no table of contents: a second file is refused when it is met, after
 * the first has been read.
 */
export async function* tarEntry(bytes: AsyncIterable<Uint8Array>, shown: string): AsyncGenerator<Uint8Array> {
  const archive = extract();
  const input = Readable.from(bytes, { objectMode: false });
  input.on('error', (error) => archive.destroy(error));
  const names: string[] = [];
  try {
    for await (const entry of input.pipe(archive) as unknown as AsyncIterable<Entry>) {
      const { name, type } = entry.header;
      const isFile = type === 'file' && !isIgnored(name);
      if (isFile) names.push(name);
      if (isFile && names.length === 1) yield* entry;
      else entry.resume();
    }
  } finally {
    input.destroy();
  }
  if (names.length !== 1) throw new RefusedInput([notOneFile(shown, names)]);
}

type Entry = AsyncIterable<Uint8Array> & {
  readonly header: { readonly name: string; readonly type?: string | null };
  resume(): void;
};
