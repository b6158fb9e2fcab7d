/** What a graph store asks of its thread. Texts are whole lines of N-Quads without blank nodes. */
export type GraphTask =
  | { readonly kind: 'load'; readonly nquads: string | Uint8Array }
  | { readonly kind: 'remove'; readonly nquads: string }
  | { readonly kind: 'select'; readonly query: string };

/** What it answers, each task once and in order. */
export type GraphReply =
  | { readonly kind: 'held'; readonly statements: number }
  | { readonly kind: 'selected'; readonly body: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface GraphWorkerData {
  /** UTF-16 code units of one answer. */
  readonly answerUnits: number;
}
