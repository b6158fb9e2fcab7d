const LARGEST = 16 * 1024 * 1024;

/**
 * The line (from 1) where a text stops being JSON. The parser does not tell it: it is the first line with which the
 * text up to there is wrong, and not only unfinished. Undefined for texts of more than 16 million characters.
 */
export function malformedJsonLine(text: string): number | undefined {
  if (text.length > LARGEST) return undefined;
  const ends = [...text.matchAll(/\n|$/g)].map(({ index }) => index + 1);
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isWrong(text.slice(0, ends[middle]))) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}

function isWrong(start: string): boolean {
  try {
    JSON.parse(start);
    return false;
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    return !message.includes('end of JSON') && Number(position ?? -1) < start.length;
  }
}
