import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { TextEncoding } from './encodings.ts';
import { makeFolder } from './paths.ts';

/** A file that takes text. */
export interface TextFile {
  /** Makes the file and its folders where they are not there yet. */
  write(text: string): Promise<void>;
  /** Leaves a file, empty where nothing was written. */
  finish(): Promise<void>;
  /** Lets go of the file, if there is one. */
  abandon(): Promise<void>;
}

export function createTextFile(path: string, { mark, bytes }: TextEncoding): TextFile {
  let opened: Promise<FileHandle> | undefined;
  const file = (): Promise<FileHandle> => {
    opened ??= begin(path, mark);
    return opened;
  };
  const abandon = async () => {
    const closing = opened;
    opened = undefined;
    await (await closing)?.close();
  };
  return {
    async write(text) {
      await writeAll(await file(), bytes(text));
    },
    async finish() {
      await file();
      await abandon();
    },
    abandon,
  };
}

async function begin(path: string, mark: Uint8Array): Promise<FileHandle> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w');
  await writeAll(file, mark);
  return file;
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let from = 0; from < bytes.length; ) from += (await file.write(bytes, from)).bytesWritten;
}
