/** How long, how much and how often. Everything that comes from elsewhere is held to these. */
export interface HarvestBounds {
  /** Longest to connect. */
  readonly connectMilliseconds: number;
  /** Longest silence: until an answer begins, and between two pieces of it. */
  readonly silenceMilliseconds: number;
  /** Longest that one file may take, pauses included. */
  readonly wholeMilliseconds: number;
  /** Longest that is waited in all for a busy server to answer one request. */
  readonly waitMilliseconds: number;
  /** The first pause before asking again; the next ones are twice as long each. */
  readonly pauseMilliseconds: number;
  /** Most bytes of one file, as it is sent and as it is unpacked. */
  readonly bytes: number;
  /** Most bytes of an answer that is held in memory: descriptions, pages. */
  readonly documentBytes: number;
  readonly redirects: number;
  /** How often a request, and a broken stream that does not get on, are tried in all. */
  readonly attempts: number;
  /** Most pages of one source. */
  readonly pages: number;
}

const MINUTE = 60_000;

export const DEFAULT_BOUNDS: HarvestBounds = Object.freeze({
  connectMilliseconds: 30_000,
  silenceMilliseconds: 2 * MINUTE,
  wholeMilliseconds: 240 * MINUTE,
  waitMilliseconds: 10 * MINUTE,
  pauseMilliseconds: 1000,
  bytes: 4096 * 1e6,
  documentBytes: 32 << 20,
  redirects: 10,
  attempts: 5,
  pages: 100_000,
});
