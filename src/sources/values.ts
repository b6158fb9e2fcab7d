/** Whether a text counts as no value at all. */
export type IsNull = (text: string) => boolean;

/** Absent: only the empty text. A list: what it lists. */
export function nullTest(nulls: readonly string[] | undefined): IsNull {
  if (nulls === undefined || (nulls.length === 1 && nulls[0] === '')) return (text) => text === '';
  if (nulls.length === 0) return () => false;
  const listed = new Set(nulls);
  return (text) => listed.has(text);
}
