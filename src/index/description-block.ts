import { Buffer } from 'node:buffer';
import { FrameReader } from './frame-reader.ts';
import { FrameWriter } from './frame-writer.ts';

/** Characters of text in a block, if one thing does not have more: packed well, and unpacked in some ten microseconds. */
export const BLOCK_CHARACTERS = 8192;

/** Octets of a dictionary: more would cost more time than it saves room. */
const DICTIONARY_BYTES = 16 << 10;

/**
 * A thing's description as text: a line with its number and its hash; for the thing and each of its hash IRIs a line
 * with the fragment (empty, or from `#` on) and a line for each statement, without the subject and the dot at its end.
 */
export interface ThingText {
  readonly id: number;
  /** Hexadecimal. */
  readonly hash: string;
  readonly subjects: readonly { readonly fragment: string; readonly statements: readonly string[] }[];
}

export function thingText({ id, hash, subjects }: ThingText): string {
  const parts = subjects.map(({ fragment, statements }) => `${fragment}\n${statements.join('\n')}\n`);
  return `=${id} ${hash}\n${parts.join('')}`;
}

/** Finds a thing in the text of a block: every line begins with `=`, `#` or `<`, or is empty. */
export function findThing(block: Buffer, id: number): ThingText | undefined {
  const start = `=${id} `;
  const at =
    block.subarray(0, start.length).toString('latin1') === start ? 0 : block.indexOf(`\n${start}`) + 1;
  if (at === 0 && block.indexOf(start) !== 0) return undefined;
  const end = block.indexOf('\n=', at);
  const [head = '', ...lines] = block.toString('utf8', at, end < 0 ? block.length - 1 : end).split('\n');
  const subjects: { fragment: string; statements: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith('<')) subjects.at(-1)?.statements.push(line);
    else subjects.push({ fragment: line, statements: [] });
  }
  return { id, hash: head.slice(start.length), subjects };
}

/** Packs and unpacks texts that are like the samples a dictionary is made of (zstd, RFC 8878; raw content). */
export class BlockPacker {
  readonly #frames: FrameReader;
  readonly #written: FrameWriter;

  constructor(dictionary: Uint8Array) {
    const own = Buffer.from(dictionary);
    this.#frames = new FrameReader(own);
    this.#written = new FrameWriter(own);
  }

  /** To be written before the next block is packed, which takes its room. */
  pack(text: string): Buffer {
    return this.#written.pack(text);
  }

  /**
   * To be read before the next block is unpacked, which takes its room.
   * @throws Error where the octets are damaged, or were packed with another dictionary
   */
  unpack(block: Uint8Array): Buffer {
    return this.#frames.unpack(block);
  }
}

/**
 * What blocks will hold again and again: lines that samples have in common, the most frequent last, where references to
 * them are shortest; before them, as much of the samples as there is room for.
 */
export function dictionaryOf(samples: readonly string[]): Buffer {
  const counts = new Map<string, number>();
  for (const line of samples.flatMap((sample) => sample.split('\n')))
    counts.set(line, (counts.get(line) ?? 0) + 1);
  const once = [...counts].filter(([, count]) => count === 1).map(([line]) => line);
  const often = [...counts]
    .filter(([, count]) => count > 1)
    .sort(([, one], [, other]) => one - other)
    .map(([line]) => line);
  return Buffer.from([...once, ...often].join('\n')).subarray(-DICTIONARY_BYTES);
}
