import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Origin } from '../model/index.ts';
import { openSink, type Sink } from './file-aside.ts';

const packed = promisify(gzip);

/** Lines `subject TAB file TAB row TAB line`, in the order in which records are read. */
export interface OriginsFile {
  write(origins: readonly Origin[]): Promise<void>;
  close(): Promise<void>;
  discard(): Promise<boolean>;
}

/** Opens the file that tells where subjects come from. A name that ends in `.gz` packs it, in members that follow. */
export async function openOrigins(path: string, out: Writable): Promise<OriginsFile> {
  const sink = await openSink(path, out);
  const isPacked = path.endsWith('.gz');
  const say = async (text: string): Promise<void> => sink.write(isPacked ? await packed(text) : text);
  await say('subject\tfile\trow\tline\n');
  let last = '';
  return {
    async write(origins) {
      let text = '';
      for (const { subject, file, row, line } of origins) {
        // Several rules may speak of one subject in one record.
        const said = `${subject}\t${file}\t${row}\t${line}\n`;
        if (said !== last) text += said;
        last = said;
      }
      if (text !== '') await say(text);
    },
    close: () => sink.close(),
    discard: () => sink.discard(),
  };
}

/** No file was asked for. */
export const NO_ORIGINS: Pick<Sink, 'close' | 'discard'> & { readonly write: undefined } = {
  write: undefined,
  close: async () => undefined,
  discard: async () => false,
};
