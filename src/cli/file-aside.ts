import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { Fault } from '../model/index.ts';

/** Where a command's text goes. Calls are awaited one after the other: that is the back-pressure. */
export interface Sink {
  /** @param text characters, or bytes of UTF-8 */
  write(text: string | Uint8Array): Promise<void>;
  /** Ends it: only now does a file have its name. */
  close(): Promise<void>;
  /** Gives up what can be given up: no file is left. What went to standard output has gone. */
  discard(): Promise<void>;
}

/** Who read the standard output has stopped reading: no fault, and no reason to go on. */
export class ReaderLeft extends Error {
  constructor() {
    super('The reader of standard output has left.');
    this.name = 'ReaderLeft';
  }
}

/** Standard output as a sink. @throws ReaderLeft where its reader has gone */
export function streamSink(stream: Writable): Sink {
  // Errors are told through each write; without a listener they would end the process with a trace.
  stream.on('error', () => undefined);
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (!error) resolve();
          else reject((error as NodeJS.ErrnoException).code === 'EPIPE' ? new ReaderLeft() : error);
        });
      }),
    close: async () => undefined,
    discard: async () => undefined,
  };
}

/**
 * A file as a sink, written aside and renamed when it is closed; links are followed. What is no regular file (a pipe,
 * `/dev/null`) is written directly.
 * @throws Fault for a path that is a folder
 */
export async function fileSink(path: string): Promise<Sink> {
  const target = await realpath(path).catch(() => path);
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) throw isFolder(path);
  const direct = found !== undefined && !found.isFile();
  if (!direct) await mkdir(dirname(target), { recursive: true });
  const aside = direct ? target : `${target}.${process.pid}.aside`;
  let file: FileHandle | undefined = await open(aside, 'w');
  /** One piece is written while the next is made; what goes wrong is told with the next call. */
  let writing: Promise<void> = Promise.resolve();
  const release = async () => {
    const held = file;
    file = undefined;
    await held?.close();
  };
  return {
    async write(text) {
      await writing;
      if (file === undefined) throw new Error(`${path} is closed.`);
      writing = file.writeFile(text);
      writing.catch(() => undefined);
    },
    async close() {
      await writing;
      if (!direct) await file?.sync();
      await release();
      if (!direct) await rename(aside, target);
    },
    async discard() {
      await writing.catch(() => undefined);
      await release();
      if (!direct) await rm(aside, { force: true });
    },
  };
}

/** `-` or nothing is standard output. */
export const openSink = (path: string | undefined, out: Writable): Promise<Sink> =>
  path === undefined || path === '-' ? Promise.resolve(streamSink(out)) : fileSink(path);

/** Writes a whole text: a file is there entirely or not at all. */
export async function writeText(path: string | undefined, text: string, out: Writable): Promise<void> {
  const sink = await openSink(path, out);
  try {
    await sink.write(text);
    await sink.close();
  } catch (error) {
    await sink.discard();
    throw error;
  }
}

const isFolder = (path: string): Fault =>
  new Fault(
    { fr: `« ${path} » est un dossier.`, en: `“${path}” is a folder.` },
    { fr: 'Donnez le nom d’un fichier.', en: 'Give the name of a file.' },
  );
