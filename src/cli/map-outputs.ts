import type { Writable } from 'node:stream';
import { openSink, type Sink } from './file-aside.ts';
import type { MapOptions } from './map-flags.ts';
import { NO_ORIGINS, type OriginsFile, openOrigins } from './map-origins.ts';

/** What a run writes to, opened together and ended together. */
export interface MapOutputs {
  readonly sink: Sink;
  readonly writeOrigins: OriginsFile['write'] | undefined;
  close(): Promise<void>;
  /** Leaves no file. @returns whether part of the result has gone to standard output */
  giveUp(): Promise<boolean>;
}

export async function openOutputs(
  { output, origins: path }: Pick<MapOptions, 'output' | 'origins'>,
  out: Writable,
): Promise<MapOutputs> {
  const sink = await openSink(output, out);
  const origins = await openBeside(sink, path, out);
  return {
    sink,
    writeOrigins: origins.write,
    async close() {
      await sink.close();
      await origins.close();
    },
    async giveUp() {
      await origins.discard();
      return sink.discard();
    },
  };
}

/** The second file that is opened: where it cannot be, the first is not left. */
async function openBeside(sink: Sink, path: string | undefined, out: Writable) {
  if (path === undefined) return NO_ORIGINS;
  try {
    return await openOrigins(path, out);
  } catch (error) {
    await sink.discard();
    throw error;
  }
}
