/** Where a text stops being JSON: both from 1. */
export interface JsonPlace {
  readonly line: number;
  readonly column: number;
}

/** What a text holds as JSON, or where it stops being that. */
export type ReadJson =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'malformed'; readonly place: JsonPlace };

export function readJson(text: string): ReadJson {
  try {
    return { kind: 'value', value: JSON.parse(text) };
  } catch (error) {
    const told = /at position (\d+)/.exec((error as Error).message)?.[1];
    return { kind: 'malformed', place: placeAt(text, told === undefined ? strangeAt(text) : Number(told)) };
  }
}

const TOKEN =
  /[\s]*(?:[{}[\],:]|"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** Where the first text stands that is no token of JSON; the end, where all are. */
function strangeAt(text: string): number {
  TOKEN.lastIndex = 0;
  let at = 0;
  while (TOKEN.test(text)) at = TOKEN.lastIndex;
  return at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
}

function placeAt(text: string, at: number): JsonPlace {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
