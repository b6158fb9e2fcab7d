import { constants } from 'node:zlib';

/** Octets that go through one context; what has more is rare. */
export const MOST = 64 << 10;

/** What a stream of zlib writes through: no public part of Node, though it has been there since its beginning. */
interface Handle {
  writeSync?(...write: [number, Uint8Array, number, number, Uint8Array, number, number]): void;
}

/** A stream of `node:zlib` that is asked for whole frames without waiting. */
export interface FrameContext {
  readonly destroyed: boolean;
  readonly _handle?: Handle | null;
  /** Room that is left, and octets that were not read. */
  readonly _writeState?: Uint32Array;
}

/** Octets that a whole input gives, now in the room for them (`MOST`); 0 where it is damaged, or they do not fit. */
export function throughContext(context: FrameContext, input: Uint8Array, room: Uint8Array): number {
  const { _handle: handle, _writeState: state } = context;
  if (!handle?.writeSync || !state) return 0;
  handle.writeSync(constants.ZSTD_e_end, input, 0, input.length, room, 0, MOST);
  const [left = 0, unread = 0] = state;
  return unread > 0 || left === 0 || context.destroyed ? 0 : MOST - left;
}
