import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { makeFolder } from '../mapping/index.ts';
import { brokenOutput, cannotWrite, isFolder } from './output-faults.ts';

/** Where a command's text goes. Calls are awaited one after the other: that is the back-pressure. */
export interface Sink {
  /** @param text characters, or bytes of UTF-8 */
  write(text: string | Uint8Array): Promise<void>;
  /** Ends it: only now does a file have its name. */
  close(): Promise<void>;
  /** Leaves no file. @returns whether something went to standard output: that has gone */
  discard(): Promise<boolean>;
}

/** Who read the standard output has stopped reading: no fault, and no reason to go on. */
export class ReaderLeft extends Error {
  constructor() {
    super('The reader of standard output has left.');
    this.name = 'ReaderLeft';
  }
}

/** Standard output as a sink. @throws ReaderLeft where its reader has gone, Fault where the system refuses */
export function streamSink(stream: Writable): Sink {
  // Errors are told through each write; without a listener they would end the process with a trace.
  stream.on('error', () => undefined);
  let begun = false;
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        begun = true;
        stream.write(text, (error?: NodeJS.ErrnoException | null) => {
          if (!error) return resolve();
          // What is said of the error says already that the output is incomplete.
          begun = false;
          reject(error.code === 'EPIPE' ? new ReaderLeft() : brokenOutput(error));
        });
      }),
    close: async () => undefined,
    discard: async () => begun,
  };
}

/**
 * A file as a sink, written aside and renamed when it is closed; links are followed. What is no regular file (a pipe,
 * `/dev/null`) is written directly.
 * @throws Fault for a path that is a folder, or that the system refuses
 */
export async function fileSink(path: string): Promise<Sink> {
  const told = <T>(act: () => Promise<T>): Promise<T> =>
    act().catch((error) => {
      throw cannotWrite(path, error);
    });
  const { write, close, discard } = await told(() => asideSink(path));
  return { write: (text) => told(() => write(text)), close: () => told(close), discard };
}

async function asideSink(path: string): Promise<Sink> {
  const target = await realpath(path).catch(() => path);
  const found = await stat(target).catch(() => undefined);
  if (found?.isDirectory()) throw isFolder(path);
  const direct = found !== undefined && !found.isFile();
  if (!direct) await makeFolder(dirname(target));
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
      return false;
    },
  };
}

/** `-` or nothing is standard output. */
export const openSink = (path: string | undefined, out: Writable): Promise<Sink> =>
  path === undefined || path === '-' ? Promise.resolve(streamSink(out)) : fileSink(path);

/** Writes a whole text: a file is there entirely or not at all. That a reader of standard output has left is no fault. */
export async function writeText(path: string | undefined, text: string, out: Writable): Promise<void> {
  const sink = await openSink(path, out);
  try {
    await sink.write(text);
    await sink.close();
  } catch (error) {
    await sink.discard();
    if (!(error instanceof ReaderLeft)) throw error;
  }
}
