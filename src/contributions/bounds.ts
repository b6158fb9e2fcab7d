/** What strangers may fill the file with, and how fast. */
export interface Bounds {
  /** Seconds between the showing of a form and its sending: people take longer, and forget. */
  readonly formSeconds: { readonly least: number; readonly most: number };
  /** Contributions of one network. */
  readonly perHour: number;
  readonly perDay: number;
  /** Most that wait for a moderator. */
  readonly pending: number;
  /** Most octets of the file. */
  readonly bytes: number;
}

export const BOUNDS: Bounds = {
  formSeconds: { least: 3, most: 86_400 },
  perHour: 30,
  perDay: 100,
  pending: 10_000,
  bytes: 512 << 20,
};
