/**
 * Whether a Host header names this machine. A name of another host that leads here (DNS rebinding) would let pages of others
 * read what is answered.
 */
export const isOfThisMachine = (host: string | undefined): boolean =>
  host !== undefined && /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i.test(host);
