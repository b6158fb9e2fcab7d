/** Text given to a store at once: bounds the memory of loading. */
const PART_UNITS = 4 << 20;

/** Chunks cut anywhere as texts of some megabytes that end with a line. */
export async function* wholeLines(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let kept: string[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    kept.push(text);
    size += text.length;
    const end = size < PART_UNITS ? -1 : text.lastIndexOf('\n');
    if (end < 0) continue;
    const all = kept.join('');
    const cut = size - text.length + end + 1;
    yield all.slice(0, cut);
    kept = [all.slice(cut)];
    size -= cut;
  }
  if (size > 0) yield kept.join('');
}
