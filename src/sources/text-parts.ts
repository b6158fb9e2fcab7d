/**
 * Records are made of little text at a time: what is made of it (cells, nodes, items, some of it twenty times as large)
 * is used and dead before the engine's next collection, whose young generation then stays small. With whole pieces the
 * memory of a long run was twice as large.
 */
const PART = 1 << 14;

/** A text in parts that cut no surrogate pair. */
export function* partsOf(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const to = Math.min(from + PART, text.length);
    const isCut = to < text.length && (text.charCodeAt(to - 1) & 0xfc00) === 0xd800;
    yield text.slice(from, isCut ? to - 1 : to);
    from = isCut ? to - 1 : to;
  }
}
