import { readQuadLines } from '../../rdf/index.ts';
import { subjectsOf } from '../dataset/stars.ts';
import type { SubjectSink } from './subject-sink.ts';

/** A sink that leaves nothing behind where the reading fails. */
export interface DiscardableSink extends SubjectSink {
  discard?(): Promise<void>;
}

/**
 * Reads a sorted dump once for several sinks, as fast as the slowest takes.
 * @param path absolute
 */
export async function readDump(path: string, sinks: readonly DiscardableSink[]): Promise<void> {
  try {
    for await (const subjects of subjectsOf(readQuadLines(path)))
      if (subjects.length > 0) await Promise.all(sinks.map((sink) => sink.take(subjects)));
  } catch (error) {
    await Promise.all(sinks.map((sink) => sink.discard?.()));
    throw error;
  }
}
